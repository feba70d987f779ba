"""The language switch: no token, no change by a link, none from another site."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def switch(headers: dict[str, str], method: str = "post", **data: Any) -> Any:
    """The answer of a browser that keeps Django's rules of form tokens."""
    client = Client(enforce_csrf_checks=True)
    return getattr(client, method)(
        reverse("set_language"), {"language": "en", "next": "/calls/", **data}, headers=headers
    )


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_the_switch_of_our_own_pages_works_without_a_token(headers: dict[str, str]) -> None:
    answer = switch(headers)
    assert (answer.status_code, answer["Location"]) == (302, "/calls/")
    assert answer.cookies["django_language"].value == "en"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "http://testserver.elsewhere.example"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_page_of_another_site_cannot_switch(headers: dict[str, str]) -> None:
    answer = switch(headers)
    assert answer.status_code == 403
    assert "django_language" not in answer.cookies


def test_a_link_changes_nothing() -> None:
    assert "django_language" not in switch({}, method="get").cookies


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_the_way_back_never_leads_elsewhere(address: str) -> None:
    assert "elsewhere" not in switch({}, next=address).get("Location", "")
    assert "javascript" not in switch({}, next=address).get("Location", "")


def test_pages_for_visitors_bear_no_token(client: Client) -> None:
    for address in ("/", "/calls/", "/plots/", "/estates/"):
        answer = client.get(address)
        assert "csrfmiddlewaretoken" not in answer.content.decode()
        assert not answer.cookies
