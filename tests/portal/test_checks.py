"""Settings that would break a promise stop the start (trust.md §1)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from portal import checks

PROJECT = Path(__file__).resolve().parent.parent.parent
PINNED = r"-c lock_timeout=3000 -c default_transaction_isolation=read\ committed"


def settled(monkeypatch: pytest.MonkeyPatch, entry: dict[str, Any]) -> None:
    """Let the checks see this database in the settings."""
    monkeypatch.setattr(checks, "settings", SimpleNamespace(DATABASES={"default": entry}))


@pytest.mark.parametrize(
    ("options", "is_refused"),
    [
        ({"options": PINNED}, False),
        ({"options": rf"-c default_transaction_isolation=serializable {PINNED}"}, False),
        ({"options": rf"{PINNED} -c default_transaction_isolation=repeatable\ read"}, True),
        ({"options": "-c lock_timeout=3000"}, True),
        ({"options": PINNED, "isolation_level": 3}, True),
        ({}, True),
    ],
)
def test_another_isolation_level_is_refused(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, Any], is_refused: bool
) -> None:
    settled(monkeypatch, {**connection.settings_dict, "OPTIONS": options})
    assert [found.id for found in checks.read_committed_is_pinned(None)] == ["portal.E001"] * is_refused


def test_another_kind_of_database_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.only_postgresql(None) == []
    settled(monkeypatch, {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"})
    assert [found.id for found in checks.only_postgresql(None)] == ["portal.E002"]


@pytest.mark.django_db
def test_a_connection_works_under_read_committed_and_waits_three_seconds_for_a_lock() -> None:
    with connection.cursor() as cursor:
        for name, value in (
            ("transaction_isolation", "read committed"),
            ("lock_timeout", "3s"),
            ("statement_timeout", "1min"),
        ):
            cursor.execute(f"SHOW {name}")
            assert cursor.fetchone() == (value,)


def test_what_an_address_says_about_the_level_does_not_count() -> None:
    given = "postgres://app@db/estates?options=-c%20default_transaction_isolation%3Dserializable%20-c%20work_mem%3D8MB"
    source = "from portal.settings import dev; print(dev.DATABASES['default']['OPTIONS']['options'])"
    done = subprocess.run(
        [sys.executable, "-c", source],
        cwd=PROJECT,
        env={**os.environ, "DATABASE_URL": given},
        capture_output=True,
        text=True,
    )
    options = done.stdout.strip()
    assert "work_mem=8MB" in options, done.stderr
    assert options.endswith(r"-c default_transaction_isolation=read\ committed")
