"""What the tests of the staff desk share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories.accounts import PASSWORD


@pytest.fixture(autouse=True)
def _database(db: Any) -> None:
    """Every test here needs the database."""


@pytest.fixture
def desk() -> Callable[[Any], Client]:
    """A browser in which this person is signed in."""

    def enter(user: Any) -> Client:
        client = Client()
        client.force_login(user, backend="accounts.backends.PortalBackend")
        return client

    return enter


@pytest.fixture
def knows_password() -> Callable[[Any], str]:
    """Gives the person a password and returns it."""

    def give(user: Any) -> str:
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
        return PASSWORD

    return give
