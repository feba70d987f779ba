"""One time, one talk: many who press at the same moment, through the service and round it.

The exclusion constraint is the guarantee and the lock is only manners: the last test writes round the service.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from clinic.cases.models import Appointment
from clinic.cases.selectors.times import Slot
from clinic.cases.services import appointments
from core import clock
from core.errors import DomainError
from tests.factories import accounts
from tests.factories.clinic_requests import Asked, RequestFactory, consultant_with_hours
from tests.support.races import race

pytestmark = pytest.mark.django_db(transaction=True)

RACERS = 10


def asked(number: int) -> list[Asked]:
    lead = accounts.clinic_lead()
    return [RequestFactory("QUESTION", lead=lead) for _ in range(number)]


def booker(made: Asked, slot: Slot) -> Callable[[], object]:
    """A racer that books as people do."""
    return lambda: appointments.book(
        request_id=made.request.pk, consultant_id=slot.consultant.pk, starts_at=slot.starts_at, mode="IN_PERSON",
        by=made.user, now=clock.now(),
    )  # fmt: skip


def writer(made: Asked, slot: Slot, later: timedelta) -> Callable[[], object]:
    """A racer that asks nobody and writes a talk straight into the table; it holds its row a moment before it commits."""

    def write() -> Appointment:
        with transaction.atomic():
            row = Appointment.objects.create(
                request=made.request, consultant=slot.consultant, starts_at=slot.starts_at + later,
                ends_at=slot.ends_at + later, mode="IN_PERSON", booked_by=made.user, booked_at=clock.now(),
            )  # fmt: skip
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(0.05)")
        return row

    return write


def test_ten_who_want_the_same_time_get_one_talk_and_nine_refusals() -> None:
    consultant_with_hours()
    people = asked(RACERS)
    slot = people[0].slots()[0]
    outcomes = race(*[booker(made, slot) for made in people])
    assert sum(isinstance(one, Appointment) for one in outcomes) == 1, outcomes
    assert {one.code for one in outcomes if isinstance(one, DomainError)} == {"slot_taken"}
    assert Appointment.objects.count() == 1


def test_one_who_presses_ten_times_gets_one_talk() -> None:
    consultant_with_hours()
    (made,) = asked(1)
    outcomes = race(*[booker(made, slot) for slot in made.slots()[:RACERS]])
    assert sum(isinstance(one, Appointment) for one in outcomes) == 1, outcomes
    assert {one.code for one in outcomes if isinstance(one, DomainError)} == {"booked_already"}


def test_round_the_service_the_database_lets_one_of_overlapping_talks_through() -> None:
    consultant_with_hours()
    people = asked(4)
    slot = people[0].slots()[0]
    steps = [timedelta(minutes=10 * place) for place in range(4)]
    outcomes = race(*[writer(made, slot, later) for made, later in zip(people, steps, strict=True)])
    assert sum(isinstance(one, Appointment) for one in outcomes) == 1, outcomes
    assert all("appointment_consultant_is_free" in str(one) for one in outcomes if isinstance(one, IntegrityError))
