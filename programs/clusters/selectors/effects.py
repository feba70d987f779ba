"""What the work brought: members before and after, and how content they are.

Sums and means are made in `programs.aggregation` alone. Before and after are compared over the same members: those that have
both; else a member that joined later would pass for growth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F
from django.utils.translation import gettext as _

from core.fields.language import local_digits
from programs.aggregation import Row, aggregate
from programs.choices import Better
from programs.clusters.choices import FEWEST_ANSWERS, HalfYear
from programs.clusters.models import Cluster, ClusterIndicator, MemberReading, SatisfactionAnswer


@dataclass(frozen=True, slots=True)
class Effect:
    """An indicator before the work and in the last month of each member, over `members` that have both.

    `change` is in per cent of the value before, None when that is 0 or there is nothing to compare.
    """

    indicator: ClusterIndicator
    before: Decimal | None
    after: Decimal | None
    members: int
    last_month: date | None

    @property
    def change(self) -> Decimal | None:
        """Change in per cent."""
        if self.before is None or self.after is None or not self.before:
            return None
        return (self.after - self.before) * 100 / self.before

    @property
    def is_better(self) -> bool | None:
        """Whether it moved the way it should; None when it did not move."""
        if self.before is None or self.after is None or self.before == self.after:
            return None
        return (self.after > self.before) == (self.indicator.better == Better.UP)


@dataclass(frozen=True, slots=True)
class MonthValue:
    """Value of an indicator in a month, over the members that gave one."""

    month: date
    value: Decimal | None
    members: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What was answered about a gathering or half a year: below five answers neither mean nor spread is shown."""

    label: str
    answers: int
    mean: Decimal | None
    spread: Sequence[int] = ()
    """How many gave 1, 2, 3, 4 and 5."""


def before_after(cluster: Cluster) -> list[Effect]:
    """Every indicator before and after. Two queries."""
    readings = _readings(cluster)
    return [_effect(indicator, readings.get(indicator.pk, [])) for indicator in _indicators(cluster)]


def history(cluster: Cluster) -> dict[int, list[MonthValue]]:
    """Indicator (primary key) → its value month by month. One query."""
    found = {}
    for indicator_id, rows in _readings(cluster).items():
        months: dict[date, list[MemberReading]] = {}
        for row in rows:
            months.setdefault(row.month, []).append(row)
        found[indicator_id] = [
            MonthValue(month, aggregate(here[0].indicator.kind, [_row(row) for row in here]), len(here))
            for month, here in sorted(months.items())
        ]
    return found


def satisfaction(cluster: Cluster) -> list[Survey]:
    """All surveys, newest first. One query."""
    rows = SatisfactionAnswer.objects.filter(cluster=cluster).select_related("event").order_by("-answered_on", "-pk")
    grouped: dict[str, list[int]] = {}
    for row in rows:
        grouped.setdefault(_survey(row), []).append(row.score)
    return [_result(label, scores) for label, scores in grouped.items()]


def _indicators(cluster: Cluster) -> list[ClusterIndicator]:
    return list(ClusterIndicator.objects.filter(cluster=cluster).order_by("position", "pk"))


def _readings(cluster: Cluster) -> dict[int, list[MemberReading]]:
    rows = MemberReading.objects.current().filter(indicator__cluster=cluster).select_related("indicator")
    # What was measured after a member had left says nothing of the cluster.
    rows = rows.exclude(member__left_on__lte=F("month")).order_by("month", "member_id")
    found: dict[int, list[MemberReading]] = {}
    for row in rows:
        found.setdefault(row.indicator_id, []).append(row)
    return found


def _effect(indicator: ClusterIndicator, rows: Sequence[MemberReading]) -> Effect:
    first = {row.member_id: row for row in rows if row.month == indicator.baseline_month}
    last = {row.member_id: row for row in rows if row.month > indicator.baseline_month}  # the newest one stays
    both = sorted(first.keys() & last.keys())
    return Effect(
        indicator=indicator,
        before=aggregate(indicator.kind, [_row(first[member]) for member in both]),
        after=aggregate(indicator.kind, [_row(last[member]) for member in both]),
        members=len(both),
        last_month=max((last[member].month for member in both), default=None),
    )


def _row(reading: MemberReading) -> Row:
    return Row(
        month=reading.month,
        value=reading.value,
        numerator=reading.numerator,
        denominator=reading.denominator,
        place=str(reading.member_id),
    )


def _survey(row: SatisfactionAnswer) -> str:
    if row.event is not None:
        return row.event.title
    half, year = HalfYear(row.half).label, local_digits(row.year or 0)
    return _("%(half)s of %(year)s") % {"half": half, "year": year}


def _result(label: str, scores: Sequence[int]) -> Survey:
    if len(scores) < FEWEST_ANSWERS:
        return Survey(label, len(scores), None)
    mean = Decimal(sum(scores)) / len(scores)
    return Survey(label, len(scores), mean, tuple(scores.count(score) for score in range(1, 6)))
