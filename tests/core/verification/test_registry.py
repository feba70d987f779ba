"""The page that tells whether a paper is genuine, whatever kind of paper it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from core import verification
from core.verification import registry


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Only two kinds, whose codes begin with A and B; the list holds who was asked."""
    asked: list[str] = []
    monkeypatch.setattr(registry, "_KINDS", {})

    def finder(letter: str) -> verification.Finder:
        def find(code: str) -> str | None:
            asked.append(letter)
            return code.upper() if code.upper().startswith(letter) else None

        return find

    for letter in "AB":
        verification.register(f"kind {letter}", find=finder(letter), template=f"{letter}.html")
    yield asked


def test_the_first_kind_that_knows_the_code_answers(known: list[str]) -> None:
    assert verification.find("b-1") == verification.Match("kind B", "B.html", "B-1")
    assert known == ["A", "B"]
    assert verification.find("c-1") is None


def test_a_kind_has_one_finder(known: list[str]) -> None:
    with pytest.raises(ValueError, match="two finders"):
        verification.register("kind A", find=lambda code: None, template="A.html")


def test_the_code_leads_to_the_portal_when_its_address_is_known() -> None:
    with override_settings(PUBLIC_URL="https://portal.example"):
        assert verification.address_of("RS-1405-2222222") == "https://portal.example/verify/RS-1405-2222222/"
    with override_settings(PUBLIC_URL=""):
        assert verification.address_of("RS-1405-2222222") == "RS-1405-2222222"


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["RS-1405-AAAAAAA", "CT-1405-AAAAAAA", "x", "ZN-1405-1", "<b>", "9" * 500, "RS 1405"])
def test_an_unknown_code_is_404_with_what_to_do(client: Client, code: str) -> None:
    answer = client.get(f"/verify/{code}/")
    assert answer.status_code == 404
    assert "notice-stop" in answer.content.decode()
    assert "<b>" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["", "  ", "x" * 100])
def test_no_code_is_asked_again(client: Client, code: str) -> None:
    answer = client.get(reverse("verify:form"), {"code": code})
    assert answer.status_code == 422
    assert "data-error-summary" in answer.content.decode()
