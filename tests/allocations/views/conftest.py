"""Browsers of the cast, and a call with a published result."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.allocations import CallFactory, Stage


@pytest.fixture
def stage(db: None) -> Stage:
    """An open call with three plots."""
    return CallFactory.published()


@pytest.fixture
def user(db: None) -> User:
    """Somebody who signed up and said nothing else yet."""
    return UserFactory()


@pytest.fixture
def browser() -> Callable[[User], Client]:
    """A browser in which this account is signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="accounts.backends.PortalBackend")
        return client

    return signed_in
