"""How the work of consultants was found, never for fewer than five ratings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Avg, Count

from clinic.consultants.choices import CRITERIA
from clinic.consultants.matching import FEWEST_RATINGS
from clinic.consultants.models import Rating

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Standing:
    """`count` of ratings; `mean` of all criteria and `by_criterion` (column → mean), 1–5 with one place, None and empty below
    five ratings."""

    count: int
    mean: Decimal | None
    by_criterion: Mapping[str, Decimal]


NOBODY = Standing(0, None, {})


def standings(keys: Iterable[int] | None = None) -> dict[int, Standing]:
    """By key of the consultant; those nobody rated are not there. 1 query."""
    rows = Rating.objects.all() if keys is None else Rating.objects.filter(consultant__in=list(keys))
    means = {name: Avg(name) for name in CRITERIA}
    found = rows.order_by().values("consultant").annotate(count=Count("pk"), **means)
    return {row["consultant"]: _standing(row) for row in found}


def _standing(row: Mapping[str, Any]) -> Standing:
    if row["count"] < FEWEST_RATINGS:
        return Standing(row["count"], None, {})
    exact = {name: Decimal(str(row[name])) for name in CRITERIA}
    mean = sum(exact.values(), Decimal(0)) / len(CRITERIA)
    return Standing(row["count"], _tenth(mean), {name: _tenth(value) for name, value in exact.items()})


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(_TENTH, ROUND_HALF_UP)
