"""Units come on the register, are corrected and leave it, each with its reasons."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from clinic.units.errors import LicenceTaken, PlaceRefused, StruckOff
from clinic.units.models import IndustrialUnit
from clinic.units.selectors.register import unit_by_code, units_of
from clinic.units.services import readings, units
from core.errors import InvalidInput, NotFound, PermissionRefused
from tests.factories import accounts
from tests.factories.clinic_units import NOW, TODAY, UnitFactory
from tests.factories.estates import CountyFactory, EstateFactory, PlotFactory, TradeFactory

pytestmark = pytest.mark.django_db


def add(by: Any = None, **values: Any) -> IndustrialUnit:
    given = {"name": "کفش نمونه", "trade": TradeFactory(), "county": CountyFactory(), "place": "بازار", **values}
    return units.add_unit(values=given, by=by, now=NOW)


def test_codes_are_given_out_one_after_the_other_and_any_spelling_finds_the_unit() -> None:
    first, second = add(name="كفش‌ نمونة"), add(name="دیگری")
    assert (first.code, second.code) == ("U-00001", "U-00002")
    assert IndustrialUnit.objects.filter(search_key__contains="کفشنمونه").exists()
    assert unit_by_code("U-00001") == first
    with pytest.raises(NotFound):
        unit_by_code("U-00009")


def test_a_unit_in_an_estate_stands_in_its_county() -> None:
    estate = EstateFactory(county=CountyFactory("abhar", "ابهر"))
    assert add(estate=estate, county=None, place="").county.slug == "abhar"
    with pytest.raises(PlaceRefused):
        add(estate=estate)
    with pytest.raises(PlaceRefused):
        add(estate=estate, county=None, plot=PlotFactory())


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"place": ""}, "place"),
        ({"county": None}, "county"),
        ({"licence_kind": "OPERATING"}, "licence_number"),
        ({"licence_number": "12"}, "licence_number"),
        ({"nominal_capacity": 5}, "capacity_unit"),
        ({"capacity_unit": "جفت"}, "capacity_unit"),
        ({"founded_on": TODAY + timedelta(days=1)}, "founded_on"),
        ({"name": ""}, "name"),
        ({"licensed_staff": -1}, "licensed_staff"),
        ({"nominal_capacity": "بسیار", "capacity_unit": "جفت"}, "nominal_capacity"),
    ],
)
def test_what_does_not_go_together_is_refused_beside_its_field(values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        add(**values)
    assert field in {refusal.value.field, *refusal.value.errors}
    assert not IndustrialUnit.objects.exists()


def test_a_licence_belongs_to_one_unit() -> None:
    first = add(licence_kind="OPERATING", licence_number="۱۲۳")
    with pytest.raises(LicenceTaken) as refusal:
        add(licence_kind="OPERATING", licence_number="123")
    assert first.code in refusal.value.message
    add(licence_kind="CRAFT", licence_number="123")


def test_a_correction_changes_what_it_names_and_what_is_struck_off_is_left_alone() -> None:
    unit = add()
    changed = units.change_unit(unit_id=unit.pk, values={"products": "کفش ايمني"}, by=accounts.admin(), now=NOW)
    assert (changed.products, changed.name) == ("کفش ایمنی", unit.name)
    with pytest.raises(InvalidInput):
        units.strike_off(unit_id=unit.pk, on=TODAY, reason=" ", by=accounts.clinic_lead(), now=NOW)
    with pytest.raises(InvalidInput):
        units.strike_off(unit_id=unit.pk, on=TODAY + timedelta(days=1), reason="تکراری", by=None, now=NOW)
    gone = units.strike_off(unit_id=unit.pk, on=TODAY, reason="تکراری", by=accounts.clinic_lead(), now=NOW)
    assert not gone.is_listed
    for act in (
        lambda: units.change_unit(unit_id=unit.pk, values={"products": "نان"}, by=None, now=NOW),
        lambda: readings.record_reading(unit_id=unit.pk, values={"measured_on": TODAY}, by=None, now=NOW),
    ):
        with pytest.raises(StruckOff):
            act()


@pytest.mark.parametrize("role", ["consultant", "officer", "manager", "auditor", "technical"])
def test_only_the_lead_and_administrators_write_the_register(role: str) -> None:
    by = getattr(accounts, role)()
    with pytest.raises(PermissionRefused):
        add(by)
    unit = UnitFactory()
    with pytest.raises(PermissionRefused):
        units.change_unit(unit_id=unit.pk, values={"name": "دیگر"}, by=by, now=NOW)
    with pytest.raises(PermissionRefused):
        units.strike_off(unit_id=unit.pk, on=TODAY, reason="تکراری", by=by, now=NOW)


def test_people_act_for_the_units_of_the_applicants_they_act_for() -> None:
    owner = accounts.ApplicantFactory()
    mine = UnitFactory(owner=owner)
    UnitFactory()
    assert units_of(owner.person.user, TODAY) == [mine]
    assert units_of(accounts.UserFactory(), TODAY) == []
