"""Pages of consultants: public cards, one's own pages, ratings, conferences, reviews."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from clinic.consultants.file_access import CHECKED
from clinic.consultants.models import Absence, ConflictOfInterest, Consultant, Qualification, Rating
from clinic.consultants.services import conferences, hours, papers, ratings, reviews
from core import clock
from core.files.models import FileAccess
from tests.factories import accounts
from tests.factories.accounts import ApplicantFactory, photo
from tests.factories.clinic_consultants import CASE, ConsultantFactory, casebook, team_of
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db
RATING = {"competence": "5", "timeliness": "4", "clarity": "4", "cooperation": "3", "comment": "سپاس"}


@pytest.fixture(autouse=True)
def _own_place(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.STAFF_MFA = False


def browser(user: User | None = None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def text(response: Any) -> str:
    return str(response.content.decode())


def test_the_public_list_takes_the_same_queries_for_one_and_for_twenty(django_assert_max_num_queries: Any) -> None:
    for count in (1, 20):
        while Consultant.objects.count() < count:
            ConsultantFactory(met=False, signed=False)
        with django_assert_max_num_queries(5, info=str(count)):
            response = browser().get(reverse("consultants:list"))
        assert len(response.context["rows"]) == count


def test_the_public_pages_show_what_somebody_knows_and_neither_phone_nor_rest() -> None:
    shown = ConsultantFactory({"tax": "SENIOR"}, phone="09121234567", about="بیست سال در مالیات")
    resting = ConsultantFactory("legal")
    type(resting).objects.filter(pk=resting.pk).update(is_active=False)
    page = browser().get(reverse("consultants:list"), {"specialty": "tax"})
    assert shown.name in text(page) and resting.name not in text(page)
    detail = text(browser().get(reverse("consultants:detail", args=[shown.pk])))
    assert "بیست سال در مالیات" in detail
    assert "09121234567" not in detail and shown.user.phone not in detail and shown.user.national_code not in detail
    assert browser().get(reverse("consultants:detail", args=[resting.pk])).status_code == 404
    assert browser().get(reverse("consultants:list"), {"specialty": "magic"}).status_code == 400


def test_a_consultant_keeps_hours_and_absences_on_his_pages() -> None:
    row = ConsultantFactory(met=False)
    client = browser(row.user)
    address = reverse("consultants:hours")
    answer = client.post(address, {"f_0_0": "09:00", "u_0_0": "12:30", "f_2_1": "16:00"})
    assert answer.status_code == 422 and not row.availability.exists()
    answer = client.post(address, {"f_0_0": "09:00", "u_0_0": "12:30", "f_0_1": "12:00", "u_0_1": "13:00"})
    assert answer.status_code == 422 and answer.context["form"].errors["f_0_0"]
    client.post(address, {"f_0_0": "09:00", "u_0_0": "12:30", "f_2_1": "16:00", "u_2_1": "18:00"})
    assert [(one.weekday, str(one.starts_at)) for one in row.availability.all()] == [(0, "09:00:00"), (2, "16:00:00")]
    away = {"starts_on": "1405/10/01", "note": "سفر"}
    assert client.post(reverse("consultants:add_absence"), away).status_code == 422
    whole = away | {"ends_on": "1405/10/04"}
    assert client.post(reverse("consultants:add_absence"), whole).status_code == 302
    absence = Absence.objects.get()
    other = ConsultantFactory()
    assert browser(other.user).post(reverse("consultants:remove_absence", args=[absence.pk])).status_code == 404
    assert client.get(reverse("consultants:remove_absence", args=[absence.pk])).status_code == 302
    client.post(reverse("consultants:remove_absence", args=[absence.pk]))
    assert not Absence.objects.exists()


def test_the_own_page_says_what_waits_and_others_have_none() -> None:
    row = ConsultantFactory(signed=False)
    ConsultantFactory()
    client = browser(row.user)
    assert reverse("consultants:conduct") in text(client.get(reverse("consultants:me")))
    address = reverse("consultants:conduct")
    assert client.post(address, {"number": "1"}).status_code == 422
    assert client.post(address, {"number": "7", "agreed": "on"}).status_code == 409
    assert client.post(address, {"number": "1", "agreed": "on"}).status_code == 302
    assert row.signatures.count() == 1
    waiting = browser(accounts.consultant())
    assert waiting.get(reverse("consultants:me")).status_code == 200
    assert waiting.post(reverse("consultants:about"), {"about": "x"}).status_code == 404
    for user in (accounts.clinic_lead(), accounts.auditor(), ApplicantFactory().person.user):
        assert browser(user).get(reverse("consultants:me")).status_code == 403


def test_papers_are_handed_in_and_opened_by_himself_and_the_lead_alone() -> None:
    row = ConsultantFactory()
    client = browser(row.user)
    entry = {
        "kind": "DEGREE", "title": "کارشناسی ارشد مالی", "issuer": "دانشگاه زنجان", "issued_on": "1395/06/31",
    }  # fmt: skip
    assert client.post(reverse("consultants:new_paper"), entry).status_code == 422
    assert client.post(reverse("consultants:new_paper"), entry | {"file": photo()}).status_code == 302
    paper = Qualification.objects.get()
    address = paper.paper.get_absolute_url()
    for user, status in (
        (row.user, 200), (accounts.clinic_lead(), 200), (accounts.auditor(), 200), (ConsultantFactory().user, 404),
        (accounts.manager(), 404), (ApplicantFactory().person.user, 404),
    ):  # fmt: skip
        assert browser(user).get(address).status_code == status
    assert FileAccess.objects.filter(purpose=CHECKED).count() == 2
    assert client.get(reverse("consultants:withdraw_paper", args=[paper.pk])).status_code == 200
    client.post(reverse("consultants:withdraw_paper", args=[paper.pk]))
    assert not Qualification.objects.in_use().exists()


def test_an_interest_is_declared_by_code_or_by_a_name_that_fits_one_unit() -> None:
    row, unit = ConsultantFactory(), UnitFactory(name="کفش گلبرگ")
    UnitFactory(name="کفش گلستان")
    client, address = browser(row.user), reverse("consultants:new_conflict")
    for typed in ("کفش گل", "چرم ناشناس"):
        assert client.post(address, {"unit": typed, "kind": "FAMILY"}).status_code == 422
    assert client.post(address, {"unit": "گلبرگ", "kind": "FAMILY"}).status_code == 302
    assert ConflictOfInterest.objects.get().unit == unit
    assert client.post(address, {"unit": unit.code, "kind": "OTHER", "reason": "x"}).status_code == 409


def test_the_unit_rates_its_team_and_strangers_find_nothing() -> None:
    firm = ApplicantFactory()
    unit, member, peer = UnitFactory(owner=firm), ConsultantFactory(), ConsultantFactory()
    address = reverse("consultants:rate_one", args=[CASE, member.pk])
    with casebook(team_of(unit, member, peer)):
        client = browser(firm.person.user)
        assert member.name in text(client.get(reverse("consultants:rate", args=[CASE])))
        assert client.post(address, {**RATING, "clarity": "9"}).status_code == 422
        assert client.post(address, RATING).status_code == 302
        assert client.get(address).status_code == 302
        assert browser(peer.user).post(address, RATING).status_code == 302
        assert {row.kind for row in Rating.objects.all()} == {"UNIT", "PEER"}
        strangers = (
            ApplicantFactory().person.user,
            ConsultantFactory().user,
            accounts.manager(),
            accounts.clinic_lead(),
        )
        for user in strangers:
            assert browser(user).get(address).status_code == 404
            assert browser(user).get(reverse("consultants:rate", args=[CASE])).status_code == 404
        assert browser(member.user).get(address).status_code == 404


def test_a_conference_shows_the_question_to_the_invited_and_the_case_to_the_team() -> None:
    unit, member, guest = UnitFactory(), ConsultantFactory(), ConsultantFactory()
    lead = accounts.clinic_lead()
    entry = {
        "case_number": CASE, "subject": "بدهی بانکی", "question": "کارگاهی با بدهی …", "held_at": "1405/09/20 10:30",
        "consultants": [guest.pk],
    }  # fmt: skip
    with casebook(team_of(unit, member, lead=lead)) as book:
        answer = browser(guest.user).post(reverse("consultants:call_conference"), entry | {"consultants": [member.pk]})
        assert answer.status_code == 422 and set(answer.context["form"].errors) == {"case_number"}
        assert "کارگاهی با بدهی" in text(answer)
        assert browser(member.user).post(reverse("consultants:call_conference"), entry).status_code == 302
        row = guest.conferences.get().conference
        address = reverse("consultants:conference", args=[row.pk])
        assert CASE not in text(browser(guest.user).get(address)) and CASE in text(browser(member.user).get(address))
        assert browser(ConsultantFactory().user).get(address).status_code == 404
        assert browser(accounts.auditor()).get(address).status_code == 200
        assert browser(accounts.auditor()).post(address, {"text": "…"}).status_code == 403
        assert browser(guest.user).post(address, {"text": "با بانک گفت‌وگو شود"}).status_code == 302
        closing = reverse("consultants:close_conference", args=[row.pk])
        assert browser(guest.user).post(closing, {"conclusion": "پایان"}).status_code == 403
        assert browser(lead).post(closing, {"conclusion": "تقسیط"}).status_code == 302
        assert browser(guest.user).post(address, {"text": "دیر"}).status_code == 404
        assert browser(member.user).post(address, {"text": "دیر"}).status_code == 403
        assert {(look[1], look[3]) for look in book.looks} >= {("GUEST", guest.user.pk), ("TEAM", member.user.pk)}
        assert row.subject in text(browser(lead).get(reverse("consultants:conferences")))
        assert row.subject not in text(browser(accounts.clinic_lead()).get(reverse("consultants:conferences")))


def test_a_review_is_answered_by_its_reviewer_alone() -> None:
    unit, member, lead = UnitFactory(), ConsultantFactory(), accounts.clinic_lead()
    entry = {
        "case_number": CASE, "report_version": "1", "consultant": member.pk, "due_on": "1405/12/01",
    }  # fmt: skip
    with casebook(team_of(unit, member, lead=lead)) as book:
        assert browser(lead).post(reverse("consultants:ask_review"), entry).status_code == 302
        address = reverse("consultants:review", args=[member.reviews.get().pk])
        assert browser(lead).post(address, {"verdict": "SOUND", "text": "خوب"}).status_code == 403
        assert browser(ConsultantFactory().user).get(address).status_code == 404
        assert browser(member.user).post(address, {"verdict": "SOUND"}).status_code == 422
        assert browser(member.user).post(address, {"verdict": "SOUND", "text": "درست است"}).status_code == 302
        assert browser(lead).get(address).status_code == 200
        assert {look[1:3] for look in book.looks} == {("LEAD", "review"), ("TEAM", "review")}
    assert member.reviews.get().status == "GIVEN"


def test_own_pages_take_a_fixed_number_of_queries(django_assert_max_num_queries: Any) -> None:
    row, unit, now = ConsultantFactory(), UnitFactory(), clock.now()
    lead = accounts.clinic_lead()
    with casebook(team_of(unit, row, ConsultantFactory(), lead=lead)):
        for number in range(12):
            values = {"kind": "DEGREE", "title": f"مدرک {number}", "issuer": "دانشگاه", "issued_on": clock.today()}
            papers.add(consultant_id=row.pk, values=values, upload=photo(), by=row.user, now=now)
            hours.add_absence(
                consultant_id=row.pk, starts_on=clock.today() + timedelta(days=3 * number),
                ends_on=clock.today() + timedelta(days=3 * number + 1), by=row.user, now=now,
            )  # fmt: skip
            conferences.call(
                case_number=CASE, subject="پرسش", question="؟", held_at=now, consultant_ids=[row.pk], by=lead, now=now
            )
        reviews.ask(case_number=CASE, report_version=1, consultant_id=row.pk, due_on=clock.today(), by=lead, now=now)
        client = browser(row.user)
        with django_assert_max_num_queries(20):
            assert client.get(reverse("consultants:me")).status_code == 200
        with django_assert_max_num_queries(10):
            assert client.get(reverse("consultants:conferences")).status_code == 200
        ratings.rate_by_peer(
            consultant_id=row.pk, case_number=CASE, values={name: 4 for name in RATING if name != "comment"},
            by=type(row).objects.exclude(pk=row.pk).get().user, now=now,
        )  # fmt: skip
