"""The national sign-on in a real browser: another site in between, cookies and content policy as they are."""

from __future__ import annotations

import re
from typing import Any

from django.core.cache import cache

from accounts.models import User
from core.messages.models import Message
from core.persian.digits import to_ascii
from portal.env import SignOn
from tests.browser.conftest import OpenScreen
from tests.browser.pages import MARKS
from tests.factories import identifiers
from tests.support.identity_provider import CLIENT_ID, SECRET, Served

pytestmark = MARKS


def test_a_new_person_comes_by_the_national_sign_on(
    transactional_db: None, open_screen: OpenScreen, settings: Any
) -> None:
    cache.clear()
    with Served() as provider:
        settings.SIGN_ON = SignOn(provider.url, CLIENT_ID, SECRET, "national_code", ("openid",))
        code, phone = identifiers.national_code(), identifiers.mobile()
        provider.person = {"sub": "1", "national_code": code, "given_name": "زهرا", "family_name": "نمونه"}
        screen = open_screen("phone")
        screen.open("/account/sign-in/?next=/account/")
        screen.follow("Sign in with the national sign-on")
        screen.page.wait_for_url("**/account/sign-on/mobile/")
        assert screen.reads("زهرا نمونه")
        screen.fill(phone=phone)
        screen.press("Send the code")
        screen.fill(code=sent_code(phone))
        screen.press("Go on")
        assert screen.page.url.endswith("/account/")
        assert User.objects.get(national_code=code).identity_verified_at is not None


def sent_code(phone: str) -> str:
    """The code that was sent to the phone."""
    found = re.search(r"[0-9]{6}", to_ascii(Message.objects.filter(to=phone).latest("id").full_text))
    assert found is not None
    return found[0]
