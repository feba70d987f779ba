"""The staff's second factor, and typing the password again."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.http import HttpResponse
from django.test import RequestFactory

from accounts.services.authentication import fresh_authentication_required, is_fresh, require_fresh
from accounts.services.errors import FreshAuthenticationRequired
from core import clock
from core.persian.digits import to_persian
from tests.factories import accounts as cast

SETUP = "/account/second-factor/totp/activate/"
ENTER = "/account/second-factor/authenticate/"


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    cache.clear()


@pytest.fixture
def strict(settings):
    settings.STAFF_MFA = True


def sign_in(client, user):
    return client.post("/account/sign-in/", {"name": user.national_code, "password": cast.PASSWORD})


def code_of(secret):
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def set_up(client):
    page = client.get(SETUP)
    secret = page.context["form"].secret
    client.post(SETUP, {"code": to_persian(code_of(secret))})
    return secret


@pytest.mark.parametrize("path", ["/", "/account/", "/admin/", "/account/documents/"])
def test_staff_without_a_second_factor_reach_nothing_but_its_set_up(client, strict, path):
    sign_in(client, cast.officer())
    assert client.get(path)["Location"] == SETUP
    assert client.get(SETUP).status_code == 200


def test_staff_set_it_up_and_then_work_and_are_asked_for_it_at_the_next_sign_in(client, strict):
    officer = cast.officer()
    sign_in(client, officer)
    secret = set_up(client)
    assert Authenticator.objects.filter(user=officer, type="totp").count() == 1
    assert client.get("/account/").status_code == 200
    client.post("/account/sign-out/")
    with time_machine.travel(clock.now() + timedelta(minutes=5), tick=True):
        assert sign_in(client, officer)["Location"] == ENTER
        assert client.get("/account/").status_code == 302
        assert client.post(ENTER, {"code": to_persian(code_of(secret))}).status_code == 302
        assert client.get("/account/").status_code == 200


def test_a_wrong_second_factor_lets_nobody_in(client, strict):
    officer = cast.officer()
    sign_in(client, officer)
    set_up(client)
    client.post("/account/sign-out/")
    sign_in(client, officer)
    assert client.post(ENTER, {"code": "000000"}).context["form"].errors["code"]
    assert client.get("/account/").status_code == 302


def test_a_code_of_the_app_is_not_accepted_twice_within_its_window(client, strict):
    officer = cast.officer()
    with time_machine.travel(clock.now(), tick=False) as clockwork:
        sign_in(client, officer)
        secret = set_up(client)
        client.post("/account/sign-out/")
        clockwork.shift(60)
        sign_in(client, officer)
        code = code_of(secret)
        assert client.post(ENTER, {"code": code}).status_code == 302
        client.post("/account/sign-out/")
        sign_in(client, officer)
        assert client.post(ENTER, {"code": code}).context["form"].errors["code"]


def test_the_code_by_sms_does_not_stand_for_the_second_factor(client, strict, last_code):
    officer = cast.officer()
    sign_in(client, officer)
    set_up(client)
    client.post("/account/sign-out/")
    client.post("/account/sign-in/code/", {"phone": officer.phone})
    assert client.post("/account/code/", {"code": last_code(officer.phone)})["Location"] == ENTER
    assert client.get("/account/").status_code == 302


def test_the_key_of_the_app_is_not_stored_in_the_clear(client, strict):
    officer = cast.officer()
    sign_in(client, officer)
    secret = set_up(client)
    assert secret not in str(Authenticator.objects.get(user=officer, type="totp").data)


def test_staff_cannot_remove_it_while_it_is_asked_for_and_applicants_need_none(client, strict):
    officer = cast.officer()
    sign_in(client, officer)
    set_up(client)
    client.post("/account/second-factor/totp/deactivate/")
    assert Authenticator.objects.filter(user=officer, type="totp").exists()
    client.post("/account/sign-out/")
    sign_in(client, cast.UserFactory())
    assert client.get("/account/").status_code == 200


def test_without_the_setting_staff_work_without_it(client):
    sign_in(client, cast.officer())
    assert client.get("/account/").status_code == 200


def fresh_request(client, user, method="password", **record):
    from allauth.account.internal.flows.login import record_authentication
    from django.contrib.sessions.backends.db import SessionStore

    request = RequestFactory().get("/")
    request.session, request.user = SessionStore(), user
    record_authentication(request, user, method=method, **record)
    return request


@pytest.mark.parametrize(("age", "fresh"), [(0, True), (299, True), (302, False), (-60, False)])
def test_a_password_is_fresh_for_five_minutes(client, age, fresh):
    request = fresh_request(client, cast.UserFactory())
    moment = clock.now() + timedelta(seconds=age)
    assert is_fresh(request, moment) is fresh
    if not fresh:
        with pytest.raises(FreshAuthenticationRequired):
            require_fresh(request, moment)


def test_a_code_by_sms_is_no_fresh_password(client):
    assert not is_fresh(fresh_request(client, cast.UserFactory(), method="code"), clock.now())


def test_the_decorator_lets_only_the_fresh_through(client):
    view = fresh_authentication_required(lambda request: HttpResponse("done"))
    user = cast.UserFactory()
    assert view(fresh_request(client, user)).content == b"done"
    with pytest.raises(FreshAuthenticationRequired):
        view(fresh_request(client, user, method="code"))


def test_who_is_asked_for_the_password_goes_on_where_he_was(client):
    user = cast.UserFactory()
    client.force_login(user)
    asked = client.get("/account/phone/")
    assert asked["Location"] == "/account/again/?next=%2Faccount%2Fphone%2F"
    assert client.post(asked["Location"], {"password": "wrong-wrong"}).context["form"].errors["password"]
    assert client.post(asked["Location"], {"password": cast.PASSWORD})["Location"] == "/account/phone/"
    assert client.get("/account/phone/").status_code == 200
