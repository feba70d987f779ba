"""The plan of a programme: its activities, their milestones, and the baseline by month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max

from core.audit import record
from core.errors import NotFound, PermissionRefused
from core.transitions import apply
from core.writing import check
from programs.choices import BaselineStatus
from programs.errors import InUse, PlanRefused
from programs.models import Activity, Baseline, BaselineMonth, Milestone, Programme
from programs.services.plan_rows import (
    ActivityRow,
    MilestoneRow,
    MonthRow,
    outside,
    wrong_activities,
    wrong_milestones,
    wrong_months,
)
from programs.services.rows import changeable, locked
from programs.signals import figures_changed
from programs.workflow import BASELINE

__all__ = [
    "ActivityRow",
    "MilestoneRow",
    "MonthRow",
    "approve_baseline",
    "draft_baseline",
    "set_activities",
    "set_milestones",
]


def set_activities(*, programme_id: int, rows: Iterable[ActivityRow], by: Any | None, now: datetime) -> list[Activity]:
    """Give a programme exactly these activities: rows with an `id` are changed, others made, missing ones removed.

    The whole plan or nothing. Raises PermissionRefused, ProgrammeOver, PlanRefused (weights that do not make 100, dates
    outside the programme, a position twice), InUse for removing what readings or approved plans rest on.
    """
    wanted = sorted(rows, key=lambda row: row.position)
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        known = {row.pk: row for row in programme.activities.select_for_update().order_by("pk")}
        _refuse(_strange(wanted, known) or wrong_activities(wanted, programme))
        _refuse(_milestones_outside(wanted))
        for gone in set(known) - {row.id for row in wanted}:
            _remove_activity(known[gone])
        kept = [_put(known.get(row.id or 0) or Activity(programme=programme), row) for row in wanted]
        _said(programme, "programs.plan.activities_set", len(kept), by, now)
        return kept


def set_milestones(*, activity_id: int, rows: Iterable[MilestoneRow], by: Any | None, now: datetime) -> list[Milestone]:
    """Give an activity exactly these milestones; as `set_activities`."""
    wanted = sorted(rows, key=lambda row: row.position)
    with transaction.atomic():
        activity = Activity.objects.select_related("programme").filter(pk=activity_id).first()
        if activity is None:
            raise NotFound()
        changeable(activity.programme_id, by=by, now=now)
        known = {row.pk: row for row in activity.milestones.select_for_update().order_by("pk")}
        _refuse(_strange(wanted, known) or wrong_milestones(wanted, activity))
        for gone in set(known) - {row.id for row in wanted}:
            _remove_milestone(known[gone])
        kept = [_put(known.get(row.id or 0) or Milestone(activity=activity), row) for row in wanted]
        _said(activity.programme, "programs.plan.milestones_set", len(kept), by, now)
        return kept


def draft_baseline(
    *, programme_id: int, rows: Iterable[MonthRow], by: Any, now: datetime, note: str = "", reason: str = ""
) -> Baseline:
    """Write a plan by month for approval; a version that waits already is written anew by its next writer.

    Raises PermissionRefused, ProgrammeOver, PlanRefused (months outside the programme, a curve that goes back, more than
    100 per cent, an activity that never reaches 100).
    """
    if by is None:
        raise PermissionRefused(code="needs_person")
    given = list(rows)
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        activities = list(programme.activities.all())
        _refuse(wrong_months(given, programme, activities))
        weights = {activity.pk: activity.weight for activity in activities}
        newest = programme.baselines.aggregate(version=Max("version"))["version"] or 0
        waiting = programme.baselines.select_for_update().filter(status=BaselineStatus.DRAFT).first()
        baseline = waiting or Baseline(programme=programme, version=newest + 1)
        baseline.made_by, baseline.made_at, baseline.note, baseline.reason = by, now, note, reason
        check(baseline)
        baseline.save()
        baseline.months.all().delete()
        BaselineMonth.objects.bulk_create(
            BaselineMonth(
                baseline=baseline,
                activity_id=row.activity_id,
                month=row.month,
                weight=weights[row.activity_id],
                planned_percent=row.planned_percent,
                planned_cost=row.planned_cost,
            )
            for row in given
        )
        record(action="programs.baseline.drafted", by=by, target=baseline, now=now, data={"months": len(given)})
        return baseline


def approve_baseline(*, baseline_id: int, by: Any, now: datetime) -> Baseline:
    """Put a plan by month in force; it is never changed after that. Raises PermissionRefused for its own maker."""
    with transaction.atomic():
        baseline = Baseline.objects.filter(pk=baseline_id).first()
        if baseline is None:
            raise NotFound()
        locked(baseline.programme_id)
        baseline = apply(BASELINE, baseline, "approve", by=by, now=now, changes={"approved_by": by, "approved_at": now})
        figures_changed.send(sender=Baseline, programme_id=baseline.programme_id, now=now)
        return baseline


def _put(row: Any, wanted: ActivityRow | MilestoneRow) -> Any:
    """Write one part; positions are compared when the transaction ends, so parts may change places."""
    before = {name: getattr(row, name) for name in wanted.__slots__ if name != "id"}
    after = {name: getattr(wanted, name) for name in before}
    if row.pk is not None and before == after:
        return row
    for name, value in after.items():
        setattr(row, name, value)
    _check_fields(row)
    row.save(force_insert=row.pk is None)
    return row


def _check_fields(row: models.Model) -> None:
    """The fields alone: the constraint on positions is one of the whole plan, not of a row on its way."""
    try:
        row.clean_fields()
    except ValidationError as error:
        texts = [f"{row}: {text}" for text in error.messages]
        raise PlanRefused(texts) from error


def _remove_activity(activity: Activity) -> None:
    if activity.baseline_months.exists() or activity.budget_lines.exists() or activity.indicators.exists():
        raise InUse(params={"name": activity.name})
    for milestone in activity.milestones.all():
        _remove_milestone(milestone)
    activity.delete()


def _remove_milestone(milestone: Milestone) -> None:
    if milestone.readings.exists():
        raise InUse(params={"name": milestone.name})
    milestone.delete()


def _refuse(sentences: Sequence[str]) -> None:
    if sentences:
        raise PlanRefused(sentences)


def _strange(rows: Sequence[ActivityRow] | Sequence[MilestoneRow], known: dict[int, Any]) -> list[str]:
    """A row that belongs elsewhere is no sentence for a person: such a page was never made."""
    given = [row.id for row in rows if row.id is not None]
    if set(given) - set(known) or len(given) != len(set(given)):
        raise NotFound()
    return []


def _milestones_outside(rows: Sequence[ActivityRow]) -> list[str]:
    """Sentences for milestones that would lie outside the new dates of their activity."""
    days = {row.id: (row.starts_on, row.ends_on) for row in rows if row.id is not None}
    return [
        outside(milestone.name, *days[milestone.activity_id])
        for milestone in Milestone.objects.filter(activity_id__in=days)
        if not days[milestone.activity_id][0] <= milestone.due_on <= days[milestone.activity_id][1]
    ]


def _said(programme: Programme, action: str, count: int, by: Any | None, now: datetime) -> None:
    record(action=action, by=by, target=programme, now=now, data={"rows": count})
    figures_changed.send(sender=Programme, programme_id=programme.pk, now=now)
