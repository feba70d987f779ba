"""Sessions of a course: when, where, with whom, about what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput, NotFound
from training import policies, texts
from training.choices import RegistrationStatus
from training.errors import CourseFixed
from training.models import Course, Session
from training.permissions import require
from training.services.courses import within
from training.services.notices import tell
from training.services.writing import assign, locked_course, named_refusals

FACTS = frozenset({"starts_at", "ends_at", "topic", "place", "room", "instructor"})
KEYS = {"place": "room_key", "room": "room_key", "instructor": "instructor_key"}
TOLD = frozenset({"starts_at", "place", "room"})
"""Changes participants are told of."""


def add(*, course_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Session:
    """Add a session at the end; `values` may hold any of FACTS. Place and teacher are the course's unless they are given.

    Raises PermissionRefused, WrongState, InvalidInput, RoomTaken, TeacherTaken.
    """
    with transaction.atomic():
        course = _locked(course_id, by, now)
        numbers = course.sessions.values_list("position", flat=True)
        row = Session(course=course, position=max(numbers, default=0) + 1)
        given = {name: value for name, value in values.items() if value not in (None, "")}
        assign(row, {"place": course.place, "instructor": course.instructor, **given}, allowed=FACTS)
        _refuse_outside(course, row)
        with named_refusals():
            row.save(force_insert=True)
        record(action="training.session.added", by=by, target=row, now=now)
    return row


def change(*, session_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Session:
    """Change a session; participants are told of a new time or place. One whose sheet was begun stays where it was.

    Raises PermissionRefused, NotFound, WrongState, InvalidInput, RoomTaken, TeacherTaken.
    """
    with transaction.atomic():
        course = _locked(_course_of(session_id), by, now)
        row = Session.objects.select_for_update(of=("self",)).get(pk=session_id)
        row.course = course
        changed = assign(row, values, allowed=FACTS)
        if not changed:
            return row
        if {"starts_at", "ends_at"} & set(changed) and row.attendance.exists():
            raise CourseFixed(_("Attendance of this session is noted already; its time stays."), code="sheet_begun")
        _refuse_outside(course, row)
        keys = {KEYS[name] for name in changed if name in KEYS}
        with named_refusals():
            row.save(update_fields=[*changed, *keys])
        record(action="training.session.changed", by=by, target=row, now=now, data={"fields": sorted(changed)})
        if course.is_public and TOLD & set(changed):
            _tell_of_change(row, now)
    return row


def remove(*, session_id: int, by: Any | None, now: datetime) -> None:
    """Take a session out; later ones move up. Raises PermissionRefused, NotFound, WrongState once attendance was noted."""
    with transaction.atomic():
        course = _locked(_course_of(session_id), by, now)
        row = Session.objects.select_for_update(of=("self",)).get(pk=session_id)
        if row.attendance.exists():
            raise CourseFixed(_("Attendance of this session is noted already; it stays."), code="sheet_begun")
        if course.is_public and course.sessions.count() == 1:
            raise CourseFixed(_("An announced course keeps at least one session."), code="last_session")
        record(action="training.session.removed", by=by, target=row, now=now)
        row.delete()
        for place, later in enumerate(course.sessions.select_for_update(of=("self",)).order_by("position"), start=1):
            if later.position != place:
                later.position = place
                later.save(update_fields=["position"])


def _course_of(session_id: int) -> int:
    found = Session.objects.filter(pk=session_id).values_list("course_id", flat=True).first()
    if found is None:
        raise NotFound()
    return int(found)


def _locked(course_id: int, by: Any | None, now: datetime) -> Course:
    course = locked_course(course_id)
    require(by, "training.change_course", course)
    policies.may_be_changed(course, now)
    return course


def _refuse_outside(course: Course, row: Session) -> None:
    if not within(course, row.starts_at, row.ends_at):
        raise InvalidInput(_("Sessions lie between the first and the last day of the course."), field="starts_at")


def _tell_of_change(row: Session, now: datetime) -> None:
    states = [RegistrationStatus.REGISTERED, RegistrationStatus.WAITING]
    where = f"{row.place}، {row.room}" if row.room else row.place
    params = {"course": row.course.name, "topic": row.topic, "at": row.starts_at, "place": where}
    for one in row.course.registrations.filter(status__in=states).select_related("person__user").order_by("pk"):
        tell(texts.CHANGED, one, params, key=f"session:{row.pk}:{now.isoformat()}", now=now)
