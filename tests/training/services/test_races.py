"""Nobody gets a seat that is taken: twenty racers for the last one, through the service and round it.

The trigger is the guarantee and the lock is only manners: the last test takes the trigger away and must see it fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import Person
from core import clock
from core.errors import DomainError
from tests.factories.accounts import UserFactory
from tests.factories.training import Class, CourseFactory
from tests.support.races import race
from training.models import Registration
from training.services import registrations

pytestmark = pytest.mark.django_db(transaction=True)

RACERS = 20


def joiner(made: Class, person: Person) -> Callable[[], object]:
    """A racer that registers as people do."""
    return lambda: registrations.register(
        course_id=made.course.pk, person_id=person.pk, by=person.user, now=clock.now()
    )


def writer(made: Class, person: Person) -> Callable[[], object]:
    """A racer that asks nobody and writes a seat straight into the table; it holds its row a moment before it commits."""

    def write() -> Registration:
        now = clock.now()
        with transaction.atomic():
            row = Registration.objects.create(
                course=made.course, person=person, status="REGISTERED", registered_at=now, seated_at=now
            )
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(0.05)")
        return row

    return write


def seated(made: Class) -> int:
    return Registration.objects.filter(course=made.course, status="REGISTERED").count()


def test_twenty_people_race_for_the_last_seat_and_nineteen_wait():
    made = CourseFactory(capacity=3)
    for _ in range(2):
        made.join()
    people = [UserFactory().person for _ in range(RACERS)]
    outcomes = race(*[joiner(made, person) for person in people])
    assert all(isinstance(one, Registration) for one in outcomes), outcomes
    assert sorted(one.status for one in outcomes) == ["REGISTERED"] + ["WAITING"] * (RACERS - 1)
    assert seated(made) == 3


def test_one_person_who_presses_twenty_times_is_registered_once():
    made = CourseFactory(capacity=3)
    person = UserFactory().person
    outcomes = race(*[joiner(made, person) for _ in range(RACERS)])
    assert sum(isinstance(one, Registration) for one in outcomes) == 1
    assert {one.code for one in outcomes if isinstance(one, DomainError)} == {"registered_already"}


def test_seats_given_up_at_once_go_to_as_many_who_wait():
    made = CourseFactory(capacity=4)
    for _ in range(8):
        made.join()

    def leaver(place: int) -> Callable[[], object]:
        row, user = made.registration(place), made.people[place].user
        return lambda: registrations.cancel(registration_id=row.pk, by=user, now=clock.now())

    outcomes = race(*[leaver(place) for place in range(4)])
    assert [getattr(one, "status", one) for one in outcomes] == ["CANCELLED"] * 4
    assert [made.registration(place).status for place in range(4, 8)] == ["REGISTERED"] * 4


def test_with_every_check_of_the_portal_switched_off_no_seat_is_given_twice():
    made = CourseFactory(capacity=1)
    people = [UserFactory().person for _ in range(RACERS)]
    outcomes = race(*[writer(made, person) for person in people])
    assert sum(isinstance(one, Registration) for one in outcomes) == 1, outcomes
    assert sum("every seat" in str(one) for one in outcomes) == RACERS - 1
    assert seated(made) == 1


def test_capacity_does_not_fall_below_the_seats_taken_whoever_writes():
    made = CourseFactory(capacity=3)
    for _ in range(2):
        made.join()
    with pytest.raises(IntegrityError, match="more seats of this course"):
        type(made.course).objects.filter(pk=made.course.pk).update(capacity=1)


@contextmanager
def without_the_trigger() -> Iterator[None]:
    """Switch off what counts the seats, and on again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_never_overbooked%'")
        (name,) = cursor.fetchone()
        cursor.execute(f"ALTER TABLE training_registration DISABLE TRIGGER {name}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE training_registration ENABLE TRIGGER {name}")


def test_without_the_trigger_the_same_race_overbooks_the_course():
    made = CourseFactory(capacity=1)
    people = [UserFactory().person for _ in range(4)]
    with without_the_trigger():
        race(*[writer(made, person) for person in people])
    assert seated(made) == 4
