"""Seats, the waiting list and who moves up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core import clock
from core.errors import NotFound, PermissionRefused, WrongState
from core.messages.models import Message
from tests.factories.accounts import UserFactory, auditor
from tests.factories.training import DAY, Class, CourseFactory
from training.errors import RegisteredAlready, RegistrationClosed
from training.models import Registration
from training.services import courses, registrations

pytestmark = pytest.mark.django_db


def statuses(made: Class) -> list[str]:
    return [made.registration(place).status for place in range(len(made.people))]


def leave(made: Class, place: int) -> Registration:
    person = made.people[place]
    return registrations.cancel(
        registration_id=made.registration(place).pk, by=person.user, now=clock.now(), reason="سفر"
    )


def told(made: Class, place: int) -> list[str]:
    found = Message.objects.filter(user=made.people[place].user, channel="portal").order_by("created_at", "pk")
    return sorted(found.values_list("template", flat=True))


def test_seats_are_given_in_the_order_of_registration_and_the_rest_waits():
    made = CourseFactory(capacity=2)
    for _ in range(4):
        made.join()
    assert statuses(made) == ["REGISTERED", "REGISTERED", "WAITING", "WAITING"]
    assert told(made, 0) == ["training.registered"]
    assert told(made, 3) == ["training.waiting"]
    waiting = Message.objects.get(user=made.people[3].user, channel="portal")
    assert "۲" in waiting.text


def test_the_seat_of_who_cancels_goes_to_the_first_in_the_list_at_once():
    made = CourseFactory(capacity=1)
    for _ in range(3):
        made.join()
    done = leave(made, 0)
    assert (done.status, done.reason) == ("CANCELLED", "سفر")
    assert done.ended_at is not None
    assert statuses(made) == ["CANCELLED", "REGISTERED", "WAITING"]
    assert told(made, 1) == ["training.promoted", "training.waiting"]
    assert told(made, 2) == ["training.waiting"]


def test_who_waits_and_leaves_gives_nobody_a_seat():
    made = CourseFactory(capacity=1)
    for _ in range(3):
        made.join()
    leave(made, 1)
    assert statuses(made) == ["REGISTERED", "CANCELLED", "WAITING"]


def test_more_seats_go_to_the_list_in_the_same_transaction():
    made = CourseFactory(capacity=1)
    for _ in range(4):
        made.join()
    courses.change(course_id=made.course.pk, values={"capacity": 3}, by=made.officer, now=clock.now())
    assert statuses(made) == ["REGISTERED", "REGISTERED", "REGISTERED", "WAITING"]


def test_who_comes_back_goes_to_the_end_of_the_list():
    made = CourseFactory(capacity=1)
    for _ in range(3):
        made.join()
    leave(made, 1)
    made.join(made.people[1])
    leave(made, 0)
    assert statuses(made)[1:3] == ["WAITING", "REGISTERED"]


def test_a_person_is_on_the_list_of_a_course_once():
    made = CourseFactory()
    made.join()
    with pytest.raises(RegisteredAlready):
        made.join(made.people[0])
    assert Registration.objects.count() == 1


def test_nobody_registers_somebody_else_but_those_who_hold_courses():
    made = CourseFactory()
    stranger, person = UserFactory(), UserFactory().person
    for user in (stranger, auditor()):
        with pytest.raises(PermissionRefused):
            registrations.register(course_id=made.course.pk, person_id=person.pk, by=user, now=clock.now())
    row = registrations.register(course_id=made.course.pk, person_id=person.pk, by=made.officer, now=clock.now())
    assert (row.status, row.registered_by) == ("REGISTERED", made.officer)
    with pytest.raises(PermissionRefused):
        registrations.cancel(registration_id=row.pk, by=stranger, now=clock.now())
    with pytest.raises(NotFound):
        registrations.cancel(registration_id=row.pk + 99, by=stranger, now=clock.now())


def test_registration_is_open_in_its_term_by_the_databases_clock_alone():
    now = clock.now()
    made = CourseFactory(registration_opens_at=now + DAY, registration_closes_at=now + 2 * DAY)
    with pytest.raises(RegistrationClosed) as early:
        made.join()
    assert early.value.code == "registration_not_open_yet"
    with clock.shifted(DAY + timedelta(minutes=1)):
        assert made.join().status == "REGISTERED"
    with clock.shifted(2 * DAY), pytest.raises(RegistrationClosed) as late:
        made.join()
    assert late.value.code == "registration_over"


@pytest.mark.parametrize(("ahead", "code"), [(11 * DAY, "course_has_begun"), (30 * DAY, "course_has_begun")])
def test_nobody_joins_a_course_that_has_begun_even_when_no_job_ran(ahead: timedelta, code: str):
    made = CourseFactory()
    with clock.shifted(ahead), pytest.raises(RegistrationClosed) as refusal:
        made.join()
    assert made.reload().status == "PUBLISHED"
    assert refusal.value.code == code


def test_a_draft_and_a_cancelled_course_take_nobody():
    draft = CourseFactory.draft()
    with pytest.raises(RegistrationClosed) as refusal:
        draft.join()
    assert refusal.value.code == "course_not_announced"
    made = CourseFactory()
    courses.cancel(course_id=made.course.pk, reason="استاد بیمار است", by=made.officer, now=clock.now())
    with pytest.raises(RegistrationClosed) as refusal:
        made.join()
    assert refusal.value.code == "course_cancelled"


def test_when_the_course_begins_the_waiting_list_ends_and_a_seat_that_becomes_free_stays_free():
    made = CourseFactory(capacity=1)
    for _ in range(2):
        made.join()
    with clock.shifted(10 * DAY + timedelta(hours=12)):
        leave(made, 0)
        assert statuses(made) == ["CANCELLED", "WAITING"]
        assert courses.settle_phases(now=clock.now()) == 1
    assert statuses(made) == ["CANCELLED", "CANCELLED"]
    assert "training.list_lapsed" in told(made, 1)


def test_after_the_course_nobody_leaves_its_list():
    made = CourseFactory.over()
    with pytest.raises(WrongState):
        leave(made, 0)
