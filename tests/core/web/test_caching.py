"""What a shared cache may keep."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory

from accounts.models import User
from core.web import caching


def kept(user: Any = None, *, token: bool = False, **cookies: str) -> HttpResponse:
    """A page with the headers it gets."""
    request = RequestFactory().get("/")
    request.user = user or AnonymousUser()
    request.COOKIES.update(cookies)
    if token:
        get_token(request)
    return caching.keep(request, HttpResponse("x"), etag='"1"', seconds=60)


def test_a_page_for_everybody_is_public() -> None:
    answer = kept()
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["Vary"] == "Cookie, Accept-Language"
    assert answer["ETag"] == '"1"'


@pytest.mark.parametrize("cookies", [{}, {"theme": "dark"}, {"sessionid": "x"}])
def test_nothing_of_a_person_who_is_signed_in_is_kept(cookies: dict[str, str]) -> None:
    assert kept(User(pk=1), **cookies)["Cache-Control"] == "private, no-cache"


def test_a_page_that_holds_a_form_token_is_nobody_elses() -> None:
    assert kept(token=True)["Cache-Control"] == "private, no-cache"


def test_a_browser_with_a_cookie_of_its_own_keeps_its_own_page() -> None:
    assert kept(sessionid="x")["Cache-Control"] == "private, max-age=60"
    assert kept(theme="dark", django_language="en")["Cache-Control"] == "public, max-age=60"
