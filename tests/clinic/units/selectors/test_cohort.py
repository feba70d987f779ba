"""A unit beside its trade and size: never below five, and quickly with many."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from django.db import connection
from django.db.models import OuterRef, Subquery
from django.test.utils import CaptureQueriesContext

from clinic.units.models import IndustrialUnit, UnitReading
from clinic.units.selectors.cohort import cohort, cohort_units
from clinic.units.services import units
from tests.factories.clinic_units import NOW, TODAY, ReadingFactory, UnitFactory
from tests.factories.estates import CountyFactory, TradeFactory

pytestmark = pytest.mark.django_db


def test_the_cohort_are_the_other_listed_and_measured_units_of_trade_and_size() -> None:
    unit = UnitFactory(99)
    others = [UnitFactory(capacity, licensed_staff=10 + capacity // 4) for capacity in (20, 40, 60, 80)]
    UnitFactory(50, licensed_staff=9)
    UnitFactory(50, licensed_staff=50)
    UnitFactory(50, trade=TradeFactory())
    UnitFactory()
    gone = UnitFactory(50)
    units.strike_off(unit_id=gone.pk, on=TODAY, reason="تکراری", by=None, now=NOW)
    assert set(cohort_units(unit)) == set(others)
    # Four others: who knows the trade would know whose figures they are.
    assert cohort(unit) is None
    fifth = UnitFactory()
    ReadingFactory(fifth, 100, staff=7)
    found = cohort(unit)
    assert found is not None
    assert (found.units, found.size) == (5, "MEDIUM")
    assert found.capacity is not None
    assert (found.capacity.low, found.capacity.middle, found.capacity.high) == (D(40), D(60), D(80))
    # Only one of the five says how many are at work.
    assert found.staff is None


def test_a_unit_whose_licence_names_no_staff_has_no_cohort() -> None:
    unit = UnitFactory(50, licensed_staff=None)
    assert cohort(unit) is None
    assert not cohort_units(unit).exists()


def _register(units_of_each: int, trades: int) -> None:
    """A register large enough for the planner to have a choice: measured units of other trades, and its figures about them."""
    county, today = CountyFactory(), TODAY
    made = []
    for number in range(units_of_each * trades):
        trade = TradeFactory(f"other_{number % trades}", f"رسته {number % trades}")
        unit = IndustrialUnit(
            code=f"U-T{number:04d}", name="واحد", trade=trade, county=county, place="بازار", licensed_staff=12,
            created_at=NOW, updated_at=NOW,
        )  # fmt: skip
        unit.refresh_keys()
        made.append(unit)
    IndustrialUnit.objects.bulk_create(made)
    readings = [
        UnitReading(unit=unit, measured_on=today, actual_capacity_percent=D(50), source="IMPORT", entered_at=NOW)
        for unit in made
    ]
    UnitReading.objects.bulk_create(readings)
    newest = UnitReading.objects.filter(unit=OuterRef("pk")).values("pk")[:1]
    IndustrialUnit.objects.filter(latest_reading=None).update(latest_reading=Subquery(newest))


def test_the_cohort_is_one_query_that_asks_the_index_and_never_the_whole_register() -> None:
    unit = UnitFactory(50)
    for _number in range(5):
        UnitFactory(60)
    _register(50, 10)
    with CaptureQueriesContext(connection) as seen:
        cohort(unit)
    assert len(seen) == 1
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE units_industrialunit, units_unitreading")
        cursor.execute(f"EXPLAIN {seen[0]['sql']}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "unit_cohort" in plan, plan
    assert "Seq Scan on units_industrialunit" not in plan, plan
