"""Programmes for tests, made through the real services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from accounts.models import User
from core.persian.calendar import JalaliDate, months_between
from programs.choices import ProgrammeGroup, ProgrammeStatus
from programs.models import Activity, Baseline, Programme
from programs.services import plans, programmes
from programs.services.plan_rows import ActivityRow, MilestoneRow, MonthRow
from tests.factories import accounts

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
STARTS, ENDS = JalaliDate(1405, 1, 1).to_date(), JalaliDate(1405, 12, 29).to_date()
_numbers = count(1)


def month(number: int, year: int = 1405) -> date:
    """First day of a Jalali month."""
    return JalaliDate(year, number, 1).to_date()


def activity_row(position: int, weight: str, **values: Any) -> ActivityRow:
    """A row over the whole year."""
    return ActivityRow(
        **{
            "position": position, "name": f"فعالیت {position}", "weight": Decimal(weight), "starts_on": STARTS,
            "ends_on": ENDS, **values,
        }
    )  # fmt: skip


def milestone_row(position: int, weight: str, **values: Any) -> MilestoneRow:
    """A milestone due at the end of the year."""
    return MilestoneRow(
        **{"position": position, "name": f"مرحله {position}", "weight": Decimal(weight), "due_on": ENDS, **values}
    )


def straight(activities: Sequence[Activity], cost: int = 1_200) -> list[MonthRow]:
    """An even curve over the twelve months of the year: each reaches 100 per cent and `cost` in Esfand."""
    months = months_between(STARTS, ENDS)
    return [
        MonthRow(
            activity.pk,
            day,
            (Decimal(100) * number / len(months)).quantize(Decimal("0.01")),
            cost * number // len(months),
        )
        for activity in activities
        for number, day in enumerate(months, start=1)
    ]


class ProgrammeFactory:
    """Programmes of 1405."""

    def __new__(cls, slug: str = "", *, owner: User | None = None, **values: Any) -> Programme:
        """A programme in draft."""
        defaults = {
            "name": "احداث پست برق", "group": ProgrammeGroup.FLAGSHIP_YEAR, "purpose": "برق برای شهرک", "year": 1405,
            "starts_on": STARTS, "ends_on": ENDS, "owner": owner or accounts.programme_officer(), "is_public": True,
        }  # fmt: skip
        slug = slug or f"programme-{next(_numbers)}"
        return programmes.create(slug=slug, values={**defaults, **values}, by=None, now=NOW)

    @staticmethod
    def planned(slug: str = "", *, weights: Sequence[str] = ("60", "40"), **values: Any) -> Programme:
        """A programme in draft with activities, two milestones each (30 and 70) and an approved even plan by month."""
        programme: Programme = ProgrammeFactory(slug, **values)
        rows = [activity_row(number, weight) for number, weight in enumerate(weights, start=1)]
        activities = plans.set_activities(programme_id=programme.pk, rows=rows, by=None, now=NOW)
        for activity in activities:
            parts = [milestone_row(1, "30"), milestone_row(2, "70")]
            plans.set_milestones(activity_id=activity.pk, rows=parts, by=None, now=NOW)
        baseline_of(programme, approved=True)
        return programme

    @staticmethod
    def in_status(status: str, slug: str = "", **values: Any) -> Programme:
        """A programme walked to this status through the services (COMPLETED needs readings and is not made here)."""
        if status == ProgrammeStatus.DRAFT:
            return ProgrammeFactory(slug, **values)
        programme = ProgrammeFactory.planned(slug, **values)
        boss = accounts.manager()
        programme = programmes.activate(programme_id=programme.pk, by=boss, now=NOW)
        if status == ProgrammeStatus.SUSPENDED:
            programme = programmes.suspend(programme_id=programme.pk, reason="اعتبار نرسید", by=boss, now=NOW)
        if status == ProgrammeStatus.STOPPED:
            programme = programmes.stop(programme_id=programme.pk, reason="منتفی شد", by=boss, now=NOW)
        assert programme.status == status
        return programme


def baseline_of(programme: Programme, *, approved: bool = False, by: User | None = None, cost: int = 1_200) -> Baseline:
    """A plan by month along an even curve, approved by a manager when asked for."""
    rows = straight(list(programme.activities.all()), cost)
    maker = by or accounts.programme_officer()
    baseline = plans.draft_baseline(programme_id=programme.pk, rows=rows, by=maker, now=NOW)
    if approved:
        baseline = plans.approve_baseline(baseline_id=baseline.pk, by=accounts.manager(), now=NOW)
    return baseline
