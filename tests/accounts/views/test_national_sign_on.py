"""The national sign-on against a real little server: only a proven national code lets in, and only its own person."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
import time_machine
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client

from accounts.models import Person, User
from accounts.services import users
from core import clock
from core.audit.models import Entry
from core.messages.models import Message
from portal.env import SignOn
from tests.factories import accounts as cast
from tests.factories import identifiers
from tests.support.identity_provider import CLIENT_ID, SECRET, Served, new_key

START = "/account/sign-on/"
BACK = "/account/sign-on/callback/"
AGAIN = "/account/sign-on/again/"
MOBILE = "/account/sign-on/mobile/"
CODE = "/account/code/"
ADDRESSES = (START, BACK, AGAIN, MOBILE)


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    cache.clear()


@pytest.fixture
def provider(settings):
    with Served() as served:
        settings.SIGN_ON = SignOn(served.url, CLIENT_ID, SECRET, "national_code", ("openid", "profile", "phone"))
        yield served


def person(**changes):
    return {
        "sub": "subject-1",
        "national_code": identifiers.national_code(),
        "given_name": "زهرا",
        "family_name": "نمونه",
        **changes,
    }


def visit(client, address=START, **query):
    """What a browser does at the server; returns the path and query it is sent back to."""
    there = client.get(address, query_params=query)
    assert there.status_code == 302, there.status_code
    sent = requests.get(there["Location"], allow_redirects=False, timeout=5)
    back = urlsplit(sent.headers["Location"])
    return f"{back.path}?{back.query}"


def enter(client, address=START, **query):
    return client.get(visit(client, address, **query))


def is_in(client):
    return client.get("/account/").status_code == 200


def known(provider, **changes):
    """A person who has come this way before."""
    user = cast.UserFactory(identity_verified=True)
    provider.person = person(national_code=user.national_code, **changes)
    return user


def refused(response, client, status=403):
    assert response.status_code == status
    assert "account/sign_on_refused.html" in [template.name for template in response.templates]
    assert not is_in(client)
    return True


# --- off --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ADDRESSES)
def test_where_it_is_not_given_its_addresses_are_not_there(client, settings, address):
    settings.SIGN_ON = None
    client.force_login(cast.UserFactory())
    assert client.get(address).status_code == 404
    if address != AGAIN:
        assert Client().get(address).status_code == 404


def test_where_it_is_not_given_no_page_offers_it(client, settings):
    settings.SIGN_ON = None
    for page in ("/account/sign-in/", "/account/sign-up/"):
        assert START not in client.get(page).content.decode()


def test_where_it_is_given_sign_in_and_sign_up_offer_it(client, provider):
    for page in ("/account/sign-in/", "/account/sign-up/"):
        assert START in client.get(page).content.decode()


@pytest.mark.parametrize(
    "address", ["/account/social/signup/", "/account/social/connections/", "/account/oidc/national/login/"]
)
def test_nothing_of_allauths_own_pages_for_other_servers_is_there(client, provider, address):
    assert client.get(address).status_code == 404


# --- who comes in -----------------------------------------------------------------------------------------------------


def test_who_is_known_by_it_enters_at_once_and_it_is_on_record(client, provider):
    user = known(provider)
    assert enter(client).status_code == 302
    assert is_in(client)
    assert client.session["_auth_user_id"] == str(user.pk)
    assert Entry.objects.filter(action="accounts.sign_in.sign_on", actor=user).count() == 1
    assert not SocialAccount.objects.exists()


def test_the_server_is_asked_with_state_nonce_and_proof_of_the_same_browser(client, provider):
    known(provider)
    enter(client)
    assert {"state", "nonce", "code_challenge"} <= set(provider.asked)
    assert provider.asked["code_challenge_method"] == "S256"
    assert provider.asked["redirect_uri"].endswith(BACK)
    assert set(provider.asked["scope"].split()) == {"openid", "profile", "phone"}


def test_a_new_person_confirms_a_mobile_once_and_has_a_verified_account(client, provider, last_code):
    provider.person = person()
    phone = identifiers.mobile()
    assert enter(client, next="/account/documents/")["Location"] == MOBILE
    assert not User.objects.exists()
    assert client.post(MOBILE, {"phone": phone})["Location"] == CODE
    assert client.post(CODE, {"code": last_code(phone)})["Location"] == "/account/documents/"
    user = User.objects.get()
    assert user.national_code == provider.person["national_code"]
    assert (user.first_name, user.last_name, user.phone) == ("زهرا", "نمونه", phone)
    assert user.identity_verified_at is not None
    assert not user.has_usable_password()
    assert not user.is_staff
    assert is_in(client)
    other = Client()
    assert enter(other).status_code == 302
    assert is_in(other)


def test_names_the_server_does_not_tell_are_asked_for(client, provider, last_code):
    provider.person = person(given_name=None, family_name="x" * 500)
    enter(client)
    phone = identifiers.mobile()
    assert set(client.post(MOBILE, {"phone": phone}).context["form"].errors) == {"first_name", "last_name"}
    client.post(MOBILE, {"phone": phone, "first_name": "مینا", "last_name": "نمونه"})
    client.post(CODE, {"code": last_code(phone)})
    assert User.objects.get().display_name == "مینا نمونه"


def test_names_the_server_tells_cannot_be_typed_over(client, provider, last_code):
    provider.person = person()
    enter(client)
    phone = identifiers.mobile()
    client.post(MOBILE, {"phone": phone, "first_name": "دیگری", "national_code": identifiers.national_code()})
    client.post(CODE, {"code": last_code(phone)})
    assert User.objects.get().first_name == "زهرا"
    assert User.objects.get().national_code == provider.person["national_code"]


def test_a_person_whom_staff_entered_before_keeps_what_is_known(client, provider, last_code):
    provider.person = person()
    now = clock.now()
    Person.objects.create(
        national_code=provider.person["national_code"], first_name="زهرا", last_name="نمونه", father_name="رضا",
        created_at=now, updated_at=now,
    )  # fmt: skip
    enter(client)
    phone = identifiers.mobile()
    client.post(MOBILE, {"phone": phone})
    client.post(CODE, {"code": last_code(phone)})
    assert User.objects.get().person.father_name == "رضا"


def test_a_known_account_whose_mobile_the_server_confirms_is_linked_at_once_and_keeps_its_password(client, provider):
    user = cast.UserFactory()
    number = f"+98{user.phone[1:]}"
    provider.person = person(national_code=user.national_code, phone_number=number, phone_number_verified=True)
    enter(client)
    assert is_in(client)
    user.refresh_from_db()
    assert user.identity_verified_at is not None
    assert user.check_password(cast.PASSWORD)


@pytest.mark.parametrize("verified", [False, None, "true"])
def test_a_mobile_the_server_has_not_confirmed_links_nothing(client, provider, verified):
    user = cast.UserFactory()
    provider.person = person(national_code=user.national_code, phone_number=user.phone, phone_number_verified=verified)
    assert enter(client)["Location"] == MOBILE
    assert not is_in(client)


def test_a_known_account_is_linked_by_the_code_to_its_mobile(client, provider, last_code):
    user = cast.UserFactory()
    provider.person = person(national_code=user.national_code)
    enter(client)
    client.post(MOBILE, {"phone": user.phone})
    client.post(CODE, {"code": last_code(user.phone)})
    user.refresh_from_db()
    assert user.identity_verified_at is not None
    assert user.check_password(cast.PASSWORD)
    assert is_in(client)


def test_an_account_somebody_else_made_with_this_national_code_goes_to_its_person(client, provider, last_code):
    thief = cast.UserFactory()
    elsewhere = Client()
    elsewhere.force_login(thief)
    provider.person = person(national_code=thief.national_code)
    enter(client)
    phone = identifiers.mobile()
    client.post(MOBILE, {"phone": phone})
    client.post(CODE, {"code": last_code(phone)})
    account = User.objects.get()
    assert account.pk == thief.pk
    assert account.phone == phone
    assert not account.has_usable_password()
    assert is_in(client)
    assert not is_in(elsewhere)
    assert Message.objects.filter(to=thief.phone, template="accounts.phone_changed").count() == 1


def test_a_mobile_of_another_account_is_answered_like_a_free_one_and_gives_nothing(client, provider):
    other = cast.UserFactory()
    provider.person = person()
    enter(client)
    assert client.post(MOBILE, {"phone": other.phone})["Location"] == CODE
    assert Message.objects.get(to=other.phone).template == "accounts.phone_taken"
    client.post(CODE, {"code": "000000"})
    assert User.objects.count() == 1
    assert not is_in(client)


def test_the_same_e_mail_address_links_nobody(client, provider):
    user = cast.UserFactory()
    User.objects.filter(pk=user.pk).update(email="sara@example.ir", identity_verified_at=clock.now())
    provider.person = person(email="sara@example.ir", email_verified=True)
    assert enter(client)["Location"] == MOBILE
    assert not is_in(client)


def test_a_closed_account_stays_closed(client, provider):
    user = known(provider)
    users.set_active(user_id=user.pk, active=False, by=None, now=clock.now(), reason="")
    assert enter(client)["Location"] == "/account/closed/"
    assert not is_in(client)


def test_staff_still_show_their_second_factor(client, provider, settings):
    settings.STAFF_MFA = True
    officer = cast.officer(identity_verified=True)
    provider.person = person(national_code=officer.national_code)
    Authenticator.objects.create(user=officer, type="totp", data={"secret": "x"})
    assert enter(client)["Location"] == "/account/second-factor/authenticate/"
    assert not is_in(client)


@pytest.mark.parametrize("target", ["//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example"])
def test_next_never_leads_to_another_host(client, provider, target):
    known(provider)
    assert enter(client, next=target)["Location"] == "/"
    assert enter(Client(), next="/account/documents/")["Location"] == "/account/documents/"


def test_the_query_cannot_turn_the_journey_into_another_or_change_what_is_asked(client, provider):
    known(provider)
    enter(client, process="connect", auth_params="nonce=mine&prompt=none", scope="everything", action="rerequest")
    assert provider.asked["nonce"] != "mine"
    assert "prompt" not in provider.asked
    assert "everything" not in provider.asked["scope"]
    assert not SocialAccount.objects.exists()
    assert is_in(client)


# --- who does not -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code", ["1111111111", "1362136043", "136213604", "", "abcdefghij", "۱۲", 1362136042, None, ["x"]]
)
def test_a_national_code_that_cannot_be_right_is_refused_in_plain_words(client, provider, code):
    provider.person = person(national_code=code)
    assert refused(enter(client), client)
    assert not User.objects.exists()


def test_a_national_code_the_server_itself_calls_unverified_is_refused(client, provider):
    known(provider, national_code_verified=False)
    assert refused(enter(client), client)


def test_a_signature_by_another_key_is_refused(client, provider):
    known(provider)
    provider.key = new_key()
    assert refused(enter(client), client)


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_token_that_no_key_of_the_server_signed_is_refused(client, provider, algorithm):
    known(provider)
    provider.algorithm = algorithm
    assert refused(enter(client), client)


@pytest.mark.parametrize(
    "changes",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another-portal"},
        {"aud": None},
        {"aud": [CLIENT_ID, "another-portal"]},
        {"aud": [CLIENT_ID, "another-portal"], "azp": "another-portal"},
        {"azp": "another-portal"},
        {"iss": "https://elsewhere.example"},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"iat": 4_000_000_000},
        {"sub": None},
    ],
)
def test_a_token_for_somebody_or_something_else_is_refused(client, provider, changes):
    known(provider)
    provider.changes = changes
    assert refused(enter(client), client)


def test_a_journey_of_another_browser_lets_nobody_in(client, provider):
    known(provider)
    stolen = visit(client)
    thief = Client()
    visit(thief)
    assert refused(thief.get(stolen), thief)
    assert client.get(stolen).status_code == 302
    assert is_in(client)


def test_an_answer_is_good_once(client, provider):
    known(provider)
    back = visit(client)
    client.get(back)
    client.post("/account/sign-out/")
    assert refused(client.get(back), client)


@pytest.mark.parametrize("query", ["", "?code=x", "?state=x&code=x", "?state=&code=", "?error=access_denied"])
def test_an_answer_nobody_asked_for_is_refused(client, provider, query):
    assert refused(client.get(BACK + query), client)


def test_a_code_of_another_journey_cannot_be_put_into_ones_own(client, provider):
    known(provider)
    other = Client()
    foreign = parse_qs(urlsplit(visit(other)).query)["code"][0]
    own = parse_qs(urlsplit(visit(client)).query)["state"][0]
    assert refused(client.get(BACK, {"state": own, "code": foreign}), client)


def test_an_answer_after_ten_minutes_is_too_late(client, provider):
    known(provider)
    back = visit(client)
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=True):
        assert refused(client.get(back), client)


def test_who_waits_too_long_with_the_mobile_begins_anew(client, provider):
    provider.person = person()
    enter(client)
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=True):
        assert client.get(MOBILE)["Location"] == "/account/sign-in/"
    assert Client().get(MOBILE)["Location"] == "/account/sign-in/"


def test_who_cancels_is_back_at_the_other_ways_in(client, provider):
    provider.refuses = "access_denied"
    assert enter(client)["Location"] == "/account/sign-in/"
    provider.refuses = "server_error"
    assert refused(enter(Client()), client)


def test_claims_of_the_userinfo_address_count_only_for_the_same_subject(client, provider):
    user = known(provider)
    provider.person.pop("national_code")
    provider.userinfo = {"sub": "subject-2", "national_code": user.national_code}
    assert refused(enter(client), client)
    provider.userinfo["sub"] = "subject-1"
    assert enter(client).status_code == 302
    assert is_in(client)


def test_a_server_that_is_down_is_said_so(client, provider):
    back = visit(client)
    provider.down = True
    cache.clear()
    assert refused(client.get(START), client, status=503)
    assert refused(client.get(back), client, status=503)


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer": "https://elsewhere.example"},
        {"token_endpoint": "ftp://elsewhere.example/token"},
        {"jwks_uri": None},
        {"authorization_endpoint": 7},
    ],
)
def test_a_server_that_describes_another_one_is_not_believed(client, provider, wrong):
    provider.configuration = wrong
    assert refused(client.get(START), client, status=503)


def test_the_page_of_a_refusal_names_the_other_ways(client, provider):
    provider.person = person(national_code="1111111111")
    page = enter(client).content.decode()
    assert START in page
    assert "/account/sign-in/" in page


# --- asked anew -------------------------------------------------------------------------------------------------------


def test_who_has_no_password_is_asked_anew_by_the_sign_on_and_goes_on(client, provider):
    user = known(provider)
    User.objects.filter(pk=user.pk).update(password="!")
    enter(client)
    asked = client.get("/account/phone/")
    assert asked["Location"] == "/account/again/?next=%2Faccount%2Fphone%2F"
    assert client.get(asked["Location"])["Location"] == f"{AGAIN}?next=%2Faccount%2Fphone%2F"
    assert enter(client, AGAIN, next="/account/phone/")["Location"] == "/account/phone/"
    assert (provider.asked["prompt"], provider.asked["max_age"]) == ("login", "0")
    assert client.get("/account/phone/").status_code == 200


def test_a_plain_sign_on_is_no_fresh_proof_not_even_for_allauths_pages(client, provider):
    user = known(provider)
    User.objects.filter(pk=user.pk).update(password="!")
    enter(client)
    for address in ("/account/phone/", "/account/second-factor/totp/activate/", "/account/second-factor/webauthn/add/"):
        assert client.get(address)["Location"].startswith("/account/again/"), address


@pytest.mark.parametrize("changes", [{"auth_time": 1_700_000_000}, {"auth_time": None}])
def test_a_server_that_asked_nothing_anew_proves_nothing(client, provider, changes):
    known(provider)
    enter(client)
    provider.changes = changes
    assert enter(client, AGAIN, next="/account/phone/").status_code == 403
    assert client.get("/account/phone/").status_code == 302


def test_another_person_at_the_server_proves_nothing_for_this_one(client, provider):
    known(provider)
    enter(client)
    known(provider)
    assert enter(client, AGAIN).status_code == 403
    assert client.get("/account/phone/").status_code == 302


def test_a_journey_of_a_visitor_is_no_proof_of_somebody_signed_in(client, provider):
    user = known(provider)
    back = visit(client)
    session = client.session
    states = session["socialaccount_states"]
    client.force_login(user)
    session = client.session
    session["socialaccount_states"] = states
    session.save()
    assert client.get(back).status_code == 403
    assert client.get("/account/phone/").status_code == 302
