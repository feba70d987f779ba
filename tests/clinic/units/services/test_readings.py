"""Readings are entered once for a day and corrected by new ones that say why."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal as D
from typing import Any

import pytest

from clinic.units.choices import Band
from clinic.units.errors import CorrectedAlready, MeasuredAlready
from clinic.units.models import UnitReading
from clinic.units.selectors import register
from clinic.units.services import readings, rules
from core.errors import InvalidInput, NotFound, PermissionRefused
from tests.factories import accounts
from tests.factories.clinic_units import NOW, TODAY, ReadingFactory, UnitFactory, ago

pytestmark = pytest.mark.django_db
GOOD: dict[str, Any] = {"measured_on": TODAY, "actual_capacity_percent": D("42.5"), "source": "VISIT"}


def test_what_is_unknown_stays_unknown_and_arrears_add_up() -> None:
    unit, lead = UnitFactory(), accounts.clinic_lead()
    values = {**GOOD, "sales_rials": "۱٬۲۰۰٬۰۰۰", "arrears_bank": 5, "arrears_tax": 7}
    row = readings.record_reading(unit_id=unit.pk, values=values, by=lead, now=NOW)
    assert (row.staff, row.sales_rials, row.arrears, row.entered_by) == (None, 1_200_000, 12, lead)
    assert ReadingFactory(UnitFactory()).arrears is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"measured_on": None}, "measured_on"),
        ({"measured_on": TODAY + timedelta(days=1)}, "measured_on"),
        ({"actual_capacity_percent": D(151)}, "actual_capacity_percent"),
        ({"actual_capacity_percent": None}, "actual_capacity_percent"),
        ({"staff": -1}, "staff"),
        ({"arrears_tax": -1}, "arrears_tax"),
        ({"source": "RUMOUR"}, "source"),
        ({"sales_rials": "NaN"}, "sales_rials"),
    ],
)
def test_impossible_figures_are_refused_beside_their_field(values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        readings.record_reading(unit_id=UnitFactory().pk, values={**GOOD, **values}, by=None, now=NOW)
    assert field in {refusal.value.field, *refusal.value.errors}
    assert not UnitReading.objects.exists()


def test_a_day_has_one_reading_and_a_correction_takes_its_place() -> None:
    unit = UnitFactory()
    old = ReadingFactory(unit, 40, staff=9)
    with pytest.raises(MeasuredAlready):
        ReadingFactory(unit, 41)
    with pytest.raises(InvalidInput):
        readings.correct_reading(reading_id=old.pk, values={"staff": 8}, note=" ", by=None, now=NOW)
    new = readings.correct_reading(reading_id=old.pk, values={"staff": 8}, note="فهرست بیمه", by=None, now=NOW)
    assert (new.staff, new.actual_capacity_percent, new.corrects_id) == (8, 40, old.pk)
    assert register.readings_of(unit) == [new]
    with pytest.raises(CorrectedAlready):
        readings.correct_reading(reading_id=old.pk, values={"staff": 7}, note="باز", by=None, now=NOW)


def test_a_correction_does_not_move_to_a_day_that_is_taken_and_leaves_everything_as_it_was() -> None:
    unit = UnitFactory()
    first, second = ReadingFactory(unit, 40), ReadingFactory(unit, 50, measured_on=ago(30))
    with pytest.raises((MeasuredAlready, InvalidInput)):
        readings.correct_reading(reading_id=first.pk, values={"measured_on": ago(30)}, note="روز", by=None, now=NOW)
    assert register.readings_of(unit) == [first, second]


@pytest.mark.parametrize("role", ["consultant", "officer", "manager", "auditor", "admin"])
def test_only_the_lead_enters_readings(role: str) -> None:
    unit, by = UnitFactory(40), getattr(accounts, role)()
    with pytest.raises(PermissionRefused):
        readings.record_reading(unit_id=unit.pk, values=GOOD, by=by, now=NOW)
    with pytest.raises(PermissionRefused):
        readings.correct_reading(reading_id=unit.latest_reading_id, values={}, note="چون", by=by, now=NOW)
    with pytest.raises(NotFound):
        readings.record_reading(unit_id=0, values=GOOD, by=None, now=NOW)


def test_the_band_follows_the_newest_reading_and_the_limits_in_force() -> None:
    unit = UnitFactory(80, 35)
    assert register.band_of(unit) is Band.SEMI_ACTIVE
    assert register.band_of(UnitFactory()) is None
    limits = {"closed_up_to": D(5), "idle_up_to": D(40), "semi_active_up_to": D(60)}
    rules.set_bands(**limits, note="ابلاغ ۱۴۰۵", by=accounts.clinic_lead(), now=NOW)
    rules.set_bands(**{**limits, "idle_up_to": D(38)}, note="اصلاح", by=accounts.admin(), now=NOW)
    assert register.band_of(unit) is Band.IDLE
    with pytest.raises(InvalidInput):
        rules.set_bands(**{**limits, "idle_up_to": D(60)}, note="x", by=None, now=NOW)
    with pytest.raises(PermissionRefused):
        rules.set_bands(**limits, note="x", by=accounts.manager(), now=NOW)


def test_what_was_known_on_a_day_is_the_reading_before_it() -> None:
    unit = UnitFactory(80, 60, 40)
    found = register.reading_near(unit, ago(15))
    assert found is not None
    assert found.actual_capacity_percent == 60
    assert register.reading_near(unit, ago(400)) is None
