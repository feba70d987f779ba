"""What the staff desk shows of one programme; each function makes a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from programs.choices import BaselineStatus, ProgrammeStatus
from programs.models import (
    Activity,
    Baseline,
    BaselineMonth,
    BudgetLine,
    Decision,
    Indicator,
    Issue,
    Programme,
    ProgrammeDocument,
    ProgrammeFact,
    ProgrammePhoto,
    Risk,
)

REGISTERS = (ProgrammeFact, BudgetLine, Indicator, Risk, Issue, Decision, ProgrammePhoto, ProgrammeDocument)


@dataclass(frozen=True, slots=True)
class Plan:
    """Activities with their milestones, and the versions of the plan by month, newest first."""

    activities: list[Activity]
    versions: list[Baseline]


def plan_of(programme: Programme) -> Plan:
    """The plan of a programme. Three queries."""
    activities = programme.activities.select_related("owner").prefetch_related("milestones").order_by("position")
    versions = programme.baselines.select_related("made_by", "approved_by").order_by("-version")
    return Plan(list(activities), list(versions))


def waiting_baseline(programme: Programme) -> Baseline | None:
    """The version that waits for approval. One query."""
    return programme.baselines.filter(status=BaselineStatus.DRAFT).first()


def can_roll_over(programme: Programme) -> bool:
    """Whether a plan of a later year may be made from this one. One query."""
    return programme.status != ProgrammeStatus.STOPPED and not programme.following.exists()


def counts_of(programme: Programme) -> dict[str, int]:
    """Rows of each register by the name of its model. One query for each register."""
    counts: dict[str, int] = {}
    for model in REGISTERS:
        rows: Any = model._default_manager
        counts[str(model._meta.model_name)] = rows.filter(programme=programme).count()
    return counts


def newest_months(programme: Programme) -> list[BaselineMonth]:
    """The months of the newest version, approved or waiting; none when there is no version. One query."""
    newest = Baseline.objects.filter(programme=programme).order_by("-version").values("pk")[:1]
    return list(BaselineMonth.objects.filter(baseline_id__in=newest).order_by("month"))


@dataclass(frozen=True, slots=True)
class Grid:
    """A plan by month as a table: the activities over the columns, then each month with (percent, cost) or None."""

    activities: list[Activity]
    rows: list[tuple[date, list[tuple[Decimal, int] | None]]]


def grid_of(baseline: Baseline) -> Grid:
    """A version as a table. Two queries."""
    months = list(baseline.months.order_by("month"))
    activities = list(Activity.objects.filter(pk__in={row.activity_id for row in months}).order_by("position"))
    values = {(row.month, row.activity_id): (row.planned_percent, row.planned_cost) for row in months}
    days = sorted({row.month for row in months})
    return Grid(activities, [(day, [values.get((day, one.pk)) for one in activities]) for day in days])
