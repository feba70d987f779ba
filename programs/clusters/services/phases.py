"""Phases of a cluster's development project."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import transitions
from core.errors import WrongState
from core.persian.calendar import tehran_date
from core.writing import write
from programs.clusters import permissions, workflow
from programs.clusters.choices import PhaseStatus
from programs.clusters.models import PhaseRun
from programs.clusters.services.checks import in_order, locked, locked_cluster, not_later


def plan(
    *,
    cluster_id: int,
    phase: str,
    planned_starts_on: date,
    planned_ends_on: date,
    by: Any | None,
    now: datetime,
    is_illustrative: bool = False,
) -> PhaseRun:
    """Say when a phase is to run; again, while it has not begun: to move it. Raises InvalidInput, WrongState."""
    permissions.require(by, permissions.WRITE)
    in_order(planned_starts_on, planned_ends_on, field="planned_ends_on")
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        row = PhaseRun.objects.filter(cluster=cluster, phase=phase).first()
        values = {
            "phase": phase, "planned_starts_on": planned_starts_on, "planned_ends_on": planned_ends_on,
            "is_illustrative": is_illustrative,
        }  # fmt: skip
        if row is not None and row.status != PhaseStatus.PLANNED and _differs(row, values):
            raise WrongState(_("This phase has begun; its plan is no longer changed."), code="phase_begun")
        return write(row or PhaseRun(cluster=cluster), values, by=by, now=now, event="clusters.phase")


def start(*, phase_id: int, on: date, by: Any, now: datetime) -> PhaseRun:
    """A phase begins. Raises PhaseTooEarly while the one before it has not ended."""
    with transaction.atomic():
        run = locked(PhaseRun, phase_id)
        not_later(on, tehran_date(now), field="starts_on")
        return transitions.apply(workflow.PHASE, run, "start", by=by, now=now, changes={"starts_on": on})


def finish(*, phase_id: int, on: date, report: str, by: Any, now: datetime) -> PhaseRun:
    """A phase ends, with a report of what it brought."""
    with transaction.atomic():
        run = locked(PhaseRun, phase_id)
        not_later(on, tehran_date(now), field="ends_on")
        if run.starts_on is not None:
            in_order(run.starts_on, on, same_day=True)
        return transitions.apply(
            workflow.PHASE, run, "finish", by=by, now=now, changes={"ends_on": on, "report": report.strip()}
        )


def _differs(row: PhaseRun, values: dict[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in values.items())
