"""Those who try more than the pages offer: rows of other cases in a form, odd answers, people who are trusted no longer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import RoleGrant, User
from accounts.services import roles
from clinic.cases.services import cases, requests
from clinic.consultants.services import conduct, papers
from core import clock
from core.persian.dates import format_datetime
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory, Made
from tests.factories.clinic_instruments import InstrumentFactory
from tests.factories.clinic_requests import RequestFactory, consultant_with_hours
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db

Browser = Callable[[User], Client]
OVERRIDE = "\u202eمتن وارونه\u202c"


def test_rows_of_another_case_in_a_form_are_no_choices(visited: Made, browser: Browser) -> None:
    made, other = visited, CaseFactory.in_status("VISITED")
    mine, theirs = made.node("SYMPTOM"), other.node("SYMPTOM")
    cause, their_cause = made.node("CAUSE"), other.node("CAUSE")
    foreign = InstrumentFactory("finance").questions.first()
    version = InstrumentFactory("finance")
    client, number = browser(made.specialist()), made.case.number
    box = {"kind": "CAUSE", "text": "بی‌نقدینگی", "dimension": "finance", "effect": theirs.pk}
    tries = [
        ("new_node", box),
        ("new_arrow", {"cause": their_cause.pk, "effect": mine.pk}),
        ("new_arrow", {"cause": cause.pk, "effect": theirs.pk}),
    ]
    for name, data in tries:
        page = client.post(reverse(f"cases:{name}", args=[number]), data)
        assert page.status_code == 422 and page.context["form"].errors, name
    client.post(reverse("cases:start", args=[number, version.pk]))
    row = made.case.answerings.get()
    client.post(reverse("cases:answers", args=[number, row.pk]), {f"q_{foreign.pk}": "1", "save": "1"})
    assert not row.answers.exists()
    assert (made.case.cause_nodes.count(), theirs.causes.count(), mine.causes.count()) == (2, 0, 0)
    stranger = other.case.members.get()
    assert browser(made.lead).post(reverse("cases:leave_team", args=[number, stranger.pk])).status_code == 404
    lead = browser(made.lead)
    odd = {"consultant": "9" * 20, "specialty": "finance"}
    assert lead.post(reverse("cases:team", args=[number]), odd).status_code == 422


def test_what_turns_text_around_is_taken_out_and_files_of_another_kind_are_refused(
    with_team: Made, browser: Browser
) -> None:
    made = with_team
    client, address = browser(made.specialist()), reverse("cases:new_visit", args=[made.case.number])
    entry = {"visited_at": format_datetime(clock.now(), "short", language="en"), "notes": OVERRIDE}
    for name, content in (("عکس.jpg", b"MZ\x90\x00 program"), ("\u202egpj.exe", b"<svg onload=x>"), ("a.png", b"")):
        page = client.post(address, entry | {"photos": [SimpleUploadedFile(name, content, "image/jpeg")]})
        assert page.status_code == 422 and "photos" in page.context["form"].errors, name
        assert "متن وارونه" in page.content.decode()
    nul = client.post(address, entry | {"notes": "پیش\x00پس"})
    assert nul.status_code == 422 and set(nul.context["form"].errors) == {"notes"}
    assert client.post(address, entry).status_code == 302
    assert made.case.visits.get().notes == "متن وارونه"


def test_nobody_is_talked_with_who_could_not_be_named_to_a_team() -> None:
    made = RequestFactory("QUESTION")
    fit, _unsigned, without_role, expired = (consultant_with_hours() for _ in range(4))
    today = clock.today()
    values = {
        "kind": "LICENCE", "title": "پروانه", "issuer": "اتحادیه", "issued_on": today - timedelta(days=90),
        "valid_until": today - timedelta(days=1),
    }  # fmt: skip
    paper = papers.add(
        consultant_id=expired.pk, values=values, upload=accounts.photo(), by=expired.user, now=clock.now()
    )
    papers.confirm(paper_id=paper.pk, by=accounts.clinic_lead(), now=clock.now())
    conduct.publish_code(text="نسخهٔ تازهٔ منشور", by=None, now=clock.now())
    for one in (fit, without_role, expired):
        conduct.sign(consultant_id=one.pk, number=2, by=one.user, now=clock.now())
    roles.end(grant_id=RoleGrant.objects.get(user=without_role.user).pk, by=None, now=clock.now())
    assert {slot.consultant for slot in made.slots()} == {fit}


def test_who_declares_an_interest_after_a_talk_was_booked_reads_the_request_no_more(browser: Browser) -> None:
    consultant, made = consultant_with_hours(), RequestFactory()
    talk = made.book()
    client, desk = browser(consultant.user), f"/clinic/desk/{made.request.number}/"
    assert client.get(desk).status_code == 200
    conduct.declare_conflict(
        consultant_id=consultant.pk, unit_id=made.request.unit_id, kind="FAMILY", by=consultant.user, now=clock.now()
    )
    assert client.get(desk).status_code == 404
    assert client.get("/clinic/desk/talks/").context["booked"] == []
    assert client.get(f"/clinic/requests/{made.request.number}/appointment.ics").status_code == 404
    assert browser(made.lead).get("/clinic/desk/talks/").context["booked"][0].appointment == talk


def test_whether_a_talk_was_held_is_never_guessed(browser: Browser) -> None:
    consultant_with_hours()
    made = RequestFactory("QUESTION")
    talk = made.book()
    with clock.shifted(talk.ends_at - clock.now()):
        client, address = browser(made.lead), f"/clinic/desk/talks/{talk.pk}/"
        for odd in ({}, {"came": "maybe"}):
            page = client.post(address, odd)
            assert page.status_code == 422 and page.context["form"].errors
        talk.refresh_from_db()
        assert talk.status == "BOOKED"
        assert client.post(address, {"came": "yes"}).status_code == 302


def test_no_talk_is_booked_for_a_case_that_is_over(with_team: Made, browser: Browser) -> None:
    consultant_with_hours()
    made = with_team
    client, base = browser(made.owner), f"/clinic/requests/{made.case.request.number}/"
    assert client.get(f"{base}book/").status_code == 200
    assert client.get(base).context["page"].line.next_step == ""
    cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason="پایان", by=made.lead, now=clock.now())
    assert client.get(f"{base}book/").status_code == 302
    assert not client.get(base).context["page"].may_book


def test_the_counter_sees_that_a_request_was_admitted_and_nothing_of_its_case(browser: Browser) -> None:
    officer, lead, applicant = accounts.officer(), accounts.clinic_lead(), accounts.ApplicantFactory()
    facts = {"text": "سفارش نیست", "unit": UnitFactory(owner=applicant)}
    row = requests.submit(
        applicant_id=applicant.pk, service="DIAGNOSIS", values=facts, by=officer, now=clock.now(), on_behalf=True
    )
    requests.admit(request_id=row.pk, by=lead, now=clock.now())
    number, address = row.cases.get().number, f"/clinic/desk/{row.number}/"
    assert number in browser(lead).get(address).content.decode()
    page = browser(officer).get(address)
    assert page.status_code == 200 and number not in page.content.decode()
