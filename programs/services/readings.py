"""Readings: entered, handed in with evidence, returned or approved by somebody else; corrected only by a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core import transitions
from core.audit import record
from core.errors import InvalidInput, NotFound, PermissionRefused
from core.writing import unique_race
from programs import permissions, reading_policies
from programs.choices import ReadingStatus, Series
from programs.errors import AlreadyRead, NotYours, ReadingRefused
from programs.models import Milestone, Reading, ReadingPart
from programs.reading_facts import COLUMN, Target, facts_of
from programs.services.reading_values import MODEL, PartValue, checked, checked_parts
from programs.services.rows import locked
from programs.signals import figures_changed
from programs.workflow import READING

CHANGEABLE = frozenset({ReadingStatus.DRAFT, ReadingStatus.RETURNED})


@transaction.atomic
def draft(
    *,
    series: str,
    target_id: int,
    month: date,
    values: Mapping[str, Any],
    by: User,
    now: datetime,
    note: str = "",
    parts: Iterable[PartValue] = (),
) -> Reading:
    """Begin a reading of a milestone, budget line or indicator for a month (its first day).

    `values`: `percent`; or `allocated` and `paid` in rials; or `value`, of a ratio `numerator` and `denominator`.
    Raises PermissionRefused, NotFound, ReadingRefused, ProgrammeOver, AlreadyRead.
    """
    permissions.require(by, permissions.WRITE_READING)
    target = target_of(series, target_id)
    programme = locked(programme_id_of(target))
    reading_policies.month_can_be_read(programme, month, now)
    _refuse_second(series, target, month)
    row = Reading(programme=programme, series=series, month=month, author=by, created_at=now, note=note)
    setattr(row, COLUMN[Series(series)], target)
    return _save(row, values, parts, action="programs.reading.drafted", by=by, now=now)


@transaction.atomic
def change(
    *,
    reading_id: int,
    values: Mapping[str, Any],
    by: User,
    now: datetime,
    note: str | None = None,
    parts: Iterable[PartValue] | None = None,
) -> Reading:
    """Change one's own reading while it is a draft or was returned; `parts` None leaves the parts as they are.

    Raises PermissionRefused, NotFound, NotYours, ReadingRefused.
    """
    row = _own(reading_id, by)
    row.note = row.note if note is None else note
    return _save(row, values, parts, action="programs.reading.changed", by=by, now=now)


@transaction.atomic
def discard(*, reading_id: int, by: User, now: datetime) -> None:
    """Throw away one's own draft. What was handed in once stays. Raises PermissionRefused, NotFound, NotYours."""
    row = _own(reading_id, by)
    if row.status != ReadingStatus.DRAFT:
        raise NotYours(_("Only a draft can be thrown away."), code="not_a_draft")
    record(action="programs.reading.discarded", by=by, target=row, now=now)
    row.parts.all().delete()
    row.evidence.all().delete()
    row.delete()


@transaction.atomic
def submit(*, reading_id: int, by: User, now: datetime) -> Reading:
    """Hand a reading in for approval; again after it was returned.

    Raises PermissionRefused, WrongState, NoEvidence, ReadingRefused, ProgrammeOver.
    """
    row = _locked(reading_id)
    return transitions.apply(READING, row, "submit", by=by, now=now, changes={"submitted_at": now})


@transaction.atomic
def return_(*, reading_id: int, note: str, by: User, now: datetime) -> Reading:
    """Give a reading back to its author with what is to be put right. Raises PermissionRefused, WrongState, InvalidInput."""
    if not note.strip():
        raise InvalidInput(_("Say what is to be put right."), field="note", code="no_note")
    row = _locked(reading_id)
    _refuse_own(row, by)
    changes = {"reviewed_by": by, "reviewed_at": now, "review_note": note}
    return transitions.apply(READING, row, "return", by=by, now=now, reason=note, changes=changes)


@transaction.atomic
def approve(*, reading_id: int, by: User, now: datetime, note: str = "") -> Reading:
    """Let a reading count. One that corrects another takes its place in the same step.

    Raises PermissionRefused (one's own as well), WrongState, ReadingRefused when it does not fit any more, Conflict.
    """
    row = approve_quietly(reading_id=reading_id, by=by, now=now, note=note)
    figures_changed.send(sender=Reading, programme_id=row.programme_id, now=now)
    return row


def approve_quietly(*, reading_id: int, by: User, now: datetime, note: str = "") -> Reading:
    """`approve` for who approves several and tells once that figures have changed. Inside a transaction."""
    row = _locked(reading_id)
    _refuse_own(row, by)
    if row.corrects_id is not None:
        _supersede(row.corrects_id, row, by, now)
    changes = {"reviewed_by": by, "reviewed_at": now, "review_note": note}
    with unique_race():
        return transitions.apply(
            READING, row, "approve", by=by, now=now, changes=changes, data=facts_of(row, _parts(row))
        )


@transaction.atomic
def correct(
    *,
    reading_id: int,
    values: Mapping[str, Any],
    note: str,
    by: User,
    now: datetime,
    parts: Iterable[PartValue] = (),
) -> Reading:
    """Begin a new reading that is to take the place of an approved one; `note` says why.

    Raises PermissionRefused, NotFound, AlreadyRead, ReadingRefused, InvalidInput.
    """
    permissions.require(by, permissions.WRITE_READING)
    if not note.strip():
        raise InvalidInput(_("Say why the approved figure is corrected."), field="note", code="no_note")
    old = _locked(reading_id)
    if old.status != ReadingStatus.APPROVED or old.superseded:
        raise ReadingRefused(_("Only a figure that counts can be corrected."), code="not_counting")
    reading_policies.month_can_be_read(old.programme, old.month, now)
    _refuse_open(old.series, old.target, old.month)
    row = Reading(programme=old.programme, series=old.series, month=old.month, author=by, created_at=now, note=note)
    row.corrects = old
    setattr(row, COLUMN[Series(old.series)], old.target)
    return _save(row, values, parts, action="programs.reading.correction_begun", by=by, now=now)


def target_of(series: str, target_id: int) -> Target:
    """What is measured. Raises NotFound."""
    rows = MODEL[Series(series)].objects.filter(pk=target_id).order_by("pk")
    target: Target | None = (rows.select_related("activity") if series == Series.PHYSICAL else rows).first()
    if target is None:
        raise NotFound()
    return target


def programme_id_of(target: Target) -> int:
    """The programme a milestone, budget line or indicator belongs to."""
    return target.activity.programme_id if isinstance(target, Milestone) else target.programme_id


def _save(
    row: Reading,
    values: Mapping[str, Any],
    parts: Iterable[PartValue] | None,
    *,
    action: str,
    by: User,
    now: datetime,
) -> Reading:
    target = row.target
    columns = checked(row.series, target, values)
    for name, value in columns.items():
        setattr(row, name, value)
    reading_policies.fits_what_counts(row)
    kept = [] if parts is None else checked_parts(target, columns, parts)
    is_new = row.pk is None
    if parts is None and not is_new and _parts(row):
        raise ReadingRefused(_("Give the parts together with the value."), field="parts", code="parts_missing")
    with unique_race():
        row.save()
    if parts is not None:
        if not is_new and row.indicator_id is not None:
            row.parts.all().delete()
        for part in kept:
            part.reading = row
            part.save()
    record(action=action, by=by, target=row, now=now, data=facts_of(row, _parts(row)))
    return row


def _parts(row: Reading) -> list[ReadingPart]:
    return list(row.parts.all()) if row.indicator_id is not None else []


def _locked(reading_id: int) -> Reading:
    """The reading, locked after its programme. Raises NotFound."""
    found = Reading.objects.filter(pk=reading_id).order_by("pk").values_list("programme_id", flat=True)
    programme_id = found.first()
    if programme_id is None:
        raise NotFound()
    programme = locked(programme_id)
    rows = Reading.objects.select_for_update(of=("self",)).select_related("milestone", "budget_line", "indicator")
    row: Reading = rows.get(pk=reading_id)
    row.programme = programme
    return row


def _own(reading_id: int, by: User) -> Reading:
    row = _locked(reading_id)
    permissions.require(by, permissions.WRITE_READING, row)
    if row.status not in CHANGEABLE:
        raise NotYours()
    return row


def _refuse_own(row: Reading, by: User) -> None:
    if row.author_id == by.pk:
        raise PermissionRefused(_("Nobody decides about his own reading. Another manager does."), code="own_reading")


def _refuse_second(series: str, target: Target, month: date) -> None:
    rows = Reading.objects.filter(**{COLUMN[Series(series)]: target, "month": month}).select_related("author")
    for other in rows:
        if other.status != ReadingStatus.APPROVED:
            raise _in_work(other)
        if not other.superseded:
            raise AlreadyRead(
                _("A figure was approved for %(month)s. Make a correction of it."),
                code="approved_already",
                params={"month": reading_policies.month_name(month)},
            )


def _refuse_open(series: str, target: Target, month: date) -> None:
    rows = Reading.objects.filter(**{COLUMN[Series(series)]: target, "month": month})
    other = rows.exclude(status=ReadingStatus.APPROVED).select_related("author").first()
    if other is not None:
        raise _in_work(other)


def _in_work(other: Reading) -> AlreadyRead:
    return AlreadyRead(
        _("%(name)s has entered a figure for %(month)s already, and it is not decided yet."),
        code="open_already",
        params={"name": other.author.display_name, "month": reading_policies.month_name(other.month)},
    )


def _supersede(old_id: int, row: Reading, by: User, now: datetime) -> None:
    old = Reading.objects.select_for_update(of=("self",)).get(pk=old_id)
    if old.superseded:
        raise AlreadyRead(_("Another correction has taken the place of this figure."), code="corrected_already")
    old.superseded = True
    old.save(update_fields=["superseded"])
    record(action="programs.reading.superseded", by=by, target=old, now=now, data={"by": row.pk})
