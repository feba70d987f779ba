"""Courses as visitors and participants see them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from accounts.models import Person
from accounts.selectors import person_of
from core.persian.calendar import tehran_date
from training import policies
from training.choices import LIVE, CourseStatus, RegistrationStatus
from training.models import Course, Registration, Session
from training.selectors.results import Line, lines_of
from training.wording import days_text, rule_texts, seats_text, when_text


@dataclass(frozen=True, slots=True)
class Card:
    """One course in a list. `phase` is the state at the moment of the page, whatever is stored."""

    course: Course
    phase: CourseStatus
    days: str
    free: int
    waiting: int
    seats: str
    takes_registrations: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session with its time in words."""

    session: Session
    when: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class CoursePage:
    """The page of a course. `mine` is the registration of the person who looks, with `ahead` of him in the list."""

    card: Card
    meetings: list[Meeting]
    rules: list[str]
    mine: Registration | None
    may_leave: bool


@dataclass(frozen=True, slots=True)
class MyCourse:
    """One of my courses: my place, how it goes."""

    card: Card
    line: Line
    place: int
    next_meeting: Meeting | None
    may_leave: bool


def with_counts(courses: QuerySet[Course]) -> QuerySet[Course]:
    """Courses with the counts a card needs."""
    return courses.with_seats()  # type: ignore[attr-defined]


def card(course: Any, now: datetime) -> Card:
    """The card of a course that has `taken` and `waiting` (`with_counts`)."""
    free = max(0, course.capacity - course.taken)
    return Card(
        course=course,
        phase=course.phase_at(now),
        days=days_text(course.starts_on, course.ends_on),
        free=free,
        waiting=course.waiting,
        seats=seats_text(free, course.capacity),
        takes_registrations=course.takes_registrations_at(now),
    )


def coming_for(audiences: Collection[str], *, owner_kind: str, now: datetime, most: int) -> list[Card]:
    """Announced courses for these people, or of owners of this kind, that can still be joined or run now: those that take
    registrations first, then by their first day; at most so many. 1 query."""
    wanted = Q(audience__in=audiences) | Q(owner_kind=owner_kind)
    rows = Course.objects.public().not_over_on(tehran_date(now)).filter(wanted).exclude(status=CourseStatus.CANCELLED)
    cards = [card(course, now) for course in with_counts(rows)]
    cards.sort(key=lambda one: (not one.takes_registrations, one.course.starts_on, one.course.pk))
    return cards[:most]


def public_course(slug: str) -> Course:
    """An announced course by its address, with counts. Http404. 1 query."""
    found: Course | None = with_counts(Course.objects.public()).filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def meetings(sessions: Iterable[Session], now: datetime) -> list[Meeting]:
    """Sessions in words."""
    return [Meeting(one, when_text(one), one.ends_at <= now) for one in sessions]


def course_page(slug: str, user: Any, now: datetime) -> CoursePage:
    """Everything the page of a course shows. 4 queries at most."""
    course = public_course(slug)
    mine = registration_of(course, person_of(user)) if user.is_authenticated else None
    return CoursePage(
        card=card(course, now),
        meetings=meetings(course.sessions.all(), now),
        rules=rule_texts(course),
        mine=mine,
        may_leave=mine is not None and _may_leave(mine, course, now),
    )


def registration_of(course: Course, person: Person | None) -> Registration | None:
    """The live registration of a person in a course, with `ahead`. 1 query."""
    if person is None:
        return None
    rows = Registration.objects.filter(course=course, person=person, status__in=LIVE)
    return rows.with_place().first()  # type: ignore[no-any-return]


def my_courses(user: Any, now: datetime) -> list[MyCourse]:
    """Courses of this person: those to come first, then the past, newest first. 8 queries."""
    person = person_of(user)
    if person is None:
        return []
    rows = list(Registration.objects.filter(person=person).with_place().select_related("person").order_by("-pk"))
    newest: dict[int, Registration] = {}
    for row in rows:
        # Of a course left and joined again, the last registration counts.
        newest.setdefault(row.course_id, row)
    found = with_counts(Course.objects.filter(pk__in=newest)).prefetch_related("sessions")
    courses = {course.pk: course for course in found}
    mine = [_mine(line, courses[line.registration.course_id], now) for line in lines_of(list(newest.values()), courses)]
    coming = [one for one in mine if one.card.phase in policies.BEFORE_THE_END and one.line.registration.status in LIVE]
    past = [one for one in mine if one not in coming]
    coming.sort(key=lambda one: (one.card.course.starts_on, one.card.course.pk))
    past.sort(key=lambda one: (one.card.course.starts_on, one.card.course.pk), reverse=True)
    return [*coming, *past]


def _mine(line: Line, course: Course, now: datetime) -> MyCourse:
    row: Any = line.registration
    row.course = course
    ahead = [one for one in course.sessions.all() if one.ends_at > now and one.is_live]
    ahead.sort(key=lambda one: one.starts_at)
    return MyCourse(
        card=card(course, now),
        line=line,
        place=row.ahead + 1,
        next_meeting=meetings(ahead[:1], now)[0] if ahead else None,
        may_leave=_may_leave(row, course, now),
    )


def _may_leave(row: Registration, course: Course, now: datetime) -> bool:
    leavable = (RegistrationStatus.WAITING, RegistrationStatus.REGISTERED)
    return row.status in leavable and course.phase_at(now) in policies.BEFORE_THE_END
