"""A course is written, announced, changed, cancelled; its state follows its dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput
from core.persian.calendar import start_of_day, tehran_date
from core.persian.text import normalise
from core.transitions import apply
from training import policies
from training.choices import CourseStatus
from training.models import Course
from training.permissions import require
from training.services import registrations
from training.services.writing import assign, locked_course, named_refusals
from training.workflow import COURSE

FACTS = frozenset(
    {
        "name", "name_en", "summary", "audience", "host", "owner_kind", "owner_key", "instructor", "place", "county",
        "capacity", "fee", "registration_opens_at", "registration_closes_at", "starts_on", "ends_on", "minimum_attendance",
        "exam_pass_mark",
    }
)  # fmt: skip
RULES = frozenset({"minimum_attendance", "exam_pass_mark", "fee", "starts_on"})
"""What people relied on when they registered: fixed once the course is announced."""
SEARCHED = frozenset({"name", "name_en", "place", "host"})


def create(
    *, slug: str, values: Mapping[str, Any], by: Any | None, now: datetime, is_illustrative: bool = False
) -> Course:
    """Write the draft of a course; `values` may hold any of FACTS. Raises PermissionRefused, InvalidInput."""
    require(by, "training.change_course")
    course = Course(created_by=by, created_at=now, updated_at=now, is_illustrative=is_illustrative)
    with transaction.atomic():
        assign(course, {"slug": slug, **values}, allowed=FACTS | {"slug"})
        _refuse_odd_dates(course)
        with named_refusals():
            course.save(force_insert=True)
        record(action="training.course.added", by=by, target=course, now=now)
    return course


def change(*, course_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Course:
    """Change facts of a course that is not over. RULES are fixed once it is announced. More seats go to the waiting list at once.

    Raises PermissionRefused, WrongState, InvalidInput, SeatsTaken.
    """
    with transaction.atomic():
        course = locked_course(course_id)
        require(by, "training.change_course", course)
        policies.may_be_changed(course, now)
        changed = assign(course, values, allowed=FACTS)
        if not changed:
            return course
        _refuse_changed_rules(course, changed)
        _refuse_odd_dates(course)
        course.updated_at = now
        keys = ["search_key"] if SEARCHED & set(changed) else []
        with named_refusals():
            course.save(update_fields=[*changed, *keys, "updated_at"])
        record(action="training.course.changed", by=by, target=course, now=now, data={"fields": sorted(changed)})
        if "capacity" in changed:
            registrations.fill_seats(course, now=now)
    return course


def publish(*, course_id: int, by: Any | None, now: datetime) -> Course:
    """Announce the course. Raises PermissionRefused, WrongState, NotReady with everything that is missing."""
    with transaction.atomic():
        course = locked_course(course_id)
        return apply(COURSE, course, "publish", by=by, now=now, changes={"published_at": now})


def cancel(*, course_id: int, reason: str, by: Any | None, now: datetime) -> Course:
    """Call the course off: rooms become free, everybody on its lists is told why. Raises PermissionRefused, WrongState, InvalidInput."""
    why = normalise(reason, multiline=True)
    if not why:
        raise InvalidInput(_("Write why the course is cancelled; participants read it."), field="reason")
    with transaction.atomic():
        course = locked_course(course_id)
        settle_phase(course, now=now)
        done = apply(COURSE, course, "cancel", by=by, now=now, reason=why, changes={"cancelled_reason": why})
        done.sessions.update(is_live=False)
        registrations.end_all_by_cancelling(done, reason=why, now=now)
    return done


def settle_phases(*, now: datetime) -> int:
    """Bring the stored status of courses in line with their dates; how many changed. Nothing waits for it: decisions read the dates."""
    moved = 0
    for course_id in list(Course.objects.overtaken_by_dates_at(now).order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            moved += settle_phase(locked_course(course_id), now=now)
    return moved


def settle_phase(course: Course, *, now: datetime) -> int:
    """The same for one locked course: 0, 1 or 2 arrows. When it begins, its waiting list ends."""
    moved = 0
    if course.status == CourseStatus.PUBLISHED and course.phase_at(now) is not CourseStatus.PUBLISHED:
        apply(COURSE, course, "begin", by=None, now=now)
        registrations.end_waiting_list(course, now=now)
        moved += 1
    if course.status == CourseStatus.RUNNING and course.phase_at(now) is CourseStatus.FINISHED:
        apply(COURSE, course, "end", by=None, now=now)
        moved += 1
    return moved


def _refuse_changed_rules(course: Course, changed: list[str]) -> None:
    fixed = RULES & set(changed)
    if course.is_public and fixed:
        sentence = _("This is fixed since the course was announced.")
        raise InvalidInput(errors={name: [sentence] for name in sorted(fixed)}, code="rules_fixed")


def _refuse_odd_dates(course: Course) -> None:
    closes = course.registration_closes_at
    if closes is not None and closes > start_of_day(course.starts_on):
        text = _("Registration ends before the first day of the course at the latest.")
        raise InvalidInput(text, field="registration_closes_at", code="registration_after_start")
    outside = course.sessions.filter(is_live=True) if course.pk else None
    if outside is not None and any(not within(course, one.starts_at, one.ends_at) for one in outside):
        raise InvalidInput(
            _("A session lies outside these days. Move it first."), field="ends_on", code="sessions_outside"
        )


def within(course: Course, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether a session lies within the days of the course."""
    return course.starts_on <= tehran_date(starts_at) and tehran_date(ends_at) <= course.ends_on
