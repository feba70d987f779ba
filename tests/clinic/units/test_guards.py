"""The database keeps the rules of the register without the services: a negative control of each."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from clinic.units.models import BandRule, IndustrialUnit, UnitLook, UnitReading, WarningEntry, WarningRule
from tests.factories.accounts import clinic_lead
from tests.factories.clinic_units import NOW, TODAY, ReadingFactory, UnitFactory, ago
from tests.factories.estates import CountyFactory, EstateFactory, PlotFactory

pytestmark = pytest.mark.django_db


def refused(match: str, act: Any) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def change(unit: IndustrialUnit, **values: Any) -> Any:
    return lambda: IndustrialUnit.objects.filter(pk=unit.pk).update(**values)


def write(unit: IndustrialUnit, **values: Any) -> UnitReading:
    given = {
        "measured_on": TODAY, "actual_capacity_percent": 5, "source": "VISIT", "entered_at": NOW, **values
    }  # fmt: skip
    return UnitReading.objects.create(unit=unit, **given)


def test_columns_of_a_unit_keep_each_other() -> None:
    one, other = UnitFactory(), UnitFactory()
    refused("unit_has_a_place", change(one, place=""))
    refused("unit_licence_once", change(one, licence_number=other.licence_number))
    refused("unit_licence_whole", change(one, licence_number=""))
    refused("unit_capacity_with_unit", change(one, nominal_capacity=5))
    refused("unit_struck_off_with_reason", change(one, struck_off_on=TODAY))
    refused("code", change(one, code=other.code))


def test_the_plot_of_a_unit_lies_in_its_estate_and_the_estate_in_its_county() -> None:
    plot, elsewhere = PlotFactory(), EstateFactory(county=CountyFactory("abhar", "ابهر"))
    unit = UnitFactory(estate=plot.estate, plot=plot)
    assert unit.county_id == plot.estate.county_id
    refused("lies in its estate", change(unit, estate=elsewhere, county=elsewhere.county))
    refused("lies in its county", change(unit, county=elsewhere.county))
    refused("unit_plot_of_an_estate|lies in its estate", change(unit, estate=None, place="جایی"))


def test_figures_of_a_reading_stay_in_their_range() -> None:
    unit = UnitFactory(40)
    refused("unit_reading_capacity", lambda: write(unit, measured_on=ago(1), actual_capacity_percent=D("150.01")))
    refused("unit_reading_capacity", lambda: write(unit, measured_on=ago(1), actual_capacity_percent=-1))
    refused("sales_rials", lambda: write(unit, measured_on=ago(1), sales_rials=-1))
    refused("unit_reading_once_a_day", lambda: write(unit))
    refused("unit_reading_source_known", lambda: write(unit, measured_on=ago(1), source="RUMOUR"))


def test_a_reading_never_changes_and_is_never_deleted() -> None:
    reading = ReadingFactory(UnitFactory(), 40)
    rows = UnitReading.objects.filter(pk=reading.pk)
    for values in ({"actual_capacity_percent": 41}, {"staff": 3}, {"measured_on": ago(3)}, {"note": "دیگر"}):
        with pytest.raises(Exception, match=r"Cannot (update|delete)"), transaction.atomic():
            rows.update(**values)
    with pytest.raises(Exception, match="Cannot delete"), transaction.atomic():
        rows.delete()


def test_a_correction_takes_the_place_of_a_reading_of_the_same_unit() -> None:
    one, other = ReadingFactory(UnitFactory(), 40), UnitFactory()
    text = {"note": "چون", "measured_on": ago(1)}
    refused("takes the place of", lambda: write(other, corrects=one, **text))
    refused("takes the place of", lambda: write(one.unit, corrects=one, **text))
    refused("correction_says_why", lambda: write(one.unit, corrects=one, measured_on=ago(1)))


def test_the_unit_points_at_its_newest_reading_whichever_way_it_came() -> None:
    unit = UnitFactory()
    newest, older = write(unit), write(unit, measured_on=ago(30))
    unit.refresh_from_db()
    assert unit.latest_reading_id == newest.pk
    UnitReading.objects.filter(pk=newest.pk).update(superseded=True)
    unit.refresh_from_db()
    assert unit.latest_reading_id == older.pk
    again = write(unit, corrects=newest, note="اشتباه بود")
    unit.refresh_from_db()
    assert unit.latest_reading_id == again.pk


def test_one_band_rule_holds_and_its_limits_rise() -> None:
    common = {"note": "دستورالعمل", "made_at": NOW}
    BandRule.objects.create(**common)
    refused("band_rule_one_in_force", lambda: BandRule.objects.create(**common))
    refused("band_rule_rises", lambda: BandRule.objects.create(idle_up_to=80, is_active=False, **common))
    refused("band_rule_has_basis", lambda: BandRule.objects.create(is_active=False, made_at=NOW))


def test_a_unit_has_one_live_warning_and_decisions_are_whole() -> None:
    unit = UnitFactory()
    common = {"unit": unit, "score": 10, "since": NOW, "computed_at": NOW}
    row = WarningEntry.objects.create(**common)
    refused("warning_one_of_unit", lambda: WarningEntry.objects.create(**common))
    rows = WarningEntry.objects.filter(pk=row.pk)
    refused("warning_dismissed_whole", lambda: rows.update(status="DISMISSED", dismissed_until=TODAY))
    refused("warning_request_named", lambda: rows.update(status="REQUEST_OPENED"))
    refused("warning_score_positive", lambda: rows.update(score=0))
    common = {"code": "NO_READING", "label": "دیرسنجی", "threshold": 6, "updated_at": NOW}
    refused("warning_rule_weight", lambda: WarningRule.objects.create(weight=0, **common))


def test_a_look_is_never_taken_back() -> None:
    look = UnitLook.objects.create(unit=UnitFactory(), by=clinic_lead(), at=NOW, what="READINGS")
    for act in (UnitLook.objects.all().delete, lambda: UnitLook.objects.filter(pk=look.pk).update(what="WARNING")):
        with pytest.raises(Exception, match="Cannot"), transaction.atomic():
            act()
