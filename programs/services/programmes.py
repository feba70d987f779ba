"""Programmes: made, changed, set going, rested, completed, given up, and where they take place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput
from core.transitions import apply
from core.writing import write
from programs import permissions
from programs.models import Activity, Milestone, Programme, ProgrammeEstate
from programs.services.roll_over import roll_over
from programs.services.rows import changeable, locked, only
from programs.signals import figures_changed
from programs.workflow import PROGRAMME

__all__ = [
    "FIELDS", "activate", "change", "complete", "create", "link_estate", "resume", "roll_over", "stop", "suspend",
    "unlink_estate",
]  # fmt: skip

FIELDS = frozenset(
    {
        "group", "name", "name_en", "purpose", "year", "starts_on", "ends_on", "owner", "position", "is_public",
        "is_illustrative", "source", "source_date",
    }
)  # fmt: skip


def create(*, slug: str, values: Mapping[str, Any], by: Any | None, now: datetime) -> Programme:
    """Make a programme in draft; `values` are `FIELDS`. Raises PermissionRefused, InvalidInput."""
    only(values, FIELDS)
    permissions.require(by, permissions.CHANGE)
    with transaction.atomic():
        programme = Programme(slug=slug, created_at=now)
        _refuse_reversed_dates(programme, values)
        return write(programme, values, by=by, now=now, event="programs.programme")


def change(*, programme_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Programme:
    """Change facts of a programme; `values` are `FIELDS`. Activities and milestones must stay inside its dates.

    Raises PermissionRefused, NotFound, ProgrammeOver, InvalidInput.
    """
    only(values, FIELDS)
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        _refuse_reversed_dates(programme, values)
        programme = write(programme, values, by=by, now=now, event="programs.programme")
        _refuse_parts_outside(programme)
        figures_changed.send(sender=Programme, programme_id=programme.pk, now=now)
        return programme


def activate(*, programme_id: int, by: Any, now: datetime) -> Programme:
    """Set a planned programme going. Raises NotReady when weights or the approved plan are missing."""
    return _move(programme_id, "activate", by=by, now=now)


def suspend(*, programme_id: int, reason: str, by: Any, now: datetime) -> Programme:
    """Let it rest for a while; the reason is kept."""
    return _move(programme_id, "suspend", by=by, now=now, reason=_said(reason))


def resume(*, programme_id: int, by: Any, now: datetime) -> Programme:
    """Go on with a programme that rested."""
    return _move(programme_id, "resume", by=by, now=now)


def complete(*, programme_id: int, by: Any, now: datetime) -> Programme:
    """Say that all of it is done. Raises NotReady when a milestone has not reached 100 per cent."""
    return _move(programme_id, "complete", by=by, now=now)


def stop(*, programme_id: int, reason: str, by: Any, now: datetime) -> Programme:
    """Give it up for good; the reason is kept."""
    return _move(programme_id, "stop", by=by, now=now, reason=_said(reason))


def link_estate(*, programme_id: int, estate_id: int, by: Any | None, now: datetime) -> ProgrammeEstate:
    """Say that a programme is about an estate; again: no change."""
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        known = ProgrammeEstate.objects.filter(programme=programme, estate_id=estate_id).first()
        link = known or ProgrammeEstate(programme=programme, estate_id=estate_id)
        return write(link, {}, by=by, now=now, event="programs.estate")


def unlink_estate(*, programme_id: int, estate_id: int, by: Any | None, now: datetime) -> None:
    """Take the link back; nothing happens when there is none."""
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        for link in ProgrammeEstate.objects.filter(programme=programme, estate_id=estate_id):
            record(action="programs.estate.removed", by=by, target=programme, now=now, data={"estate": estate_id})
            link.delete()


def _move(programme_id: int, name: str, *, by: Any, now: datetime, reason: str = "") -> Programme:
    with transaction.atomic():
        programme = apply(PROGRAMME, locked(programme_id), name, by=by, now=now, reason=reason)
        figures_changed.send(sender=Programme, programme_id=programme.pk, now=now)
        return programme


def _said(reason: str) -> str:
    if not reason.strip():
        raise InvalidInput(_("Say why."), field="reason")
    return reason


def _refuse_reversed_dates(programme: Programme, values: Mapping[str, Any]) -> None:
    starts = values.get("starts_on") or programme.starts_on
    ends = values.get("ends_on") or programme.ends_on
    if starts and ends and ends <= starts:
        raise InvalidInput(_("The end must be after the beginning."), field="ends_on")


def _refuse_parts_outside(programme: Programme) -> None:
    """Raises InvalidInput naming an activity or milestone that would lie outside the programme."""
    within = (programme.starts_on, programme.ends_on)
    activities = Activity.objects.filter(programme=programme)
    outside = activities.exclude(starts_on__range=within).first() or activities.exclude(ends_on__range=within).first()
    late = Milestone.objects.filter(activity__programme=programme).exclude(due_on__range=within).first()
    part = outside or late
    if part is not None:
        raise InvalidInput(
            _("“%(part)s” would lie outside the programme. Change its dates first.") % {"part": part.name},
            field="ends_on",
        )
