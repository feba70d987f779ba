"""Taking a seat, waiting for one, giving it up. Seats are counted while the course is locked; a trigger counts again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import Person
from core import clock
from core.audit import record
from core.errors import NotFound
from core.persian.text import normalise
from core.transitions import apply
from training import policies, texts
from training.choices import LIVE, RegistrationStatus
from training.errors import RegisteredAlready
from training.models import Course, Registration
from training.permissions import require
from training.services.notices import tell
from training.services.writing import locked_course, named_refusals
from training.workflow import REGISTRATION

LONGEST_REASON = 300


def register(*, course_id: int, person_id: int, by: Any | None, now: datetime) -> Registration:
    """Give the person a seat, or a place at the end of the waiting list when every seat is taken; and tell him which.

    In time is who comes in time by the database's clock. Raises PermissionRefused, NotFound, RegistrationClosed,
    RegisteredAlready.
    """
    person = Person.objects.select_related("user").filter(pk=person_id).first()
    if person is None:
        raise NotFound()
    require(by, "training.register_person", person)
    with transaction.atomic():
        course = locked_course(course_id)
        moment = clock.database_now()
        policies.refuse_unless_taking_registrations(course, moment)
        if course.registrations.filter(person=person, status__in=LIVE).exists():
            raise RegisteredAlready()
        with named_refusals():
            row = Registration.objects.create(course=course, person=person, registered_at=moment, registered_by=by)
        record(action="training.registration.added", by=by, target=row, now=now)
        if free_seats(course) > 0 and not course.registrations.waiting().exclude(pk=row.pk).exists():
            row = _seat(row, now=moment)
            tell(texts.REGISTERED, row, _params(course), key="registered", now=now)
        else:
            place = course.registrations.waiting().count()
            tell(texts.WAITING, row, {"course": course.name, "place": place}, key="waiting", now=now)
    return row


def cancel(*, registration_id: int, by: Any | None, now: datetime, reason: str = "") -> Registration:
    """Give up a seat or a place in the list; the seat goes to the next who waits, in this transaction.

    Raises PermissionRefused, NotFound, WrongState.
    """
    course_id = Registration.objects.filter(pk=registration_id).values_list("course_id", flat=True).first()
    if course_id is None:
        raise NotFound()
    why = normalise(reason)[:LONGEST_REASON]
    with transaction.atomic():
        course = locked_course(course_id)
        moment = clock.database_now()
        row = Registration.objects.select_related("course", "person__user").get(pk=registration_id)
        done = apply(
            REGISTRATION, row, "cancel", by=by, now=moment, reason=why, changes={"ended_at": moment, "reason": why}
        )
        tell(texts.CANCELLED, row, {"course": course.name}, key="cancelled", now=now)
        fill_seats(course, now=moment)
    return done


def fill_seats(course: Course, *, now: datetime) -> int:
    """Give free seats to those who wait, in their order, and tell them; how many. The caller holds the course's lock."""
    if not policies.seats_are_given_out_at(course, now):
        return 0
    free = free_seats(course)
    if free <= 0:
        return 0
    following = list(course.registrations.waiting().select_related("person__user")[:free])
    for row in following:
        _seat(row, now=now)
        tell(texts.PROMOTED, row, _params(course), key="promoted", now=now)
    return len(following)


def free_seats(course: Course) -> int:
    """Seats nobody has; below zero never, a trigger keeps it."""
    return int(course.capacity - course.registrations.seated().count())


def end_waiting_list(course: Course, *, now: datetime) -> int:
    """The course has begun: who still waits is told so, and may look for the next course. The caller holds the lock."""
    waiting = list(course.registrations.waiting().select_related("person__user"))
    for row in waiting:
        apply(REGISTRATION, row, "lapse", by=None, now=now, changes={"ended_at": now})
        tell(texts.LIST_LAPSED, row, {"course": course.name}, key="list_lapsed", now=now)
    return len(waiting)


def end_all_by_cancelling(course: Course, *, reason: str, now: datetime) -> int:
    """The course was cancelled: everybody on its lists is told why. The caller holds the lock."""
    states = [RegistrationStatus.WAITING, RegistrationStatus.REGISTERED]
    rows = list(course.registrations.filter(status__in=states).select_related("person__user").order_by("pk"))
    for row in rows:
        apply(REGISTRATION, row, "lapse", by=None, now=now, changes={"ended_at": now})
        params = {"course": course.name, "reason": reason}
        tell(texts.COURSE_CANCELLED, row, params, key="course_cancelled", now=now)
    return len(rows)


def _seat(row: Registration, *, now: datetime) -> Registration:
    return apply(REGISTRATION, row, "seat", by=None, now=now, changes={"seated_at": now})


def _params(course: Course) -> dict[str, Any]:
    return {"course": course.name, "day": course.starts_on, "place": course.place}
