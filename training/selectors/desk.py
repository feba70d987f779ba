"""A course as those who hold it see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.http import Http404

from training import policies
from training.choices import AttendanceState, CourseStatus, RegistrationStatus
from training.models import Course, Registration, Session
from training.outcomes import share
from training.selectors.courses import Card, Meeting, card, meetings, with_counts
from training.selectors.results import Line, lines
from training.wording import outcome_reasons


@dataclass(frozen=True, slots=True)
class SheetRow:
    """How far the sheet of one session is: `noted` of the seated; `present` percent of those noted."""

    meeting: Meeting
    noted: int
    present: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """One course for its staff."""

    course: Course
    card: Card
    sheets: list[SheetRow]
    lines: list[Line]
    waiting: list[Registration]
    grid: list[tuple[Line, list[str]]]
    can_cancel: bool
    can_finish: bool
    can_enter_results: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What settling the results would do for one participant."""

    line: Line
    reasons: list[str]


def desk_course(slug: str) -> Course:
    """Any course by its address, with counts. Http404. 1 query."""
    found: Course | None = with_counts(Course.objects.all()).filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def desk(course: Course, now: datetime) -> Desk:
    """The desk of a course. 8 queries."""
    sessions = _sessions(course)
    found = lines(course)
    phase = course.phase_at(now)
    return Desk(
        course=course,
        card=card(course, now),
        sheets=[
            _sheet_row(one, meeting, phase, now) for one, meeting in zip(sessions, meetings(sessions, now), strict=True)
        ],
        lines=found,
        waiting=list(course.registrations.waiting().select_related("person")),
        grid=[(line, [line.states.get(one.pk, "") for one in sessions]) for line in found],
        can_cancel=phase in policies.BEFORE_THE_END,
        can_finish=phase is CourseStatus.FINISHED,
        can_enter_results=course.has_exam and phase in policies.UNDER_WAY,
    )


def session_of(course: Course, position: int) -> Session:
    """A session by its number. Http404."""
    found: Session | None = course.sessions.filter(position=position).first()
    if found is None:
        raise Http404
    found.course = course
    return found


def registered(course: Course) -> list[Registration]:
    """Everybody who has a seat, in the order of registration, with the person. 1 query."""
    return list(course.registrations.seated().select_related("person").order_by("pk"))


def examined(course: Course) -> list[Line]:
    """Everybody whose marks can be entered: a seat, not settled."""
    return [line for line in lines(course) if line.registration.status == RegistrationStatus.REGISTERED]


def previews(found: list[Line]) -> list[Preview]:
    """Who would pass and who would not, and why."""
    return [Preview(line, outcome_reasons(line.outcome)) for line in found]


def _sessions(course: Course) -> list[Any]:
    attended = Q(attendance__state__in=[AttendanceState.PRESENT, AttendanceState.LATE])
    counted = course.sessions.annotate(noted=Count("attendance"), there=Count("attendance", filter=attended))
    return list(counted.order_by("position"))


def _sheet_row(session: Any, meeting: Meeting, phase: CourseStatus, now: datetime) -> SheetRow:
    return SheetRow(
        meeting=meeting,
        noted=session.noted,
        present=str(share(session.there, session.noted)) if session.noted else "",
        is_open=phase in policies.UNDER_WAY and session.starts_at <= now,
    )
