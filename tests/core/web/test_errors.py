"""What a person reads when the database fails him: never a bare 500 for what is over in a minute (trust.md R1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg2
import pytest
from django.db import connection
from django.test import Client
from django.utils.translation import gettext

from portal import selectors


def killed() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


def waits_for_a_lock() -> None:
    """A row lock that somebody else has, asked for as the services do."""
    given = connection.get_connection_params()
    other = psycopg2.connect(
        **{name: value for name, value in given.items() if name in ("host", "port", "user", "dbname")}
    )
    try:
        other.cursor().execute("LOCK TABLE django_session IN ACCESS EXCLUSIVE MODE")
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = 50")
            cursor.execute("SELECT 1 FROM django_session")
    finally:
        other.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("failure", "status", "sentence"),
    [
        (killed, 503, "What you had saved is safe, and sending a form twice does no harm."),
        (waits_for_a_lock, 503, "Somebody else is working on the same thing at this moment. Nothing was changed."),
        (lambda: 1 / 0, 500, "The fault is ours and has been recorded."),
    ],
)
def test_a_database_that_is_away_or_busy_is_told_as_such_and_the_next_request_is_served(
    failure: Callable[[], Any], status: int, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client(raise_request_exception=False)
    with monkeypatch.context() as broken:
        broken.setattr(selectors, "home", lambda *given: failure())
        answer = client.get("/")
    assert answer.status_code == status
    assert gettext(sentence) in answer.content.decode()
    assert answer.headers.get("Retry-After") == ("30" if status == 503 else None)
    assert answer["X-Request-ID"] in answer.content.decode()
    # What a server does between two requests.
    connection.close()
    assert client.get("/").status_code == 200
