"""What a unit is compared with: the other units of its trade and size."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Final

from django.db.models import Aggregate, Count, F, FloatField

from clinic.privacy import FEWEST_UNITS
from clinic.units.choices import SizeBand
from clinic.units.models import IndustrialUnit
from clinic.units.querysets import CAPACITY, UnitQuerySet


@dataclass(frozen=True, slots=True)
class Quartiles:
    """A figure in a cohort: a quarter of the units lie below `low`, half below `middle`, three quarters below `high`."""

    units: int
    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Cohort:
    """Other units of one trade and size that were measured, and each figure among them; None where fewer than five know it."""

    size: SizeBand
    units: int
    capacity: Quartiles | None
    staff: Quartiles | None
    insured_staff: Quartiles | None
    sales_rials: Quartiles | None
    power_kwh: Quartiles | None


_PATHS: Final = {
    "capacity": CAPACITY,
    **{name: f"latest_reading__{name}" for name in ("staff", "insured_staff", "sales_rials", "power_kwh")},
}
_SHARES: Final = ("0.25", "0.5", "0.75")


class _Quantiles(Aggregate):
    """The three quartiles, as a list in one pass over the sorted values."""

    function = "percentile_cont"
    template = f"%(function)s(ARRAY[{', '.join(_SHARES)}]::float8[]) WITHIN GROUP (ORDER BY %(expressions)s::float8)"
    output_field = FloatField()
    allow_distinct = False

    def convert_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """A list of floats, not one float as the column's type would say."""
        return value


def cohort_units(unit: IndustrialUnit) -> UnitQuerySet:
    """The other listed units of its trade and size that were measured; none when its licence names no staff."""
    size = unit.size
    if size is None:
        return IndustrialUnit.objects.none()
    found = IndustrialUnit.objects.listed().of_size(size).filter(trade=unit.trade_id, latest_reading__isnull=False)
    return found.exclude(pk=unit.pk)


def cohort(unit: IndustrialUnit) -> Cohort | None:
    """The newest figures of a unit's cohort; None below five units: then nothing is known that may be told. 1 query."""
    size = unit.size
    if size is None:
        return None
    asked: dict[str, Any] = {"units": Count("pk")}
    for name, path in _PATHS.items():
        asked[f"{name}_known"] = Count(F(path))
        asked[f"{name}_quartiles"] = _Quantiles(F(path))
    found = cohort_units(unit).aggregate(**asked)
    if found["units"] < FEWEST_UNITS:
        return None
    figures = {name: _quartiles(found[f"{name}_known"], found[f"{name}_quartiles"]) for name in _PATHS}
    return Cohort(size=size, units=found["units"], **figures)


def _quartiles(known: int, values: list[float] | None) -> Quartiles | None:
    if known < FEWEST_UNITS or not values:
        return None
    low, middle, high = (round(Decimal(value), 1) for value in values)
    return Quartiles(known, low, middle, high)


COMPARED: Final = tuple(field.name for field in fields(Cohort) if field.name not in ("size", "units"))
"""Figures of a cohort, in their order."""
