"""Industrial units for tests, made through the real services."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from clinic.units.models import IndustrialUnit, UnitImport, UnitReading
from clinic.units.services import readings, units, warnings
from core.persian.calendar import tehran_date
from tests.factories.estates import CountyFactory, TradeFactory

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = tehran_date(NOW)
_numbers = count(1)


def ago(days: int) -> date:
    """A day so many days before `TODAY`."""
    return TODAY - timedelta(days=days)


class UnitFactory:
    """Units of the shoe trade in Zanjan town, with twelve licensed staff, unless told otherwise."""

    def __new__(cls, *capacities: float, now: datetime = NOW, **values: Any) -> IndustrialUnit:
        """A unit on the register. `capacities`: readings of a month each, the last one of today."""
        number = next(_numbers)
        given = {
            "name": f"واحد نمونه {number}", "place": "خیابان صنعت، پلاک ۱۲", "licensed_staff": 12,
            "products": "کفش چرمی", "licence_kind": "OPERATING", "licence_number": f"105/{number}",
            "is_illustrative": True, **values,
        }  # fmt: skip
        given.setdefault("trade", TradeFactory("shoe_making", "کفش‌دوزی"))
        if given.get("estate") is None:
            given.setdefault("county", CountyFactory())
        unit = units.add_unit(values=given, by=None, now=now)
        for months, capacity in enumerate(reversed(capacities)):
            ReadingFactory(unit, capacity, measured_on=ago(30 * months), now=now)
        unit.refresh_from_db()
        return unit


class ReadingFactory:
    """Readings."""

    def __new__(cls, unit: IndustrialUnit, capacity: float = 50, *, now: datetime = NOW, **values: Any) -> UnitReading:
        """A reading of today, unless `measured_on` says otherwise."""
        given = {
            "measured_on": TODAY, "source": "VISIT", "actual_capacity_percent": Decimal(str(capacity)), **values,
        }  # fmt: skip
        return readings.record_reading(unit_id=unit.pk, values=given, by=None, now=now)


def address_arguments(owner: Any) -> dict[str, dict[str, Any]]:
    """What the pages of units are about, for the sweep of addresses: a unit of this applicant that is warned of, and a list."""
    unit = UnitFactory(80, 80, 40, owner=owner)
    warnings.recompute(now=NOW)
    code, reading = {"code": unit.code}, unit.latest_reading_id
    listed = UnitImport.objects.create(file_name="units.xlsx", sha256="0" * 64, uploaded_at=NOW)
    return {
        "units:detail": code,
        "units:reading": code,
        "units:correct": code | {"pk": reading},
        "units:warning": {"pk": unit.warnings.get().pk, "step": "look"},
        "units:import_check": {"pk": listed.pk},
    }
