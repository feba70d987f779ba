"""Security keys: set up, signing in with one, as second factor or alone, and everything that is no key."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import json_script

from accounts.services import users
from core import clock
from core.audit.models import Entry
from core.messages.models import Message
from tests.factories import accounts as cast
from tests.support.software_key import SoftwareKey

ADD = "/account/second-factor/webauthn/add/"
ENTER = "/account/second-factor/authenticate/"
ALONE = "/account/second-factor/webauthn/login/"
AGAIN = "/account/second-factor/webauthn/reauthenticate/"
INDEX = "/account/second-factor/"


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    cache.clear()


@pytest.fixture
def strict(settings):
    settings.STAFF_MFA = True


def sign_in(client, user, **query):
    return client.post("/account/sign-in/", {"name": user.national_code, "password": cast.PASSWORD}, query_params=query)


def options_of(page):
    shown = json_script(page.context["js_data"], "key-data")
    assert shown in page.content.decode()
    text = shown.partition(">")[2].rpartition("<")[0]
    return next(iter(json.loads(text).values()))


def add(client, key, **fields):
    answer = key.register(options_of(client.get(ADD)))
    return client.post(ADD, {"name": "گوشی من", "credential": json.dumps(answer), **fields})


def challenge(client):
    return client.get(ALONE, headers={"Accept": "application/json"}).json()["request_options"]


def alone(client, key, **query):
    answer = key.sign(challenge(client))
    return client.post(ALONE, {"credential": json.dumps(answer)}, query_params=query)


def is_in(client):
    return client.get("/account/").status_code == 200


@pytest.fixture
def user():
    return cast.UserFactory()


@pytest.fixture
def key(client, user):
    """A key of `user`, who has signed out again."""
    sign_in(client, user)
    made = SoftwareKey()
    assert add(client, made).status_code == 302
    client.post("/account/sign-out/")
    return made


# --- set up -----------------------------------------------------------------------------------------------------------


def test_a_key_is_set_up_with_recovery_codes_on_record_and_the_owner_hears_of_it(client, user):
    sign_in(client, user)
    assert add(client, SoftwareKey())["Location"] == "/account/second-factor/recovery-codes/"
    row = Authenticator.objects.get(user=user, type="webauthn")
    assert row.data["name"] == "گوشی من"
    assert Authenticator.objects.filter(user=user, type="recovery_codes").count() == 1
    assert Entry.objects.get(action="accounts.second_factor.added", actor=user).data == {"kind": "webauthn"}
    assert Message.objects.filter(user=user, template="accounts.second_factor_changed").count() == 1
    assert "گوشی من" in client.get(INDEX).content.decode()


def test_what_the_browser_adds_to_the_answer_is_not_stored(client, user):
    sign_in(client, user)
    made = SoftwareKey()
    answer = made.register(options_of(client.get(ADD))) | {"extra": "x" * 500}
    answer["response"]["publicKey"] = "x" * 500
    client.post(ADD, {"name": "", "credential": json.dumps(answer)})
    row = Authenticator.objects.get(user=user, type="webauthn")
    assert "xxx" not in json.dumps(row.data)
    assert row.data["name"]


def test_the_device_shows_the_owners_name_and_not_the_national_code(client, user):
    sign_in(client, user)
    shown = options_of(client.get(ADD))["publicKey"]
    assert shown["user"]["name"] == user.display_name
    assert user.national_code not in json.dumps(shown)
    assert shown["rp"]["id"] == "testserver"


def test_adding_a_key_asks_for_the_password_again(client, user):
    sign_in(client, user)
    with time_machine.travel(clock.now() + timedelta(minutes=6), tick=True):
        assert client.get(ADD)["Location"].startswith("/account/again/")
        assert client.post(ADD, {"credential": "{}"})["Location"].startswith("/account/again/")
        assert not Authenticator.objects.exists()


HOSTILE = [
    "",
    "null",
    "5",
    "[]",
    "{}",
    "{",
    '"text"',
    "[" * 8000,
    '{"id": "\\u0000"}',
    '{"response": null}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA", "attestationObject": "AA"}}',
    '{"id": "AA", "rawId": "AA", "response": {"clientDataJSON": "e30", "attestationObject": "oA"}}',
    '{"id": "AA", "rawId": "AA", "response": {"clientDataJSON": 5, "attestationObject": []}}',
    '{"id": "AA", "rawId": "AA", "response": {"clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA"}}',
    '{"id": "' + "A" * 20_000 + '"}',
]


def test_an_answer_that_no_key_gave_is_refused_everywhere_without_a_crash(client, user, key):
    entering, adding = Client(), Client()
    sign_in(entering, user)
    sign_in(adding, cast.UserFactory())
    for hostile in HOSTILE:
        cache.clear()
        said = hostile[:120]
        assert client.post(ALONE, {"credential": hostile})["Location"] == "/account/sign-in/", said
        challenge(client)
        assert client.post(ALONE, {"credential": hostile})["Location"] == "/account/sign-in/", said
        assert not is_in(client), said
        assert entering.post(ENTER, {"credential": hostile}).context["webauthn_form"].errors, said
        assert not is_in(entering), said
        adding.get(ADD)
        assert adding.post(ADD, {"name": "x", "credential": hostile}).context["form"].errors, said
    assert Authenticator.objects.filter(type="webauthn").count() == 1


def test_an_answer_to_another_challenge_is_refused(client, user):
    sign_in(client, user)
    old = SoftwareKey().register(options_of(client.get(ADD)))
    client.get(ADD)
    refused = client.post(ADD, {"name": "x", "credential": json.dumps(old)})
    assert refused.context["form"].non_field_errors()
    assert not Authenticator.objects.exists()


def test_an_answer_given_on_another_site_is_refused(client, user, key):
    key.origin = "https://elsewhere.example"
    alone(client, key)
    assert not is_in(client)
    sign_in(client, user)
    client.post(ENTER, {"credential": json.dumps(key.sign(options_of(client.get(ENTER))))})
    assert not is_in(client)


# --- as the second factor ---------------------------------------------------------------------------------------------


def test_after_the_password_the_key_lets_in(client, user, key):
    assert sign_in(client, user, next="/account/documents/")["Location"] == ENTER
    assert not is_in(client)
    page = client.get(ENTER)
    assert client.post(ENTER, {"credential": json.dumps(key.sign(options_of(page)))})["Location"] == (
        "/account/documents/"
    )
    assert is_in(client)
    assert Authenticator.objects.get(user=user, type="webauthn").last_used_at is not None


def test_a_recovery_code_stands_in_for_a_lost_key(client, user, key):
    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    sign_in(client, user)
    assert client.post(ENTER, {"code": codes[0]}).status_code == 302
    assert is_in(client)


def test_another_persons_key_lets_nobody_in(client, user, key):
    other = cast.UserFactory()
    elsewhere = Client()
    sign_in(elsewhere, other)
    foreign = SoftwareKey()
    add(elsewhere, foreign)
    sign_in(client, user)
    answer = foreign.sign(options_of(client.get(ENTER)))
    assert client.post(ENTER, {"credential": json.dumps(answer)}).context["webauthn_form"].errors
    assert not is_in(client)


def test_a_copy_of_the_key_with_another_secret_lets_nobody_in(client, user, key):
    forged = SoftwareKey(credential_id=key.credential_id, owner=key.owner)
    alone(client, forged)
    sign_in(client, user)
    answer = forged.sign(options_of(client.get(ENTER)))
    assert client.post(ENTER, {"credential": json.dumps(answer)}).context["webauthn_form"].errors
    assert not is_in(client)


def test_an_answer_is_good_once(client, user, key):
    sign_in(client, user)
    answer = json.dumps(key.sign(options_of(client.get(ENTER))))
    client.post(ENTER, {"credential": answer})
    client.post("/account/sign-out/")
    sign_in(client, user)
    client.get(ENTER)
    assert client.post(ENTER, {"credential": answer}).context["webauthn_form"].errors
    assert not is_in(client)


def test_staff_may_set_up_a_key_in_the_place_of_the_app_and_keep_one_factor(client, strict):
    officer = cast.officer()
    sign_in(client, officer)
    assert client.get("/account/")["Location"] == "/account/second-factor/totp/activate/"
    add(client, SoftwareKey())
    assert client.get("/account/").status_code == 200
    row = Authenticator.objects.get(user=officer, type="webauthn")
    kept = client.post(f"{INDEX}webauthn/keys/{row.pk}/remove/")
    assert kept.context["form"].non_field_errors()
    assert Authenticator.objects.filter(pk=row.pk).exists()
    add(client, SoftwareKey())
    assert client.post(f"{INDEX}webauthn/keys/{row.pk}/remove/")["Location"] == INDEX
    assert not Authenticator.objects.filter(pk=row.pk).exists()
    assert Entry.objects.filter(action="accounts.second_factor.removed", actor=officer).count() == 1


# --- alone ------------------------------------------------------------------------------------------------------------


def test_the_key_alone_lets_in_goes_on_and_is_on_record(client, user, key):
    assert alone(client, key, next="/account/documents/")["Location"] == "/account/documents/"
    assert is_in(client)
    assert Entry.objects.filter(action="accounts.sign_in.key", actor=user).count() == 1


@pytest.mark.parametrize("target", ["//elsewhere.example", "https://elsewhere.example/"])
def test_next_never_leads_to_another_host(client, key, target):
    assert alone(client, key, next=target)["Location"] == "/"


def test_a_key_that_asked_for_no_pin_does_not_let_in_alone(client, user, key):
    key.verifies = False
    alone(client, key)
    assert not is_in(client)


@pytest.mark.parametrize("owner", ["", "OTk5OTk5OTk", "AAAA", None])
def test_a_key_that_names_nobody_known_lets_nobody_in(client, key, owner):
    key.owner = owner
    assert alone(client, key)["Location"] == "/account/sign-in/"
    assert not is_in(client)


def test_a_key_of_a_closed_account_lets_nobody_in(client, user, key):
    users.set_active(user_id=user.pk, active=False, by=None, now=clock.now(), reason="")
    alone(client, key)
    assert not is_in(client)


def test_without_a_challenge_of_this_browser_nothing_lets_in(client, key):
    answer = key.sign(challenge(Client()))
    assert client.post(ALONE, {"credential": json.dumps(answer)})["Location"] == "/account/sign-in/"
    assert not is_in(client)


def test_only_a_device_that_checked_its_owner_may_be_set_up_to_sign_in_alone(client, user):
    sign_in(client, user)
    weak = add(client, SoftwareKey(verifies=False), passwordless="on")
    assert weak.context["form"].errors
    assert not Authenticator.objects.exists()


# --- instead of typing the password again -----------------------------------------------------------------------------


def test_the_key_stands_for_the_password_and_the_person_goes_on(client, user, key):
    alone(client, key)
    with time_machine.travel(clock.now() + timedelta(minutes=6), tick=True):
        asked = client.get("/account/phone/")["Location"]
        assert f"{AGAIN}?next=%2Faccount%2Fphone%2F" in client.get(asked).content.decode()
        page = client.get(AGAIN, query_params={"next": "/account/phone/"})
        wrong = SoftwareKey(owner=key.owner).sign(options_of(page))
        refused = client.post(AGAIN, {"credential": json.dumps(wrong)}, query_params={"next": "/account/phone/"})
        assert refused.context["form"].errors["credential"]
        answer = json.dumps(key.sign(options_of(refused)))
        went_on = client.post(AGAIN, {"credential": answer}, query_params={"next": "/account/phone/"})
        assert went_on["Location"] == "/account/phone/"
        assert client.get("/account/phone/").status_code == 200


# --- whose is it ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["edit", "remove"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_persons_key_is_not_there(client, user, key, page, method):
    row = Authenticator.objects.get(user=user, type="webauthn")
    sign_in(client, cast.UserFactory())
    response = getattr(client, method)(f"{INDEX}webauthn/keys/{row.pk}/{page}/", {"name": "mine"})
    assert response.status_code == 404
    row.refresh_from_db()
    assert row.data["name"] == "گوشی من"


def test_a_key_gets_another_name_and_a_page_never_shows_it_as_markup(client, user):
    sign_in(client, user)
    add(client, SoftwareKey())
    row = Authenticator.objects.get(user=user, type="webauthn")
    client.post(f"{INDEX}webauthn/keys/{row.pk}/edit/", {"name": "<b>کلید</b>"})
    shown = client.get(INDEX).content.decode()
    assert "&lt;b&gt;کلید&lt;/b&gt;" in shown
    assert client.post(f"{INDEX}webauthn/keys/{row.pk}/edit/", {"name": "ن" * 61}).context["form"].errors["name"]


def test_the_list_of_keys_costs_as_many_queries_for_twenty_as_for_one(client, user):
    sign_in(client, user)
    add(client, SoftwareKey())
    with CaptureQueriesContext(connection) as one:
        client.get(INDEX)
    row = Authenticator.objects.get(user=user, type="webauthn")
    Authenticator.objects.bulk_create(Authenticator(user=user, type="webauthn", data=row.data) for _each in range(19))
    with CaptureQueriesContext(connection) as twenty:
        client.get(INDEX)
    assert len(one) == len(twenty)


def test_the_page_of_keys_has_no_inline_script(client, user):
    sign_in(client, user)
    for page in (client.get(ADD), Client().get("/account/sign-in/")):
        text = page.content.decode()
        for script in text.split("<script")[1:]:
            opening, _sep, inner = script.partition(">")
            assert 'type="application/json"' in opening or inner.startswith("</script>")
        assert "unsafe-inline" not in page["Content-Security-Policy"]
