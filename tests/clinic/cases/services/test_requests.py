"""Requests: who may hand in what for which unit, and what the lead decides."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from clinic.cases.errors import AskedAlready, NotThisService, NotYourUnit, NoUnitYet
from clinic.cases.models import Case, ClinicRequest, RequestLook
from clinic.cases.services import requests
from core import clock
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from core.persian.tracking import parse_tracking_code
from tests.factories import accounts
from tests.factories.accounts import ApplicantFactory, LegalEntityFactory, UserFactory
from tests.factories.clinic_requests import RequestFactory, consultant_with_hours
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db


def told(template: str) -> list[tuple[Any, str]]:
    """Who was written which text, by every channel."""
    rows = Message.objects.filter(template=template).order_by("created_at", "channel")
    return [(row.user_id or row.to, row.text) for row in rows]


def submit(user: Any, applicant: Any, service: str = "DIAGNOSIS", **values: Any) -> ClinicRequest:
    return requests.submit(
        applicant_id=applicant.pk, service=service, values={"text": "سفارش نداریم.", **values}, by=user,
        now=clock.now(),
    )  # fmt: skip


def test_the_owner_and_the_leads_are_told_of_a_new_request_and_its_number_can_be_checked() -> None:
    lead = accounts.clinic_lead()
    made = RequestFactory(lead=lead)
    assert parse_tracking_code(made.request.number, prefix="CR") == made.request.number
    received = told("clinic.request_received")
    assert {who for who, _ in received} == {made.user.pk} and len(received) == 2
    assert all(made.request.number in text for _, text in received)
    assert [who for who, _ in told("clinic.request_new")] == [lead.pk]


def test_texts_that_leave_the_portal_do_not_carry_what_the_unit_wrote() -> None:
    made = RequestFactory()
    assert not Message.objects.filter(text__contains=made.request.text[:20]).exists()


def test_a_signatory_asks_for_the_unit_of_his_entity_and_nobody_else_does() -> None:
    signatory, stranger = UserFactory(), UserFactory()
    owner = ApplicantFactory(entity=LegalEntityFactory(signatory=signatory))
    unit = UnitFactory(owner=owner)
    assert submit(signatory, owner, unit=unit).unit == unit
    with pytest.raises(PermissionRefused):
        submit(stranger, owner, unit=unit)


def test_the_unit_of_somebody_else_or_one_taken_off_the_register_is_refused() -> None:
    user = UserFactory()
    others = UnitFactory(owner=ApplicantFactory())
    with pytest.raises(NotYourUnit):
        submit(user, user.person.applicant, unit=others)
    struck = UnitFactory(owner=user.person.applicant)
    type(struck).objects.filter(pk=struck.pk).update(struck_off_on=clock.today(), struck_off_reason="انحلال")
    struck.refresh_from_db()
    with pytest.raises(NotYourUnit):
        submit(user, user.person.applicant, unit=struck)


@pytest.mark.parametrize(
    ("service", "values", "field"),
    [
        ("DIAGNOSIS", {}, "unit_note"),
        ("QUESTION", {"text": " "}, "text"),
        ("QUESTION", {"topic": "astrology"}, "topic"),
        ("QUESTION", {"text": "و" * 2001}, "text"),
        ("MASSAGE", {}, "service"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_field(service: str, values: dict[str, str], field: str) -> None:
    user = UserFactory()
    with pytest.raises(InvalidInput) as refusal:
        submit(user, user.person.applicant, service, **values)
    assert field in refusal.value.errors
    assert not ClinicRequest.objects.exists()


def test_a_unit_has_one_waiting_request_for_a_diagnosis() -> None:
    made = RequestFactory()
    with pytest.raises(AskedAlready):
        RequestFactory(user=made.user, unit=made.request.unit)
    requests.withdraw(request_id=made.request.pk, by=made.user, now=clock.now())
    assert RequestFactory(user=made.user, unit=made.request.unit).request.is_waiting


def test_an_officer_writes_at_the_counter_for_somebody_and_an_sms_goes_to_who_has_no_account() -> None:
    officer, applicant = accounts.officer(), ApplicantFactory()
    applicant.person.user.is_active = False
    applicant.person.user.save(update_fields=["is_active"])
    common: dict[str, Any] = {"applicant_id": applicant.pk, "service": "QUESTION", "now": clock.now()}
    values = {"text": "بیمهٔ کارگرانم را چگونه بپردازم؟", "phone": "09121234567"}
    row = requests.submit(values=values, by=officer, on_behalf=True, **common)
    assert row.on_behalf and row.filed_by == officer
    assert [who for who, _ in told("clinic.request_received")] == ["09121234567"]
    for other in (accounts.finance(), accounts.auditor(), UserFactory()):
        with pytest.raises(PermissionRefused):
            requests.submit(values=values, by=other, on_behalf=True, **common)
    with pytest.raises(PermissionRefused):
        requests.submit(values=values, by=officer, **common)


def test_admitting_a_diagnosis_opens_a_case_led_by_who_admits() -> None:
    made = RequestFactory()
    done = requests.admit(request_id=made.request.pk, by=made.lead, now=clock.now())
    case = Case.objects.get(request=done)
    assert (done.status, case.status, case.lead, case.unit) == ("ADMITTED", "ADMITTED", made.lead, made.request.unit)
    assert {who for who, _ in told("clinic.request_admitted")} == {made.user.pk}
    with pytest.raises(AskedAlready):
        RequestFactory(user=made.user, unit=made.request.unit)
    with pytest.raises(WrongState):
        requests.withdraw(request_id=made.request.pk, by=made.user, now=clock.now())
    with pytest.raises(NotThisService):
        requests.answer(request_id=made.request.pk, answer="بله", by=made.lead, now=clock.now())


def test_a_unit_that_was_only_written_is_named_once_before_its_request_is_admitted() -> None:
    made = RequestFactory(unit_note="کفش نمونه، شهرک اشراق")
    now = clock.now()
    with pytest.raises(NoUnitYet):
        requests.admit(request_id=made.request.pk, by=made.lead, now=now)
    others = UnitFactory(owner=ApplicantFactory())
    with pytest.raises(NotYourUnit):
        requests.name_unit(request_id=made.request.pk, unit_id=others.pk, by=made.lead, now=now)
    unit = UnitFactory()
    requests.name_unit(request_id=made.request.pk, unit_id=unit.pk, by=made.lead, now=now)
    with pytest.raises(WrongState):
        requests.name_unit(request_id=made.request.pk, unit_id=UnitFactory().pk, by=made.lead, now=now)
    assert requests.admit(request_id=made.request.pk, by=made.lead, now=now).unit == unit


def test_a_refusal_needs_a_reason_and_an_answer_its_text() -> None:
    made = RequestFactory("QUESTION")
    with pytest.raises(InvalidInput):
        requests.refuse(request_id=made.request.pk, reason="  ", by=made.lead, now=clock.now())
    with pytest.raises(InvalidInput):
        requests.answer(request_id=made.request.pk, answer="", by=made.lead, now=clock.now())
    with pytest.raises(InvalidInput):
        requests.refuse(request_id=made.request.pk, reason="د" * 1001, by=made.lead, now=clock.now())
    assert made.reload().is_waiting
    done = requests.refuse(request_id=made.request.pk, reason="کار کلینیک نیست.", by=made.lead, now=clock.now())
    assert (done.status, done.reason, done.decided_by) == ("REFUSED", "کار کلینیک نیست.", made.lead)


def test_a_question_is_answered_and_advice_is_admitted_then_answered() -> None:
    question, advice = RequestFactory("QUESTION"), RequestFactory("NEW_BUSINESS")
    with pytest.raises(NotThisService):
        requests.admit(request_id=question.request.pk, by=question.lead, now=clock.now())
    requests.answer(request_id=question.request.pk, answer="بله، می‌شود.", by=question.lead, now=clock.now())
    assert question.reload().status == "ANSWERED"
    requests.admit(request_id=advice.request.pk, by=advice.lead, now=clock.now())
    assert not Case.objects.exists()
    requests.answer(request_id=advice.request.pk, answer="نخست بازار را بسنجید.", by=advice.lead, now=clock.now())
    assert advice.reload().answer == "نخست بازار را بسنجید."


def test_a_request_that_ends_frees_the_time_of_its_talk_and_tells_the_consultant() -> None:
    consultant_with_hours()
    made = RequestFactory("NEW_BUSINESS")
    talk = made.book()
    requests.withdraw(request_id=made.request.pk, by=made.user, now=clock.now())
    talk.refresh_from_db()
    assert talk.status == "CANCELLED"
    assert {who for who, _ in told("clinic.appointment_cancelled_with_you")} == {talk.consultant.user_id}


def test_a_look_is_kept_for_the_owner_and_only_those_who_may_read_look() -> None:
    made, now = RequestFactory(), clock.now()
    requests.note_look(request_id=made.request.pk, by=made.lead, now=now)
    assert [(one.by, one.at) for one in made.request.looks.all()] == [(made.lead, now)]
    for other in (accounts.consultant(), accounts.manager(), accounts.officer(), UserFactory()):
        with pytest.raises(PermissionRefused):
            requests.note_look(request_id=made.request.pk, by=other, now=now)
    assert RequestLook.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "چیز دیگر"},
        {"applicant_id": None},
        {"number": "CR-1405-AAAAAAA"},
        {"status": "REFUSED", "decided_at": datetime(2026, 11, 1, tzinfo=UTC)},
        {"status": "ADMITTED"},
    ],
    ids=["another text", "another applicant", "another number", "refused without a reason", "admitted by nobody"],
)
def test_the_database_itself_keeps_what_was_asked_and_decisions_whole(changes: dict[str, Any]) -> None:
    made = RequestFactory("QUESTION")
    if changes.get("applicant_id", 1) is None:
        changes = {"applicant_id": ApplicantFactory().pk}
    with pytest.raises(Exception, match=r"clinic_request|Cannot update|read.?only") as refusal, transaction.atomic():
        ClinicRequest.objects.filter(pk=made.request.pk).update(**changes)
    assert isinstance(refusal.value, IntegrityError) or "update" in str(refusal.value).lower()
