"""How content units are with the work of their teams, never of fewer than five units."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count

from clinic.consultants.choices import CRITERIA, RatedBy
from clinic.consultants.models import Rating
from clinic.privacy import FEWEST_UNITS


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion with its mean, 1 (poor) to 5 (very good), one place."""

    label: str
    mean: Decimal


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Ratings by `units`; `mean` of all criteria None, and no lines, for fewer than five units."""

    units: int
    ratings: int
    mean: Decimal | None
    lines: tuple[CriterionLine, ...]


def satisfaction() -> Satisfaction:
    """What units said of the consultants of their cases. 1 query."""
    given = Rating.objects.filter(kind=RatedBy.UNIT)
    means = {name: Avg(name) for name in CRITERIA}
    found = given.aggregate(units=Count("unit", distinct=True), ratings=Count("pk"), **means)
    if found["units"] < FEWEST_UNITS:
        return Satisfaction(found["units"], found["ratings"], None, ())
    exact = {name: Decimal(str(found[name])) for name in CRITERIA}
    lines = tuple(CriterionLine(_label(name), round(value, 1)) for name, value in exact.items())
    return Satisfaction(found["units"], found["ratings"], round(sum(exact.values(), Decimal(0)) / len(exact), 1), lines)


def _label(name: str) -> str:
    field: Any = Rating._meta.get_field(name)
    return str(field.verbose_name)
