"""My details, my papers, my entities, and what the portal keeps about me."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Document, GroupClaim, LegalEntity, Signatory
from core import clock
from core.files.models import FileAccess
from core.messages import services as outbox
from core.messages.models import Message
from core.persian.digits import to_persian
from tests.factories import accounts as cast
from tests.factories import identifiers

PAGES = [
    "/account/",
    "/account/details/",
    "/account/address/",
    "/account/password/",
    "/account/groups/add/",
    "/account/entities/",
    "/account/entities/add/",
    "/account/documents/",
    "/account/documents/add/",
    "/account/access-log/",
    "/account/sessions/",
    "/account/messages/",
    "/account/second-factor/",
    "/account/sign-out/",
]


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    cache.clear()


@pytest.fixture
def user():
    return cast.UserFactory()


@pytest.fixture
def mine(client, user):
    """A browser in which `user` is signed in."""
    client.post("/account/sign-in/", {"name": user.national_code, "password": cast.PASSWORD})
    return client


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_for_its_owner_and_sends_visitors_to_sign_in(mine, path):
    page = mine.get(path)
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"] or "no-cache" in page["Cache-Control"]
    assert Client().get(path).status_code == 302


@pytest.mark.parametrize("language", ["fa", "en"])
def test_pages_have_no_inline_script_or_style(mine, language):
    for path in PAGES:
        body = mine.get(path, headers={"accept-language": language}).content.decode()
        assert " style=" not in body
        assert "<script>" not in body
        assert " onclick=" not in body


def test_details_are_saved_from_persian_digits(mine, user):
    typed = {
        "first_name": "زهرا",
        "last_name": "كريمي",
        "father_name": "حسن",
        "birth_date_day": "۱۲",
        "birth_date_month": "1",
        "birth_date_year": "۱۳۶۴",
        "gender": "F",
    }
    assert mine.post("/account/details/", typed)["Location"] == "/account/"
    user.person.refresh_from_db()
    assert user.person.last_name == "کریمی"
    assert str(user.person.birth_date) == "1985-04-01"


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("30", "12", "1404"), ("1", "1", "1410"), ("1", "13", "1364"), ("1", "1", "1985"), ("", "1", "1364")],
)
def test_a_birthday_that_cannot_be_is_explained_and_the_rest_stays(mine, user, day, month, year):
    typed = {
        "first_name": "زهرا",
        "last_name": "نمونه",
        "father_name": "غلام‌حسین",
        "birth_date_day": day,
        "birth_date_month": month,
        "birth_date_year": year,
        "gender": "F",
    }
    page = mine.post("/account/details/", typed)
    assert list(page.context["form"].errors) == ["birth_date"]
    assert "غلام‌حسین" in page.content.decode()
    user.person.refresh_from_db()
    assert user.person.father_name == ""


def test_an_address_is_saved_and_a_postal_code_is_checked(mine, user):
    typed = {"county": "abhar", "city": "ابهر", "address": "خیابان یکم", "postal_code": to_persian("4561751111")}
    assert mine.post("/account/address/", {**typed, "postal_code": "123"}).context["form"].errors["postal_code"]
    assert mine.post("/account/address/", typed).status_code == 302
    user.person.refresh_from_db()
    assert user.person.postal_code == "4561751111"


def test_script_in_a_name_is_shown_as_text(mine, user):
    mine.post(
        "/account/details/",
        {
            "first_name": "<script>alert(1)</script>",
            "last_name": "{{ 7*7 }}",
            "father_name": "حسن",
            "birth_date_day": "1",
            "birth_date_month": "1",
            "birth_date_year": "1364",
            "gender": "M",
        },
    )
    body = mine.get("/account/").content.decode()
    assert "<script>alert(1)" not in body
    assert "&lt;script&gt;alert(1)" in body
    assert "{{ 7*7 }}" in body


def test_a_special_group_is_named_with_its_evidence_and_withdrawn(mine, user):
    step = mine.post("/account/groups/add/", {"group": "disability"})
    claim = GroupClaim.objects.get()
    assert step["Location"] == f"/account/groups/{claim.pk}/evidence/"
    assert mine.post(step["Location"], {"file": cast.photo()})["Location"] == "/account/"
    assert claim.documents.get().kind == "special_group_evidence"
    mine.post(f"/account/groups/{claim.pk}/withdraw/")
    claim.refresh_from_db()
    assert claim.withdrawn_at is not None


def test_a_paper_is_uploaded_replaced_and_taken_out(mine, user):
    year = {"valid_until_day": "1", "valid_until_month": "1", "valid_until_year": "۱۴۱۰"}
    added = mine.post("/account/documents/add/", {"kind": "national_card", "file": cast.photo(), **year})
    assert added["Location"] == "/account/documents/"
    first = Document.objects.get()
    page = mine.get("/account/documents/")
    assert first.file.get_absolute_url() in page.content.decode()
    assert mine.get(first.file.get_absolute_url()).status_code == 200
    mine.post(f"/account/documents/{first.pk}/replace/", {"file": cast.photo()})
    second = Document.objects.get(status="ACTIVE")
    assert second.replaces == first
    assert mine.get(f"/account/documents/{second.pk}/withdraw/").status_code == 200
    mine.post(f"/account/documents/{second.pk}/withdraw/")
    assert not Document.objects.filter(status="ACTIVE").exists()


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"GIF89a" + b"0" * 50, b"%PDF-1.4 broken"])
def test_a_file_that_is_no_paper_is_explained_beside_the_field(mine, content):
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = SimpleUploadedFile("card.jpg", content, content_type="image/jpeg")
    page = mine.post("/account/documents/add/", {"kind": "national_card", "file": upload, "number": "۱۲۳"})
    assert page.status_code == 200
    assert page.context["form"].errors["file"]
    assert page.context["form"]["number"].value() == "۱۲۳"
    assert not Document.objects.exists()


def test_papers_of_others_do_not_exist_here(mine):
    other = cast.ApplicantFactory()
    theirs = cast.document(other, other.person.user)
    for path in ("replace", "withdraw"):
        assert mine.get(f"/account/documents/{theirs.pk}/{path}/").status_code == 404
        assert mine.post(f"/account/documents/{theirs.pk}/{path}/", {"file": cast.photo()}).status_code == 404
    assert mine.get(theirs.file.get_absolute_url()).status_code in (403, 404)
    theirs.refresh_from_db()
    assert theirs.status == "ACTIVE"


def test_the_owner_of_a_paper_cannot_be_swapped_by_a_changed_choice(mine, user):
    cast.LegalEntityFactory(signatory=user)
    other = cast.ApplicantFactory()
    page = mine.post("/account/documents/add/", {"owner": other.pk, "kind": "gazette", "file": cast.photo()})
    assert page.context["form"].errors["owner"]
    assert not Document.objects.exists()


def test_an_entity_is_entered_and_another_signs_for_it(mine, user):
    other = cast.UserFactory()
    typed = {"legal_national_id": "۱۰۳۸۰۲۸۴۷۹۰", "name": "مسگران", "kind": "cooperative", "position": "مدیرعامل"}
    assert mine.post("/account/entities/add/", typed)["Location"] == "/account/entities/"
    entity = LegalEntity.objects.get()
    assert entity.legal_national_id == "10380284790"
    signer = {"national_code": other.national_code, "phone": other.phone, "position": "رئیس"}
    assert mine.post(f"/account/entities/{entity.pk}/signatories/add/", signer).status_code == 302
    row = Signatory.objects.get(person__user=other)
    mine.post(f"/account/signatories/{row.pk}/end/")
    row.refresh_from_db()
    assert row.valid_to == clock.today()


def test_an_entity_of_others_does_not_exist_here_and_cannot_be_entered_again(mine):
    entity = cast.LegalEntityFactory()
    for path in (f"entities/{entity.pk}/", f"entities/{entity.pk}/signatories/add/"):
        assert mine.get(f"/account/{path}").status_code == 404
    assert mine.post(f"/account/signatories/{entity.signatories.get().pk}/end/").status_code == 404
    typed = {"legal_national_id": entity.legal_national_id, "name": "x", "kind": "other", "position": "y"}
    page = mine.post("/account/entities/add/", typed)
    assert page.context["form"].errors["legal_national_id"]


def test_the_last_signatory_gets_a_page_that_says_why_not(mine, user):
    entity = cast.LegalEntityFactory(signatory=user)
    assert mine.post(f"/account/signatories/{entity.signatories.get().pk}/end/").status_code == 409


def test_the_mobile_changes_after_the_new_one_answered_and_the_old_one_is_told(mine, user, last_code):
    old, new = user.phone, identifiers.mobile()
    mine.post("/account/phone/", {"phone": to_persian(new)})
    mine.post("/account/code/", {"code": last_code(new)})
    user.refresh_from_db()
    assert user.phone == new
    assert Message.objects.get(to=old).template == "accounts.phone_changed"


def test_a_mobile_of_another_account_is_answered_alike_and_never_taken(mine, user):
    other = cast.UserFactory()
    assert mine.post("/account/phone/", {"phone": other.phone})["Location"] == "/account/code/"
    assert Message.objects.get(to=other.phone).template == "accounts.phone_taken"
    mine.post("/account/code/", {"code": "000000"})
    user.refresh_from_db()
    assert user.phone != other.phone


def test_the_password_changes_for_the_old_one_and_other_browsers_are_out(mine, user):
    second = Client()
    second.force_login(user)
    wrong = mine.post("/account/password/", {"old_password": "no-no-no-no", "password": "another-good-word-99"})
    assert wrong.context["form"].errors["old_password"]
    mine.post("/account/password/", {"old_password": cast.PASSWORD, "password": "another-good-word-99"})
    assert mine.get("/account/").status_code == 200
    assert second.get("/account/").status_code == 302


def test_looks_of_others_at_my_papers_are_shown_and_my_own_are_not(mine, user):
    document = cast.document(user.person.applicant, user)
    auditor = cast.auditor()
    desk = Client()
    desk.force_login(auditor)
    assert desk.get(document.file.get_absolute_url()).status_code == 200
    assert mine.get(document.file.get_absolute_url()).status_code == 200
    looks = mine.get("/account/access-log/").context["looks"]
    assert [look.by for look in looks] == [auditor]
    assert FileAccess.objects.count() == 2


def test_looks_at_papers_of_others_are_not_shown(mine):
    other = cast.ApplicantFactory()
    document = cast.document(other, other.person.user)
    FileAccess.objects.create(file=document.file, by=cast.officer(), at=clock.now())
    assert mine.get("/account/access-log/").context["looks"] == []


def test_other_browsers_are_listed_and_signed_out_one_or_all(mine, user):
    others = [Client(), Client()]
    for browser in others:
        browser.post("/account/sign-in/", {"name": user.national_code, "password": cast.PASSWORD})
    rows = mine.get("/account/sessions/").context["sessions"]
    assert [row.is_this_one for row in rows] == [True, False, False]
    mine.post(f"/account/sessions/{rows[1].pk}/end/")
    assert len(mine.get("/account/sessions/").context["sessions"]) == 2
    mine.post("/account/sessions/end-others/")
    assert len(mine.get("/account/sessions/").context["sessions"]) == 1
    assert [browser.get("/account/").status_code for browser in others] == [302, 302]
    assert Session.objects.count() >= 1


def test_sessions_of_others_cannot_be_ended(mine):
    other, browser = cast.UserFactory(), Client()
    browser.post("/account/sign-in/", {"name": other.national_code, "password": cast.PASSWORD})
    theirs = browser.get("/account/sessions/").context["sessions"][0]
    assert mine.post(f"/account/sessions/{theirs.pk}/end/").status_code == 404
    assert browser.get("/account/").status_code == 200


def test_messages_are_shown_to_whom_they_were_written_and_marked_by_a_post(mine, user):
    outbox.send(template="accounts.phone_changed", to=user, params={}, key="a", now=clock.now())
    outbox.send(template="accounts.phone_changed", to=cast.UserFactory(), params={}, key="b", now=clock.now())
    page = mine.get("/account/messages/")
    assert [message.key for message in page.context["page"]] == ["a"]
    assert Message.objects.get(key="a").read_at is None
    mine.post("/account/messages/read/")
    assert Message.objects.get(key="a").read_at is not None
    assert Message.objects.get(key="b").read_at is None


@pytest.mark.parametrize("path", ["/account/groups/1/withdraw/", "/account/sessions/1/end/", "/account/messages/read/"])
def test_a_get_changes_nothing(mine, path):
    assert mine.get(path).status_code == 405


def test_lists_cost_as_many_queries_for_twenty_rows_as_for_one(mine, user):
    applicant, now = user.person.applicant, clock.now()

    def fill(number):
        document = cast.document(applicant, user, valid_until=clock.today() + timedelta(days=number + 1))
        FileAccess.objects.create(file=document.file, by=cast.UserFactory(), at=now)
        cast.LegalEntityFactory(signatory=user)
        outbox.send(template="accounts.phone_changed", to=user, params={}, key=f"m{number}", now=now)
        Client().post("/account/sign-in/", {"name": user.national_code, "password": cast.PASSWORD})

    lists = [
        "/account/documents/",
        "/account/access-log/",
        "/account/entities/",
        "/account/messages/",
        "/account/sessions/",
    ]
    fill(0)
    few = {path: queries_of(mine, path) for path in lists}
    for number in range(1, 20):
        fill(number)
    assert {path: queries_of(mine, path) for path in lists} == few
