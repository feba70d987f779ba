"""Signing up and setting a new password, through the browser."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from core import clock
from core.messages.models import Message
from core.persian.digits import to_persian
from tests.factories import identifiers
from tests.factories.accounts import PASSWORD, UserFactory

SIGN_UP = "/account/sign-up/"
CODE = "/account/code/"


def answers(**changes):
    return {
        "national_code": to_persian(identifiers.national_code()),
        "first_name": "زهرا",
        "last_name": "نمونه",
        "phone": identifiers.mobile(),
        "password": PASSWORD,
        **changes,
    }


def test_an_account_exists_only_after_the_code_came_back(client, last_code):
    typed = answers()
    assert client.post(SIGN_UP, typed)["Location"] == CODE
    assert not User.objects.exists()
    assert client.post(CODE, {"code": last_code(typed["phone"])}).status_code == 302
    user = User.objects.get()
    assert to_persian(user.national_code) == typed["national_code"]
    assert user.phone_verified_at is not None
    assert user.check_password(PASSWORD)
    assert client.get("/account/").status_code == 200


def test_the_password_waits_in_the_session_as_a_digest_only(client):
    client.post(SIGN_UP, answers())
    assert PASSWORD not in str(dict(client.session))


@pytest.mark.parametrize("taken", ["national_code", "phone"])
def test_a_taken_number_is_answered_like_a_free_one(client, taken):
    other = UserFactory()
    phone = other.phone if taken == "phone" else identifiers.mobile()
    seen = []
    for typed in (answers(**{taken: getattr(other, taken), "phone": phone}), answers()):
        browser = Client()
        asked = browser.post(SIGN_UP, typed)
        tried = browser.post(CODE, {"code": "000000"})
        seen.append((asked.status_code, asked["Location"], str(tried.context["form"].errors)))
    assert seen[0] == seen[1]
    assert Message.objects.get(to=phone).template == "accounts.account_exists"
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("national_code", "1111111111"),
        ("national_code", "1362136043"),
        ("national_code", "13621360421362"),
        ("phone", "02433440000"),
        ("phone", "0912345678"),
        ("first_name", "   "),
        ("first_name", "\u200c\u200c"),
        ("last_name", "ن" * 81),
        ("password", "12345678"),
        ("password", "short"),
    ],
)
def test_a_wrong_answer_is_explained_beside_its_field_and_the_others_stay(client, field, value):
    typed = answers(**{field: value})
    response = client.post(SIGN_UP, typed)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    kept = "last_name" if field != "last_name" else "first_name"
    assert typed[kept] in response.content.decode()
    assert not Message.objects.exists()


def test_hidden_fields_change_nothing(client, last_code):
    typed = answers(is_staff="on", is_superuser="1", roles="admin")
    client.post(SIGN_UP, typed)
    client.post(CODE, {"code": last_code(typed["phone"])})
    user = User.objects.get()
    assert not user.is_staff
    assert not user.is_superuser


def test_two_who_sign_up_with_one_national_code_do_not_both_get_it(last_code):
    code = identifiers.national_code()
    first, second = answers(national_code=code), answers(national_code=code)
    browsers = [Client(), Client()]
    for browser, typed in zip(browsers, (first, second), strict=True):
        browser.post(SIGN_UP, typed)
    browsers[0].post(CODE, {"code": last_code(first["phone"])})
    late = browsers[1].post(CODE, {"code": last_code(second["phone"])})
    assert late.context["form"].non_field_errors()
    assert User.objects.get().phone == first["phone"]


def test_a_new_password_needs_the_code_and_ends_other_sessions(client, last_code):
    user = UserFactory()
    other = Client()
    other.force_login(user)
    client.post("/account/password/reset/", {"phone": user.phone})
    assert client.post(CODE, {"code": last_code(user.phone)})["Location"] == "/account/password/new/"
    assert client.post("/account/password/new/", {"password": "another-good-word-99"}).status_code == 302
    user.refresh_from_db()
    assert user.check_password("another-good-word-99")
    assert other.get("/account/").status_code == 302


def test_the_page_for_a_new_password_is_closed_without_the_code_and_after_use(client, last_code):
    assert client.get("/account/password/new/")["Location"] == "/account/password/reset/"
    user = UserFactory()
    client.post("/account/password/reset/", {"phone": user.phone})
    client.post(CODE, {"code": last_code(user.phone)})
    client.post("/account/password/new/", {"password": "another-good-word-99"})
    again = client.post("/account/password/new/", {"password": "third-good-word-99"})
    assert again["Location"] == "/account/password/reset/"
    user.refresh_from_db()
    assert not user.check_password("third-good-word-99")


def test_an_unknown_phone_gets_to_the_same_page(client):
    phone = identifiers.mobile()
    assert client.post("/account/password/reset/", {"phone": phone})["Location"] == CODE
    assert client.get(CODE).status_code == 200
    assert Message.objects.get(to=phone).template == "accounts.unknown_phone"


def test_the_owner_of_the_phone_is_told_that_the_password_changed(client, last_code):
    user = UserFactory(now=clock.now())
    client.post("/account/password/reset/", {"phone": user.phone})
    client.post(CODE, {"code": last_code(user.phone)})
    client.post("/account/password/new/", {"password": "another-good-word-99"})
    assert Message.objects.filter(template="accounts.password_changed", user=user).count() == 1
