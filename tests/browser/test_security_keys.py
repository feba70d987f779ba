"""A security key in a real browser: Chromium's virtual authenticator stands for the phone's or computer's own."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.cache import cache

from tests.browser.conftest import OpenScreen
from tests.browser.pages import MARKS, Screen, sign_in
from tests.factories import accounts as cast

pytestmark = MARKS

KEYS = "/account/second-factor/"


def plug_in(screen: Screen) -> Any:
    """A key that remembers its owner and has just seen the right finger; returns how to pull it out again."""
    session = screen.page.context.new_cdp_session(screen.page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    number = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
    return lambda: session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": number})


def sign_out(screen: Screen) -> None:
    screen.open("/account/sign-out/")
    screen.press("Sign out", within="main")


def add_key(screen: Screen, name: str, *, alone: bool) -> None:
    screen.open(f"{KEYS}webauthn/add/")
    screen.fill(name=name)
    if alone:
        screen.page.locator("[name=passwordless]").check()
    screen.press("Set it up")
    screen.page.wait_for_url(lambda url: "/add/" not in url)


def test_a_key_is_set_up_signs_in_alone_and_is_removed(
    transactional_db: None, open_screen: OpenScreen, settings: Any
) -> None:
    cache.clear()
    user = cast.UserFactory()
    screen = open_screen("phone")
    plug_in(screen)
    sign_in(screen, user.national_code, cast.PASSWORD)
    add_key(screen, "گوشی من", alone=True)
    assert screen.page.url.endswith("/recovery-codes/")
    sign_out(screen)

    screen.open("/account/sign-in/?next=/account/documents/")
    screen.press("Sign in with a fingerprint, face, PIN or security key")
    screen.page.wait_for_url(lambda url: "?" not in url)
    assert screen.page.url.endswith("/account/documents/")

    screen.open(KEYS)
    assert screen.reads("گوشی من")
    screen.page.locator("main a[href$='/remove/']").click()
    screen.press("Remove", within="main")
    assert not Authenticator.objects.filter(user=user).exists()
    sign_out(screen)
    sign_in(screen, user.national_code, cast.PASSWORD, then="/account/")
    assert screen.page.url.endswith("/account/")


def test_staff_set_up_a_key_once_and_show_it_after_the_password(
    transactional_db: None, open_screen: OpenScreen, settings: Any
) -> None:
    cache.clear()
    settings.STAFF_MFA = True
    officer = cast.officer()
    screen = open_screen("desktop")
    pull_out = plug_in(screen)
    sign_in(screen, officer.national_code, cast.PASSWORD, then="/admin/")
    assert screen.page.url.endswith("/totp/activate/")
    screen.follow("Add a security key")
    add_key(screen, "کلید اداره", alone=False)
    sign_out(screen)

    screen.open("/account/sign-in/?next=/admin/")
    screen.fill(name=officer.national_code, password=cast.PASSWORD)
    screen.press("Sign in", within="main")
    assert screen.page.url.endswith("/second-factor/authenticate/")
    screen.press("Use the key")
    screen.page.wait_for_url("**/admin/")

    sign_out(screen)
    pull_out()
    screen.open("/account/sign-in/")
    screen.fill(name=officer.national_code, password=cast.PASSWORD)
    screen.press("Sign in", within="main")
    codes = Authenticator.objects.get(user=officer, type="recovery_codes").wrap().get_unused_codes()
    screen.fill(code=codes[0])
    screen.press("Sign in with the code")
    screen.open("/account/")
    assert screen.page.url.endswith("/account/")


def test_a_browser_without_a_fitting_key_says_so_and_the_password_still_works(
    transactional_db: None, open_screen: OpenScreen
) -> None:
    cache.clear()
    user = cast.UserFactory()
    screen = open_screen("desktop")
    session = screen.page.context.new_cdp_session(screen.page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options | {"isUserVerified": False}})
    screen.open("/account/sign-in/")
    screen.press("Sign in with a fingerprint, face, PIN or security key")
    screen.page.locator("[data-key-failed]").wait_for(state="visible")
    sign_in(screen, user.national_code, cast.PASSWORD, then="/account/")
    assert screen.page.url.endswith("/account/")
