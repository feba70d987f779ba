"""My details: every page of the account, the answers it takes, the mobile and the password."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import GroupClaim
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
