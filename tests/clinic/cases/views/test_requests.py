"""Pages of requests: writing one, following it, booking a talk; who sees what, and what a page costs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from clinic.cases.models import ClinicRequest
from clinic.cases.services import requests
from core import clock
from tests.factories import accounts
from tests.factories.accounts import LegalEntityFactory, UserFactory
from tests.factories.clinic_requests import RequestFactory, consultant_with_hours
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db

SECRET = "چک‌های برگشتی سال گذشته"


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.STAFF_MFA = False


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def test_everybody_reads_what_the_clinic_does_and_only_its_people_are_led_to_their_desks(client: Client) -> None:
    page = client.get("/clinic/")
    assert page.status_code == 200
    assert "/clinic/requests/new/new-business/" in page.content.decode()
    assert "/clinic/desk/" not in page.content.decode()
    assert "/clinic/desk/" in browser(accounts.clinic_lead()).get("/clinic/").content.decode()
    assert "/clinic/desk/new/" in browser(accounts.officer()).get("/clinic/").content.decode()
    assert "/clinic/desk/" not in browser(accounts.manager()).get("/clinic/").content.decode()
    assert "/dashboard/clinic/" in browser(accounts.manager()).get("/clinic/").content.decode()


def test_an_owner_asks_for_a_diagnosis_checks_it_and_gets_a_number() -> None:
    user = UserFactory()
    unit, client = UnitFactory(owner=user.person.applicant), browser(user)
    address = "/clinic/requests/new/diagnosis/"
    form = {"applicant": user.person.applicant.pk, "unit": unit.pk, "text": SECRET, "phone": "۰۹۱۲۱۲۳۴۵۶۷"}
    assert client.post(address, form).headers["Location"] == f"{address}check/"
    assert not ClinicRequest.objects.exists()
    shown = client.get(f"{address}check/").content.decode()
    assert SECRET in shown and unit.name in shown
    assert client.post(f"{address}check/", {}).status_code == 422
    answer = client.post(f"{address}check/", {"declared": "on"})
    row = ClinicRequest.objects.get()
    assert answer.headers["Location"] == f"/clinic/requests/{row.number}/"
    assert (row.unit, row.text, row.phone, row.filed_by, row.on_behalf) == (unit, SECRET, "09121234567", user, False)
    assert row.number in client.get("/clinic/requests/").content.decode()
    assert SECRET not in str(client.session.items())


def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays() -> None:
    user = UserFactory()
    UnitFactory(owner=user.person.applicant)
    form = {"applicant": user.person.applicant.pk, "unit": "other", "text": SECRET, "phone": "123"}
    page = browser(user).post("/clinic/requests/new/diagnosis/", form)
    assert page.status_code == 422
    assert {"unit_note", "phone"} == set(page.context["form"].errors)
    assert SECRET in page.content.decode()
    assert browser(user).get("/clinic/requests/new/nonsense/").status_code == 404
    assert browser(user).get("/clinic/requests/new/question/check/").status_code == 302


def test_a_unit_of_another_of_my_applicants_is_refused_for_this_one() -> None:
    user = UserFactory()
    entity = LegalEntityFactory(signatory=user)
    unit = UnitFactory(owner=entity.applicant)
    form = {"applicant": user.person.applicant.pk, "unit": unit.pk, "text": SECRET}
    page = browser(user).post("/clinic/requests/new/diagnosis/", form)
    assert set(page.context["form"].errors) == {"unit"}
    form["applicant"] = entity.applicant.pk
    assert browser(user).post("/clinic/requests/new/diagnosis/", form).status_code == 302


def test_a_second_request_for_the_same_unit_is_refused_on_the_last_page() -> None:
    made = RequestFactory()
    client = browser(made.user)
    form = {"applicant": made.request.applicant_id, "unit": made.request.unit_id, "text": SECRET}
    client.post("/clinic/requests/new/diagnosis/", form)
    assert client.post("/clinic/requests/new/diagnosis/check/", {"declared": "on"}).status_code == 409


def test_a_request_is_for_those_it_belongs_to_and_its_looks_stand_on_it() -> None:
    made = RequestFactory("QUESTION", text=SECRET)
    address, desk = f"/clinic/requests/{made.request.number}/", f"/clinic/desk/{made.request.number}/"
    mine = browser(made.user).get(address)
    assert SECRET in mine.content.decode()
    assert browser(made.lead).get(desk).status_code == 200
    assert browser(accounts.auditor()).get(desk).status_code == 200
    closed = [UserFactory(), accounts.consultant(), accounts.manager(), accounts.officer(), accounts.admin()]
    for other in closed:
        for page in (browser(other).get(address), browser(other).get(desk)):
            assert page.status_code == 404 and SECRET not in page.content.decode()
    for other in (made.lead, accounts.auditor()):
        assert browser(other).get(address).status_code == 404
    names = [look.by for look in browser(made.user).get(address).context["page"].looks]
    assert len(names) == 2 and made.lead in names


def test_a_consultant_reads_the_request_while_the_talk_is_booked_and_not_after() -> None:
    consultant = consultant_with_hours()
    made = RequestFactory("QUESTION", text=SECRET)
    desk, client = f"/clinic/desk/{made.request.number}/", browser(consultant.user)
    assert client.get(desk).status_code == 404
    talk = made.book()
    assert SECRET in client.get(desk).content.decode()
    assert client.post(f"/clinic/desk/{made.request.number}/answer/", {"answer": "بله"}).status_code == 403
    cancel = f"/clinic/requests/{made.request.number}/cancel-talk/"
    assert client.post(cancel, {}).status_code == 422
    assert client.post(cancel, {"reason": "بیمارم"}).status_code == 302
    talk.refresh_from_db()
    assert (talk.status, talk.reason) == ("CANCELLED", "بیمارم")
    assert client.get(desk).status_code == 404


def test_a_talk_that_nobody_noted_opens_the_request_for_two_weeks_and_the_desk_says_that_the_note_is_missing() -> None:
    consultant = consultant_with_hours()
    made = RequestFactory("QUESTION", text=SECRET)
    talk = made.book()
    base = f"/clinic/requests/{made.request.number}/"
    pages = (f"/clinic/desk/{made.request.number}/", f"/clinic/desk/talks/{talk.pk}/", f"{base}appointment.ics")
    asked = browser(consultant.user)
    for days, status, listed, missing in ((13, 200, 1, 1), (15, 404, 0, 1), (0, 200, 1, 0)):
        with clock.shifted(talk.ends_at - clock.now() + timedelta(days=days)):
            assert [asked.get(page).status_code for page in pages] == [status] * 3, days
            assert len(asked.get("/clinic/desk/talks/").context["booked"]) == listed
            lead = browser(made.lead)
            assert lead.get("/clinic/desk/").context["notes_missing"] == missing
            assert lead.get(pages[1]).status_code == 200
    with clock.shifted(talk.ends_at - clock.now() + timedelta(days=15)):
        assert asked.post(pages[1], {"came": "yes"}).status_code == 404
        assert browser(made.lead).post(pages[1], {"came": "yes"}).status_code == 302
        assert browser(made.lead).get("/clinic/desk/").context["notes_missing"] == 0


def test_an_owner_books_a_free_time_puts_it_into_his_calendar_and_cancels_it() -> None:
    consultant = consultant_with_hours("tax")
    consultant_with_hours("legal")
    made = RequestFactory("QUESTION", topic="tax", text=SECRET)
    client, base = browser(made.user), f"/clinic/requests/{made.request.number}/"
    assert client.get(f"{base}appointment.ics").status_code == 404
    page = client.get(f"{base}book/")
    assert [person.pk for person, _ in page.context["people"]] == [consultant.pk]
    slot = page.context["people"][0][1][0]
    assert client.post(f"{base}book/", {}).status_code == 422
    assert client.post(f"{base}book/", {"slot": "1@nonsense"}).status_code == 422
    assert client.post(f"{base}book/", {"slot": slot.key}).headers["Location"] == base
    assert client.get(f"{base}book/").status_code == 302
    file = client.get(f"{base}appointment.ics")
    event = Calendar.from_ical(file.content).walk("VEVENT")[0]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (slot.starts_at, slot.ends_at)
    assert SECRET not in file.content.decode()
    assert browser(consultant.user).get(f"{base}appointment.ics").status_code == 200
    assert browser(UserFactory()).get(f"{base}appointment.ics").status_code == 404
    assert client.post(f"{base}cancel-talk/", {}).headers["Location"] == base
    assert client.get(f"{base}book/").status_code == 200


def test_a_time_that_was_taken_meanwhile_is_said_on_the_page() -> None:
    consultant_with_hours()
    made, other = RequestFactory("QUESTION"), RequestFactory("QUESTION")
    slot = made.slots()[0]
    other.book(slot)
    page = browser(made.user).post(f"/clinic/requests/{made.request.number}/book/", {"slot": slot.key})
    assert page.status_code == 422
    assert page.context["form"].errors


def test_the_way_of_talking_and_the_day_are_chosen_in_the_address() -> None:
    consultant_with_hours()
    made = RequestFactory("QUESTION")
    address = f"/clinic/requests/{made.request.number}/book/"
    page = browser(made.user).get(address, {"mode": "PHONE"})
    days = page.context["days"]
    chosen = browser(made.user).get(address, {"mode": "PHONE", "day": days[2].day.isoformat()})
    slots = [slot for _, found in chosen.context["people"] for slot in found]
    assert {slot.day for slot in slots} == {days[2].day}
    assert {(slot.ends_at - slot.starts_at).seconds for slot in slots} == {1800}
    assert browser(made.user).get(address, {"mode": "PIGEON", "day": "x"}).status_code == 200


def test_nobody_free_is_said_with_what_to_do() -> None:
    made = RequestFactory("QUESTION")
    page = browser(made.user).get(f"/clinic/requests/{made.request.number}/book/")
    assert page.context["days"] == [] and "mode=PHONE" in page.content.decode()


def test_a_request_is_taken_back_after_the_consequences_were_read() -> None:
    made = RequestFactory("QUESTION")
    client, address = browser(made.user), f"/clinic/requests/{made.request.number}/withdraw/"
    assert client.get(address).status_code == 200
    assert made.reload().is_waiting
    assert client.post(address, {"reason": ""}).status_code == 302
    assert made.reload().status == "WITHDRAWN"
    assert client.get(address).status_code == 302


def test_my_list_costs_the_same_whatever_its_length(django_assert_max_num_queries: Any) -> None:
    consultant_with_hours()
    made = RequestFactory("QUESTION")
    made.book()
    client = browser(made.user)
    with django_assert_max_num_queries(11, info="one"):
        assert client.get("/clinic/requests/").status_code == 200
    for _ in range(19):
        RequestFactory("QUESTION", user=made.user, lead=made.lead)
    with django_assert_max_num_queries(11, info="twenty"):
        text = client.get("/clinic/requests/").content.decode()
    assert all(number in text for number in ClinicRequest.objects.values_list("number", flat=True))


def test_times_of_twenty_consultants_cost_what_one_costs(django_assert_max_num_queries: Any) -> None:
    for _ in range(5):
        consultant_with_hours()
    made = RequestFactory()
    client = browser(made.user)
    with django_assert_max_num_queries(18):
        assert len(client.get(f"/clinic/requests/{made.request.number}/book/").context["people"]) == 5


def test_the_first_page_says_where_an_open_request_stands_and_leaves_closed_ones_out() -> None:
    made = RequestFactory("QUESTION")
    text = browser(made.user).get("/").content.decode()
    assert f"/clinic/requests/{made.request.number}/" in text
    requests.answer(request_id=made.request.pk, answer="بله", by=made.lead, now=clock.now())
    assert f"/clinic/requests/{made.request.number}/" not in browser(made.user).get("/").content.decode()
