"""Plans as figures: what was to be done and spent by each month, by the version in force."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from programs.choices import HUNDRED
from programs.models import Baseline, BaselineMonth

Planned = tuple[Decimal, int]
"""Percent of the programme (0 to 100) and rials, both cumulative to the end of a month."""

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Curve:
    """One activity in a plan by month: its weight, and for each given month percent and cost, cumulative, in order."""

    activity_id: int
    weight: Decimal
    months: Sequence[date]
    values: Sequence[Planned]

    def at(self, month: date) -> Planned:
        """The state at the end of `month`: that of the last month given until then, nothing before the first."""
        place = bisect_right(self.months, month)
        return self.values[place - 1] if place else (ZERO, 0)


def planned(programme_ids: Iterable[int], months: Iterable[date]) -> dict[int, dict[date, Planned]]:
    """Planned percent and cost of each programme at the end of each of `months` (first days). Two queries.

    A programme without an approved plan is left out. The percent is the weighted sum of its activities, unrounded.
    """
    wanted = list(months)
    return {
        programme_id: {
            month: (
                sum((curve.weight * curve.at(month)[0] for curve in parts), ZERO) / HUNDRED,
                sum(curve.at(month)[1] for curve in parts),
            )
            for month in wanted
        }
        for programme_id, parts in curves(programme_ids).items()
    }


def curves(programme_ids: Iterable[int]) -> dict[int, list[Curve]]:
    """The plan in force of each programme, activity by activity. Two queries."""
    programme_of = dict(Baseline.objects.current(programme_ids).values_list("pk", "programme_id"))
    rows: dict[tuple[int, int], list[BaselineMonth]] = defaultdict(list)
    for row in BaselineMonth.objects.filter(baseline_id__in=list(programme_of)).order_by("activity_id", "month"):
        rows[programme_of[row.baseline_id], row.activity_id].append(row)
    found: dict[int, list[Curve]] = defaultdict(list)
    for (programme_id, activity_id), given in rows.items():
        found[programme_id].append(
            Curve(
                activity_id=activity_id,
                weight=given[0].weight,
                months=[row.month for row in given],
                values=[(row.planned_percent, row.planned_cost) for row in given],
            )
        )
    return dict(found)
