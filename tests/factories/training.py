"""Courses of the tests, made and led on by the services that make real ones.

`CourseFactory()` is an announced course that takes registrations; `CourseFactory.in_phase("FINISHED")` one whose last day
is over, with attendance and marks. Registration is tried by the database's clock, so a course that is over has been set
up with the clock of this thread behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from accounts.models import Person, User
from core import clock
from core.persian.calendar import start_of_day, tehran_date
from tests.factories.accounts import UserFactory, programme_officer
from training.models import Course, Registration, Session
from training.services import attendance, courses, exams, finishing, registrations, sessions

DAY = timedelta(days=1)
BACK = timedelta(days=40)
_NUMBERS = count(1)


@dataclass
class Class:
    """A course with the officer who holds it and those who registered, in their order."""

    course: Course
    officer: User
    people: list[Person] = field(default_factory=list)

    def reload(self) -> Course:
        """The course as it is stored now."""
        self.course = Course.objects.get(pk=self.course.pk)
        return self.course

    def join(self, person: Person | None = None) -> Registration:
        """Somebody registers himself."""
        found: Person = person or UserFactory().person
        self.people.append(found)
        return registrations.register(course_id=self.course.pk, person_id=found.pk, by=found.user, now=clock.now())

    def registration(self, place: int) -> Registration:
        """The newest registration of the person who came as number `place`, from 0."""
        return Registration.objects.filter(course=self.course, person=self.people[place]).latest("pk")

    def sheet(self, session: Session, states: Sequence[str], *, now: datetime | None = None) -> None:
        """Attendance of the people in their order."""
        marks = {self.registration(place).pk: state for place, state in enumerate(states) if state}
        attendance.take(session_id=session.pk, states=marks, by=self.officer, now=now or clock.now())

    def marks(self, *scores: str) -> None:
        """One sitting of the examination, in the order of the people; "" was not there."""
        given = {self.registration(place).pk: Decimal(score) for place, score in enumerate(scores) if score}
        exams.enter(course_id=self.course.pk, scores=given, by=self.officer, now=clock.now())

    def finish(self) -> Course:
        """Settle the results."""
        finishing.finish(course_id=self.course.pk, by=self.officer, now=clock.now())
        return self.reload()


def values(now: datetime, **changes: Any) -> dict[str, Any]:
    """Facts of a course that is announced and begins in ten days."""
    first = tehran_date(now) + 10 * DAY
    return {
        "name": "ساخت چاقوی زنجان",
        "name_en": "Making Zanjan knives",
        "summary": "آب‌دادن تیغه و دسته‌گذاری",
        "audience": "CRAFTSPEOPLE",
        "host": "خوشهٔ چاقوی زنجان",
        "instructor": f"استاد {next(_NUMBERS)}",
        "place": "مرکز آموزش زنجان",
        "county": "zanjan",
        "capacity": 3,
        "fee": 0,
        "registration_opens_at": now - DAY,
        "registration_closes_at": start_of_day(first),
        "starts_on": first,
        "ends_on": first + 4 * DAY,
        "minimum_attendance": 80,
        "exam_pass_mark": 60,
        **changes,
    }


class CourseFactory:
    """Courses by the services."""

    def __new__(cls, **changes: Any) -> Class:  # type: ignore[misc]
        """An announced course that takes registrations now, with `meetings` sessions (2), one a day from its first day on."""
        made = cls.draft(**changes)
        courses.publish(course_id=made.course.pk, by=made.officer, now=clock.now())
        made.reload()
        return made

    @staticmethod
    def draft(*, meetings: int = 2, officer: User | None = None, slug: str = "", **changes: Any) -> Class:
        """A draft with sessions."""
        now = clock.now()
        by = officer or programme_officer()
        facts = values(now, **changes)
        course = courses.create(slug=slug or f"course-{next(_NUMBERS)}", values=facts, by=by, now=now)
        for number in range(meetings):
            begins = start_of_day(course.starts_on + number * DAY) + timedelta(hours=9)
            sessions.add(
                course_id=course.pk,
                values={"topic": f"جلسهٔ {number + 1}", "starts_at": begins, "ends_at": begins + timedelta(hours=3)},
                by=by,
                now=now,
            )
        return Class(course, by)

    @classmethod
    def over(
        cls,
        people: int = 2,
        *,
        sheets: Sequence[Sequence[str]] | None = None,
        scores: Sequence[str] = (),
        **changes: Any,
    ) -> Class:
        """A course whose last day is over: `sheets` are the states of each session, `scores` the marks."""
        with clock.shifted(-BACK):
            made = cls(**changes)
            for _ in range(people):
                made.join()
        courses.settle_phases(now=clock.now())
        for session, states in zip(made.course.sessions.all(), sheets or (), strict=False):
            made.sheet(session, states)
        if scores:
            made.marks(*scores)
        made.reload()
        return made

    @classmethod
    def closed(cls) -> Class:
        """Settled: the first of two passed and has a certificate, the second did not."""
        made = cls.over(sheets=[("PRESENT", "PRESENT"), ("LATE", "ABSENT")], scores=("85", "70"))
        made.finish()
        return made
