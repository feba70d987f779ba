"""Signing in (trust.md §3, sign-in): every kind of bad input gets an answer and lets nobody in."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import OneTimeCode
from accounts.services import demo, users
from core import clock
from core.audit.models import Entry
from core.messages.models import Message
from core.persian.digits import to_persian
from tests.factories import identifiers
from tests.factories.accounts import PASSWORD, UserFactory

SIGN_IN = "/account/sign-in/"
BY_CODE = "/account/sign-in/code/"
CODE = "/account/code/"
PROFILE = "/account/"


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    cache.clear()


@pytest.fixture
def user():
    return UserFactory()


def sign_in(client, name, password=PASSWORD, **query):
    return client.post(SIGN_IN, {"name": name, "password": password}, query_params=query)


def is_in(client) -> bool:
    return client.get(PROFILE).status_code == 200


def wrong(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_national_code_and_password_let_in_and_it_is_on_record(client, user):
    response = sign_in(client, user.national_code)
    assert response.status_code == 302
    assert is_in(client)
    assert Entry.objects.filter(action="accounts.sign_in.password", actor=user).count() == 1


@pytest.mark.parametrize("spelling", ["persian", "arabic", "spaces", "mobile", "plus98", "persian mobile"])
def test_every_spelling_of_code_or_mobile_lets_in(client, user, spelling):
    code, phone = user.national_code, user.phone
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    typed = {
        "persian": to_persian(code),
        "arabic": code.translate(arabic),
        "spaces": f" {code[:3]} {code[3:]}\u200f ",
        "mobile": phone,
        "plus98": f"+98 {phone[1:]}",
        "persian mobile": to_persian(phone),
    }[spelling]
    sign_in(client, typed)
    assert is_in(client)


def test_wrong_password_and_unknown_name_are_answered_alike(client, user):
    known = sign_in(client, user.national_code, "wrong-wrong")
    unknown = sign_in(client, identifiers.national_code(), "wrong-wrong")
    assert known.status_code == unknown.status_code == 200
    assert known.context["form"].errors == unknown.context["form"].errors
    assert known.context["form"].non_field_errors()


@pytest.mark.parametrize(
    "name", ["", "x" * 5000, "0" * 10, "admin", "' OR 1=1 --", "\u202e1234567890", "1362136042\x00"]
)
def test_hostile_names_are_refused_without_a_crash(client, name):
    response = sign_in(client, name)
    assert response.status_code in (200, 400)
    assert not is_in(client)


def test_after_five_wrong_passwords_the_right_one_is_refused_for_fifteen_minutes(client, user):
    for _try in range(4):
        assert sign_in(client, user.national_code, "wrong-wrong").status_code == 200
    assert sign_in(client, user.national_code, "wrong-wrong").status_code == 429
    sixth = sign_in(client, user.national_code)
    assert sixth.status_code == 429
    assert "<html" in sixth.content.decode()
    assert not is_in(client)
    with time_machine.travel(clock.now() + timedelta(minutes=16), tick=True):
        sign_in(client, user.national_code)
        assert is_in(client)


def test_other_spellings_and_the_mobile_do_not_give_more_tries(client, user):
    for name in (user.national_code, to_persian(user.national_code), user.phone, to_persian(user.phone)):
        assert sign_in(client, name, "wrong-wrong").status_code == 200
    assert sign_in(client, f" {user.phone} ", "wrong-wrong").status_code == 429
    assert sign_in(client, user.national_code).status_code == 429


def test_another_address_does_not_give_more_tries(client, user):
    for number in range(5):
        client.post(
            SIGN_IN, {"name": user.national_code, "password": "wrong-wrong"}, REMOTE_ADDR=f"192.0.2.{number + 1}"
        )
    assert sign_in(client, user.national_code).status_code == 429


def test_wrong_passwords_are_kept_nowhere(client, user):
    sign_in(client, user.national_code, "my-other-password")
    attempt = AccessAttempt.objects.get()
    assert "my-other-password" not in attempt.post_data
    assert user.phone not in attempt.post_data


def test_a_locked_out_person_still_gets_in_with_a_code(client, user, last_code):
    for _try in range(5):
        sign_in(client, user.national_code, "wrong-wrong")
    client.post(BY_CODE, {"phone": user.phone})
    client.post(CODE, {"code": last_code(user.phone)})
    assert is_in(client)


def test_a_closed_account_is_answered_like_a_wrong_password(client, user):
    users.set_active(user_id=user.pk, active=False, by=None, now=clock.now(), reason="")
    response = sign_in(client, user.national_code)
    assert response.context["form"].non_field_errors()
    assert not is_in(client)


@pytest.mark.parametrize(
    "target",
    ["//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example", "javascript:alert(1)", "http:///x"],
)
def test_next_never_leads_to_another_host(client, user, target):
    response = sign_in(client, user.national_code, next=target)
    assert response.status_code == 302
    assert response["Location"] == reverse(settings.LOGIN_REDIRECT_URL)


def test_next_leads_on_within_the_portal_by_password_and_by_code(client, user, last_code):
    assert sign_in(client, user.national_code, next="/account/documents/")["Location"] == "/account/documents/"
    client.logout()
    client.post(BY_CODE, {"phone": user.phone}, query_params={"next": "/account/messages/"})
    assert client.post(CODE, {"code": last_code(user.phone)})["Location"] == "/account/messages/"


def test_next_of_somebody_signed_in_stays_on_this_host_too(client, user):
    client.force_login(user)
    assert client.get(SIGN_IN, {"next": "//elsewhere.example"})["Location"] == reverse("home")


def test_the_code_in_persian_digits_with_spaces_lets_in(client, user, last_code):
    client.post(BY_CODE, {"phone": to_persian(user.phone)})
    code = to_persian(last_code(user.phone))
    client.post(CODE, {"code": f" {code[:3]} {code[3:]} "})
    assert is_in(client)


def test_the_fourth_try_is_refused_even_with_the_right_code(client, user, last_code):
    client.post(BY_CODE, {"phone": user.phone})
    code = last_code(user.phone)
    for _try in range(3):
        assert client.post(CODE, {"code": wrong(code)}).context["form"].errors["code"]
    assert client.post(CODE, {"code": code}).context["form"].errors["code"]
    assert not is_in(client)


def test_a_used_code_lets_nobody_in_again(client, user, last_code):
    client.post(BY_CODE, {"phone": user.phone})
    kept = client.session["accounts.code"]
    code = last_code(user.phone)
    client.post(CODE, {"code": code})
    thief = Client()
    session = thief.session
    session["accounts.code"] = kept
    session.save()
    again = thief.post(CODE, {"code": code})
    assert again.status_code == 200
    assert again.context["form"].errors["code"]
    assert not is_in(thief)


def test_the_code_of_another_browser_lets_nobody_in(client, user, last_code):
    attacker = Client()
    other = UserFactory()
    attacker.post(BY_CODE, {"phone": other.phone})
    client.post(BY_CODE, {"phone": user.phone})
    attacker.post(CODE, {"code": last_code(user.phone)})
    assert not is_in(attacker)
    bare = Client()
    assert bare.post(CODE, {"code": last_code(user.phone)})["Location"] == SIGN_IN


def test_a_code_older_than_three_minutes_is_refused(client, user, last_code):
    client.post(BY_CODE, {"phone": user.phone})
    with time_machine.travel(clock.now() + timedelta(seconds=181), tick=True):
        assert client.post(CODE, {"code": last_code(user.phone)}).context["form"].errors["code"]
        assert not is_in(client)


def test_known_and_unknown_phones_are_answered_alike_with_as_many_messages(client, user):
    answers = []
    for phone in (user.phone, identifiers.mobile()):
        browser = Client()
        asked = browser.post(BY_CODE, {"phone": phone})
        page = browser.get(CODE)
        tried = browser.post(CODE, {"code": "000000"})
        answers.append((asked.status_code, asked["Location"], page.status_code, str(tried.context["form"].errors)))
        assert Message.objects.filter(to=phone).count() == 1
    assert answers[0] == answers[1]


def test_known_and_unknown_phones_cost_the_same_queries(client, user):
    counts = []
    for phone in (user.phone, identifiers.mobile()):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.post(BY_CODE, {"phone": phone})
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_flood_to_one_phone_gets_429_with_the_form_kept(client, user):
    for _each in range(3):
        assert client.post(BY_CODE, {"phone": user.phone}).status_code == 302
    flooded = client.post(BY_CODE, {"phone": user.phone})
    assert flooded.status_code == 429
    assert flooded.context["form"]["phone"].value() == user.phone
    assert OneTimeCode.objects.count() == 3


def test_a_flood_by_asking_again_gets_429(client, user):
    client.post(BY_CODE, {"phone": user.phone})
    for _each in range(2):
        assert client.post("/account/code/again/").status_code == 302
    assert client.post("/account/code/again/").status_code == 429


def test_a_phone_that_changed_meanwhile_no_longer_lets_in(client, user, last_code):
    client.post(BY_CODE, {"phone": user.phone})
    code = last_code(user.phone)
    users.change_phone(user_id=user.pk, phone=identifiers.mobile(), by=user, now=clock.now())
    client.post(CODE, {"code": code})
    assert not is_in(client)


def test_signing_in_gives_a_new_session(client, user):
    client.post(BY_CODE, {"phone": identifiers.mobile()})
    before = client.session.session_key
    sign_in(client, user.national_code)
    assert client.session.session_key != before


def test_signing_out_needs_a_post(client, user):
    client.force_login(user)
    assert client.get("/account/sign-out/").status_code == 200
    assert is_in(client)
    client.post("/account/sign-out/")
    assert not is_in(client)


def test_the_demo_shows_its_people_and_each_button_signs_in(client):
    demo.ensure_people(now=clock.now())
    page = client.get(SIGN_IN)
    assert len(page.context["demo_people"]) == len(demo.PEOPLE)
    person = page.context["demo_people"][0]
    sign_in(client, person.national_code, demo.PASSWORD)
    assert is_in(client)


def test_outside_the_demo_nobody_is_shown(client, settings):
    demo.ensure_people(now=clock.now())
    settings.DEMO = False
    page = client.get(SIGN_IN)
    assert page.context["demo_people"] == []
    assert demo.PASSWORD not in page.content.decode()
