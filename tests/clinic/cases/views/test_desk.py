"""The clinic's desk: the queue, decisions, writing at the counter, talks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from clinic.cases.models import Case, ClinicRequest
from core import clock
from tests.factories import accounts
from tests.factories.accounts import ApplicantFactory, UserFactory
from tests.factories.clinic_cases import CaseFactory
from tests.factories.clinic_requests import RequestFactory, consultant_with_hours
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.STAFF_MFA = False


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def test_the_queue_shows_what_waits_the_oldest_first_and_the_rest_in_lists_of_their_own() -> None:
    lead = accounts.clinic_lead()
    first, second = RequestFactory("QUESTION", lead=lead), RequestFactory("TRAINING", lead=lead)
    answered = RequestFactory.in_status("ANSWERED", lead=lead)
    client = browser(lead)
    page = client.get("/clinic/desk/")
    assert [row.pk for row in page.context["rows"]] == [first.request.pk, second.request.pk]
    assert [one["count"] for one in page.context["tabs"]] == [2, 0, 1]
    ended = client.get("/clinic/desk/", {"state": "ended"})
    assert [row.pk for row in ended.context["rows"]] == [answered.request.pk]
    trained = client.get("/clinic/desk/", {"service": "TRAINING"})
    assert [row.pk for row in trained.context["rows"]] == [second.request.pk]
    assert client.get("/clinic/desk/", {"state": "nowhere"}).status_code == 404


def test_the_queue_costs_the_same_whatever_its_length(django_assert_max_num_queries: Any) -> None:
    lead, user = accounts.clinic_lead(), UserFactory()
    client = browser(lead)
    for number in (1, 20):
        while ClinicRequest.objects.count() < number:
            RequestFactory("QUESTION", lead=lead, user=user)
        with django_assert_max_num_queries(10, info=str(number)):
            assert len(client.get("/clinic/desk/").context["rows"]) == number


def test_the_lead_admits_a_diagnosis_and_is_led_to_its_case() -> None:
    made = RequestFactory()
    client, base = browser(made.lead), f"/clinic/desk/{made.request.number}/"
    assert client.get(base).context["steps"] == ["admit", "refuse"]
    assert client.get(f"{base}admit/").status_code == 200
    assert not Case.objects.exists()
    assert client.post(f"{base}admit/").status_code == 302
    case = Case.objects.get(request=made.request)
    assert case.number in client.get(base).content.decode()
    assert client.get(f"{base}admit/").status_code == 302


def test_a_unit_is_named_by_its_code_in_any_digits_before_its_request_is_admitted() -> None:
    made = RequestFactory(unit_note="کفش نمونه")
    client, base = browser(made.lead), f"/clinic/desk/{made.request.number}/"
    assert client.get(base).context["steps"] == ["unit", "refuse"]
    assert client.post(f"{base}unit/", {"code": "هیچ"}).status_code == 422
    others = UnitFactory(owner=ApplicantFactory())
    refused = client.post(f"{base}unit/", {"code": others.code})
    assert refused.status_code == 422 and set(refused.context["form"].errors) == {"code"}
    unit = UnitFactory()
    typed = unit.code.lower().translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert client.post(f"{base}unit/", {"code": typed}).status_code == 302
    assert made.reload().unit == unit


def test_a_refusal_and_an_answer_are_read_by_the_applicant() -> None:
    refused, answered = RequestFactory("QUESTION"), RequestFactory("QUESTION")
    client = browser(refused.lead)
    empty = client.post(f"/clinic/desk/{refused.request.number}/refuse/", {"reason": ""})
    assert empty.status_code == 422
    client.post(f"/clinic/desk/{refused.request.number}/refuse/", {"reason": "نخست به بانک بروید."})
    client.post(f"/clinic/desk/{answered.request.number}/answer/", {"answer": "تقسیط ممکن است."})
    for made, text in ((refused, "نخست به بانک بروید."), (answered, "تقسیط ممکن است.")):
        assert text in browser(made.user).get(f"/clinic/requests/{made.request.number}/").content.decode()
    nothing = client.get(f"/clinic/desk/{refused.request.number}/dance/")
    assert nothing.status_code == 404


def test_only_the_lead_decides_and_an_auditor_looks() -> None:
    made = RequestFactory()
    base = f"/clinic/desk/{made.request.number}/"
    for other in (accounts.auditor(), accounts.consultant(), accounts.officer(), made.user):
        assert browser(other).post(f"{base}admit/").status_code in (403, 404)
        assert browser(other).get(f"{base}admit/").status_code in (403, 404)
    assert made.reload().is_waiting
    assert browser(accounts.auditor()).get("/clinic/desk/").status_code == 200
    for other in (accounts.consultant(), accounts.manager(), accounts.officer(), UserFactory()):
        assert browser(other).get("/clinic/desk/").status_code == 403


def test_an_officer_writes_a_request_for_somebody_and_keeps_seeing_it() -> None:
    officer, applicant = accounts.officer(), ApplicantFactory()
    unit = UnitFactory(owner=applicant)
    client, address = browser(officer), "/clinic/desk/new/diagnosis/"
    assert client.get("/clinic/desk/new/").status_code == 200
    unknown = client.post(address, {"who": "0499370899", "unit_code": unit.code, "text": "سفارش نیست."})
    assert set(unknown.context["form"].errors) == {"who"}
    stranger = client.post(
        address, {"who": ApplicantFactory().identifier, "unit_code": unit.code, "text": "سفارش نیست."}
    )
    assert stranger.status_code == 409 and "سفارش نیست." in stranger.content.decode()
    nothing = client.post(address, {"who": applicant.identifier, "text": "سفارش نیست."})
    assert set(nothing.context["form"].errors) == {"unit_note"}
    done = client.post(address, {"who": applicant.identifier, "unit_code": unit.code, "text": "سفارش نیست."})
    row = ClinicRequest.objects.get()
    assert done.headers["Location"] == f"/clinic/desk/{row.number}/"
    assert (row.applicant, row.unit, row.on_behalf, row.filed_by) == (applicant, unit, True, officer)
    assert client.get(f"/clinic/desk/{row.number}/").status_code == 200
    assert browser(accounts.officer()).get(f"/clinic/desk/{row.number}/").status_code == 404


def test_the_counter_learns_neither_whose_a_unit_is_nor_that_the_clinic_knows_of_it() -> None:
    """One sentence for a unit of somebody else, one that has asked already and one that has a case; the lead reads which."""
    waiting, running = RequestFactory(), CaseFactory()
    foreign = UnitFactory(owner=ApplicantFactory())
    tries = [
        (waiting.request.applicant, waiting.request.unit.code),
        (running.case.request.applicant, running.case.unit.code),
        (ApplicantFactory(), foreign.code),
    ]

    def said(user: Any) -> set[str]:
        found = set()
        for applicant, code in tries:
            entry = {"who": applicant.identifier, "unit_code": code, "text": "سفارش نیست."}
            page = browser(user).post("/clinic/desk/new/diagnosis/", entry)
            assert page.status_code in (409, 422) and "سفارش نیست." in page.content.decode()
            found |= {str(error) for errors in page.context["form"].errors.values() for error in errors}
        return found

    assert len(said(accounts.officer())) == 1
    assert len(said(accounts.clinic_lead())) == 3
    assert ClinicRequest.objects.count() == 2


def test_talks_are_listed_for_their_consultant_and_the_lead_and_noted_once_they_are_over(monkeypatch: Any) -> None:
    consultant, other = consultant_with_hours(), accounts.consultant()
    made = RequestFactory("QUESTION")
    talk = made.book()
    assert [line.appointment for line in browser(made.lead).get("/clinic/desk/talks/").context["booked"]] == [talk]
    assert browser(other).get("/clinic/desk/talks/").context["booked"] == []
    client, address = browser(consultant.user), f"/clinic/desk/talks/{talk.pk}/"
    assert browser(other).get(address).status_code == 404
    assert client.post(address, {"came": "yes"}).status_code == 409
    after = talk.starts_at + timedelta(minutes=5)
    with clock.shifted(after - clock.now()):
        assert client.get("/clinic/desk/talks/").context["booked"][0].may_note
        assert client.post(address, {"came": "no"}).status_code == 302
    talk.refresh_from_db()
    assert talk.status == "MISSED"


def test_the_lead_books_for_the_applicant_and_comes_back_to_the_desk() -> None:
    consultant_with_hours()
    made = RequestFactory("NEW_BUSINESS")
    slot = made.slots()[0]
    answer = browser(made.lead).post(f"/clinic/requests/{made.request.number}/book/", {"slot": slot.key})
    assert answer.headers["Location"] == f"/clinic/desk/{made.request.number}/"
    assert made.request.appointments.get().booked_by == made.lead
