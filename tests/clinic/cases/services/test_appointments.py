"""Talks: free times, two who want the same one, cancelling, noting, reminders."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from clinic.cases.errors import BookedAlready, NotThisService, SlotTaken
from clinic.cases.models import Appointment
from clinic.cases.selectors.times import DAYS_AHEAD, free_slots
from clinic.cases.services import appointments, requests
from clinic.consultants.services import conduct, hours
from core import clock
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from core.persian.calendar import tehran_date
from tests.factories import accounts
from tests.factories.accounts import UserFactory
from tests.factories.clinic_requests import Asked, RequestFactory, consultant_with_hours

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def book(made: Asked, talk: Appointment, **changes: Any) -> Appointment:
    """Try to book the time of this talk for another request."""
    values: dict[str, Any] = {
        "request_id": made.request.pk, "consultant_id": talk.consultant_id, "starts_at": talk.starts_at,
        "mode": talk.mode, "by": made.user, "now": clock.now(), **changes,
    }  # fmt: skip
    return appointments.book(**values)


def test_times_begin_tomorrow_and_end_two_weeks_ahead() -> None:
    consultant_with_hours(spans=[(day, time(8), time(10)) for day in range(7)])
    made = RequestFactory("QUESTION")
    today = tehran_date(clock.now())
    found = made.slots()
    assert {slot.day for slot in found} == {today + offset * DAY for offset in range(1, DAYS_AHEAD + 1)}
    assert len(found) == 2 * DAYS_AHEAD
    assert len(made.slots("PHONE")) == 4 * DAYS_AHEAD


def test_times_leave_out_absences_who_rests_other_subjects_and_who_has_an_interest_in_the_unit() -> None:
    tax = consultant_with_hours("tax")
    law = consultant_with_hours("legal")
    made = RequestFactory()
    assert {slot.consultant.pk for slot in made.slots()} == {tax.pk, law.pk}
    assert {slot.consultant.pk for slot in made.slots(specialty="tax")} == {tax.pk}
    conduct.declare_conflict(
        consultant_id=law.pk, unit_id=made.request.unit_id, kind="FAMILY", by=law.user, now=clock.now()
    )  # fmt: skip
    assert {slot.consultant.pk for slot in made.slots()} == {tax.pk}
    today = tehran_date(clock.now())
    hours.add_absence(consultant_id=tax.pk, starts_on=today, ends_on=today + 10 * DAY, by=tax.user, now=clock.now())
    assert min(slot.day for slot in made.slots()) > today + 10 * DAY


def test_a_consultant_is_not_offered_his_own_request_even_when_it_was_written_at_the_counter() -> None:
    torn, other = consultant_with_hours("tax"), consultant_with_hours("tax")
    row = requests.submit(
        applicant_id=torn.user.person.applicant.pk, service="QUESTION", values={"text": "بهای تمام‌شده را چگونه حساب کنیم؟"},
        by=accounts.officer(), now=clock.now(), on_behalf=True,
    )  # fmt: skip
    assert {slot.consultant.pk for slot in free_slots(row, mode="PHONE", now=clock.now())} == {other.pk}


def test_a_booked_time_is_offered_to_nobody_and_both_sides_are_told() -> None:
    consultant = consultant_with_hours()
    made, other = RequestFactory("QUESTION"), RequestFactory("QUESTION")
    talk = made.book()
    assert talk.starts_at not in {slot.starts_at for slot in other.slots()}
    with pytest.raises(SlotTaken):
        book(other, talk)
    assert Message.objects.filter(template="clinic.appointment_booked", user=made.user).count() == 2
    assert Message.objects.filter(template="clinic.appointment_booked_with_you", user=consultant.user).count() == 1


def test_a_talk_by_phone_inside_a_talk_in_person_is_refused() -> None:
    consultant_with_hours()
    made, other = RequestFactory("QUESTION"), RequestFactory("QUESTION")
    talk = made.book()
    with pytest.raises(SlotTaken):
        book(other, talk, mode="PHONE", starts_at=talk.starts_at + timedelta(minutes=30))


def test_a_request_has_one_booked_talk_and_a_training_none() -> None:
    consultant_with_hours()
    made = RequestFactory("QUESTION")
    made.book()
    with pytest.raises(BookedAlready):
        made.book()
    training = RequestFactory("TRAINING")
    with pytest.raises(NotThisService):
        training.book()
    closed = RequestFactory.in_status("ANSWERED")
    with pytest.raises(WrongState):
        closed.book()


def test_a_time_outside_the_hours_or_of_a_mode_that_does_not_exist_is_refused() -> None:
    consultant_with_hours()
    made, other = RequestFactory("QUESTION"), RequestFactory("QUESTION")
    talk = made.book()
    with pytest.raises(SlotTaken):
        book(other, talk, starts_at=talk.starts_at + timedelta(minutes=7))
    with pytest.raises(SlotTaken):
        book(other, talk, consultant_id=0)
    with pytest.raises(InvalidInput):
        book(other, talk, mode="PIGEON")


def test_strangers_and_the_consultant_do_not_book_and_the_lead_does() -> None:
    consultant = consultant_with_hours()
    made = RequestFactory("QUESTION")
    slot = made.slots()[0]
    values: dict[str, Any] = {
        "request_id": made.request.pk, "consultant_id": consultant.pk, "starts_at": slot.starts_at,
        "mode": "IN_PERSON", "now": clock.now(),
    }  # fmt: skip
    for other in (UserFactory(), consultant.user, accounts.auditor(), accounts.officer()):
        with pytest.raises(PermissionRefused):
            appointments.book(by=other, **values)
    assert appointments.book(by=made.lead, **values).booked_by == made.lead


def test_a_cancelled_time_is_free_again_and_the_clinic_says_why_it_cancels() -> None:
    consultant = consultant_with_hours()
    made, other = RequestFactory("QUESTION"), RequestFactory("QUESTION")
    talk = made.book()
    with pytest.raises(InvalidInput):
        appointments.cancel(appointment_id=talk.pk, by=consultant.user, now=clock.now())
    appointments.cancel(appointment_id=talk.pk, by=consultant.user, now=clock.now(), reason="بازدید بیرون از شهر")
    assert Message.objects.filter(template="clinic.appointment_cancelled", user=made.user).exists()
    assert book(other, talk).status == "BOOKED"
    again = made.book()
    appointments.cancel(appointment_id=again.pk, by=made.user, now=clock.now())
    again.refresh_from_db()
    assert (again.status, again.reason) == ("CANCELLED", "")


def test_a_talk_is_cancelled_before_it_begins_and_noted_after() -> None:
    consultant = consultant_with_hours()
    made = RequestFactory("QUESTION")
    talk = made.book()
    with pytest.raises(WrongState):
        appointments.note(appointment_id=talk.pk, came=True, by=consultant.user, now=clock.now())
    later = talk.starts_at + timedelta(minutes=1)
    with pytest.raises(WrongState):
        appointments.cancel(appointment_id=talk.pk, by=made.user, now=later)
    with pytest.raises(PermissionRefused):
        appointments.note(appointment_id=talk.pk, came=True, by=made.user, now=later)
    assert appointments.note(appointment_id=talk.pk, came=False, by=consultant.user, now=later).status == "MISSED"
    with pytest.raises(WrongState):
        appointments.note(appointment_id=talk.pk, came=True, by=consultant.user, now=later)


def test_both_sides_are_reminded_once_the_day_before() -> None:
    consultant = consultant_with_hours()
    made = RequestFactory("QUESTION")
    talk = made.book()
    assert appointments.remind(now=talk.starts_at - 2 * DAY) == 0
    assert appointments.remind(now=talk.starts_at - DAY) == 1
    appointments.remind(now=talk.starts_at - DAY + timedelta(hours=1))
    assert Message.objects.filter(template="clinic.appointment_reminder", user=made.user).count() == 2
    assert Message.objects.filter(template="clinic.appointment_reminder_of_talk", user=consultant.user).count() == 2


def test_a_talk_that_goes_on_when_its_request_ends_is_not_cancelled() -> None:
    consultant_with_hours()
    made = RequestFactory("NEW_BUSINESS")
    talk = made.book()
    requests.refuse(request_id=made.request.pk, reason="گفت‌وگو کافی بود.", by=made.lead, now=talk.starts_at)
    talk.refresh_from_db()
    assert talk.status == "BOOKED"


def test_the_database_itself_keeps_two_talks_of_a_consultant_apart_and_a_talk_as_it_was_booked() -> None:
    consultant_with_hours()
    made, other = RequestFactory("QUESTION"), RequestFactory("QUESTION")
    talk = made.book()
    copy = {
        "request": other.request, "consultant": talk.consultant, "mode": "PHONE", "booked_by": other.user,
        "booked_at": clock.now(), "starts_at": talk.starts_at + timedelta(minutes=59),
        "ends_at": talk.ends_at + timedelta(minutes=59),
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="appointment_consultant_is_free"), transaction.atomic():
        Appointment.objects.create(**copy)
    with pytest.raises(Exception, match=r"appointment_facts_stay|Cannot update"), transaction.atomic():
        Appointment.objects.filter(pk=talk.pk).update(starts_at=talk.starts_at - DAY)
