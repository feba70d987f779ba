"""Figures from approved readings: the one place of the portal where readings become progress, money and indicators.

Every page, dashboard, report and forecast asks here; how readings go together is `programs.aggregation`, and
`manage.py verify_programs` works the same figures out another way. Months are first days of Jalali months.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from core.persian.calendar import months_between
from programs.aggregation import CENT, ZERO, carried, kept, rounded, weighted
from programs.models import Activity, BudgetLine, Milestone, Programme, Reading
from programs.selectors.indicator_figures import IndicatorFigure, Percents, indicator_values

__all__ = ["Financial", "IndicatorFigure", "Money", "Physical", "financial", "indicator_values", "physical"]

Rials = Mapping[date, int]


@dataclass(frozen=True, slots=True)
class Physical:
    """Work done, cumulative percent at the end of each month of the plan up to the month asked for, two places.

    A month has the last reading up to it; before the first one everything stands at 0. `reported_until` is the newest month
    with a counting reading: what comes after it is carried on, not reported. Before `reported_from` nothing is known.
    """

    programme_id: int
    months: Percents
    activities: Mapping[int, Percents]
    milestones: Mapping[int, Percents]
    reported_until: date | None
    reported_from: date | None = None

    @property
    def percent(self) -> Decimal:
        """The newest state; 0 before the plan begins."""
        return self.months[max(self.months)] if self.months else ZERO


@dataclass(frozen=True, slots=True)
class Money:
    """Rials of a programme or of one budget line: approved once, allocated and paid cumulative month by month."""

    approved: int
    allocated: Rials
    paid: Rials

    @property
    def allocated_now(self) -> int:
        """The newest state."""
        return self.allocated[max(self.allocated)] if self.allocated else 0

    @property
    def paid_now(self) -> int:
        """The newest state."""
        return self.paid[max(self.paid)] if self.paid else 0

    @property
    def paid_of_approved(self) -> Decimal | None:
        """Paid in percent of the approved budget; None without one."""
        return _share(self.paid_now, self.approved)

    @property
    def paid_of_allocated(self) -> Decimal | None:
        """Paid in percent of what was allocated; None before anything was."""
        return _share(self.paid_now, self.allocated_now)


@dataclass(frozen=True, slots=True)
class Financial:
    """Money of a programme: the whole, each budget line, and each activity that lines belong to."""

    programme_id: int
    whole: Money
    lines: Mapping[int, Money]
    activities: Mapping[int, Money]
    reported_until: date | None


def physical(programme_ids: Iterable[int], until_month: date) -> dict[int, Physical]:
    """Progress of programmes, their activities and milestones up to `until_month`. Four queries."""
    ids = list(programme_ids)
    spans = _spans(ids, until_month)
    activities = list(Activity.objects.filter(programme_id__in=ids).order_by("position"))
    milestones = list(Milestone.objects.filter(activity__programme_id__in=ids).order_by("position"))
    readings = _readings(ids, until_month, "milestone_id", "percent")
    programme_of = {activity.pk: activity.programme_id for activity in activities}
    parts_of: dict[int, list[Milestone]] = defaultdict(list)
    for milestone in milestones:
        parts_of[milestone.activity_id].append(milestone)
    found = {}
    for programme_id in spans:
        own = [activity for activity in activities if programme_of[activity.pk] == programme_id]
        found[programme_id] = _physical(programme_id, own, parts_of, spans[programme_id], readings)
    return found


def _physical(
    programme_id: int,
    activities: Sequence[Activity],
    parts_of: Mapping[int, Sequence[Milestone]],
    months: Sequence[date],
    readings: Mapping[int, Mapping[date, tuple[Any, ...]]],
) -> Physical:
    milestones = {
        part.pk: carried({month: row[0] for month, row in readings.get(part.pk, {}).items()}, months)
        for activity in activities
        for part in parts_of.get(activity.pk, ())
    }
    by_activity: dict[int, dict[date, Decimal]] = {}
    for activity in activities:
        parts = parts_of.get(activity.pk, ())
        by_activity[activity.pk] = {
            month: weighted((part.weight, milestones[part.pk].get(month)) for part in parts) or ZERO for month in months
        }
    whole = {
        month: weighted((activity.weight, by_activity[activity.pk][month]) for activity in activities) or ZERO
        for month in months
    }
    reported = [month for pk in milestones for month in readings.get(pk, {})]
    return Physical(
        programme_id=programme_id,
        months=_rounded(whole),
        activities={pk: _rounded(values) for pk, values in by_activity.items()},
        milestones={pk: {month: values.get(month, ZERO) for month in months} for pk, values in milestones.items()},
        reported_until=max(reported, default=None),
        reported_from=min(reported, default=None),
    )


def financial(programme_ids: Iterable[int], until_month: date) -> dict[int, Financial]:
    """Money of programmes by line and activity up to `until_month`. Three queries."""
    ids = list(programme_ids)
    spans = _spans(ids, until_month)
    lines: dict[int, list[BudgetLine]] = defaultdict(list)
    for line in BudgetLine.objects.filter(programme_id__in=ids).order_by("year", "pk"):
        lines[line.programme_id].append(line)
    readings = _readings(ids, until_month, "budget_line_id", "allocated", "paid")
    return {
        programme_id: _financial(programme_id, lines[programme_id], months, readings)
        for programme_id, months in spans.items()
    }


def _financial(
    programme_id: int,
    lines: Sequence[BudgetLine],
    months: Sequence[date],
    readings: Mapping[int, Mapping[date, tuple[Any, ...]]],
) -> Financial:
    found: dict[int, Money] = {}
    for line in lines:
        rows = readings.get(line.pk, {})
        columns = [carried({month: row[place] for month, row in rows.items()}, months) for place in (0, 1)]
        found[line.pk] = Money(
            line.approved, *({month: column.get(month, 0) for month in months} for column in columns)
        )
    of_activity: dict[int, list[Money]] = defaultdict(list)
    for line in lines:
        if line.activity_id is not None:
            of_activity[line.activity_id].append(found[line.pk])
    reported = [month for line in lines for month in readings.get(line.pk, {})]
    return Financial(
        programme_id=programme_id,
        whole=_together(found.values(), months),
        lines=found,
        activities={pk: _together(rows, months) for pk, rows in of_activity.items()},
        reported_until=max(reported, default=None),
    )


def _together(rows: Iterable[Money], months: Sequence[date]) -> Money:
    """Lines side by side: each stands at its own last reading, so the sum over lines is right in every month."""
    given = list(rows)
    return Money(
        approved=sum(row.approved for row in given),
        allocated={month: sum(row.allocated[month] for row in given) for month in months},
        paid={month: sum(row.paid[month] for row in given) for month in months},
    )


def _readings(ids: list[int], until: date, key: str, *columns: str) -> dict[int, dict[date, tuple[Any, ...]]]:
    """Counting readings of one series: target → month → columns. One query."""
    rows = Reading.objects.counting().filter(programme_id__in=ids, month__lte=until, **{f"{key}__isnull": False})
    found: dict[int, dict[date, tuple[Any, ...]]] = defaultdict(dict)
    for target_id, month, *values in rows.values_list(key, "month", *columns):
        found[target_id][month] = tuple(values)
    return dict(found)


def _spans(ids: list[int], until: date) -> dict[int, list[date]]:
    """Months of each programme from its beginning to `until`, beyond its end too: work goes on late. One query."""
    rows = Programme.objects.filter(pk__in=ids).values_list("pk", "starts_on")
    return {pk: months_between(starts_on, until) for pk, starts_on in rows}


def _rounded(values: Mapping[date, Decimal]) -> dict[date, Decimal]:
    return {month: kept(value, CENT) for month, value in values.items()}


def _share(part: int, whole: int) -> Decimal | None:
    return rounded(Decimal(part) * 100 / whole) if whole else None
