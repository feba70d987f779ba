"""While the cache's server is away nobody's page fails, and what has to hold still holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, override_settings

from tests.factories.accounts import PASSWORD, UserFactory

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


@pytest.fixture
def away() -> Iterator[None]:
    with override_settings(CACHES={"default": {**settings.CACHES["default"], "LOCATION": NOBODY_LISTENS}}):
        yield


def _sign_in(user: Any, password: str) -> Any:
    return Client().post("/account/sign-in/", {"name": user.national_code, "password": password})


def test_a_cache_that_is_away_has_forgotten_everything(away: None) -> None:
    assert cache.add("lock", True) is True
    cache.set("answer", 42)
    assert (cache.get("answer"), cache.get("answer", "nothing")) == (None, "nothing")
    assert "answer" not in cache
    assert cache.get_many(["answer"]) == {}
    assert cache.set_many({"answer": 42}) == ["answer"]
    assert cache.delete("answer") is False
    with pytest.raises(ValueError, match="away"):
        cache.incr("answer")


def test_a_cache_that_is_there_remembers() -> None:
    cache.set("answer", 42, 5)
    assert cache.get("answer") == 42
    assert cache.add("answer", 43) is False
    assert cache.incr("answer") == 43
    assert cache.delete("answer") is True


@pytest.mark.django_db
def test_people_sign_in_while_it_is_away(away: None) -> None:
    answer = _sign_in(UserFactory(), PASSWORD)
    assert answer.status_code == 302
    assert answer.wsgi_request.user.is_authenticated


@pytest.mark.django_db
def test_whoever_guesses_passwords_is_still_locked_out(away: None) -> None:
    user = UserFactory()
    for _try in range(settings.AXES_FAILURE_LIMIT):
        assert _sign_in(user, "a-wrong-word-0815").status_code < 500
    answer = _sign_in(user, PASSWORD)
    assert answer.status_code < 500
    assert not answer.wsgi_request.user.is_authenticated
