"""Browsers of the cast, and an open call that each module makes once."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.allocations import CallFactory, Stage


@pytest.fixture(scope="module")
def made_stage(make_once: Any) -> Stage:
    """An open call with three plots, made once for the module."""
    stage: Stage = make_once(CallFactory.published)
    return stage


@pytest.fixture
def stage(made_stage: Stage, db: None) -> Stage:
    """An open call with three plots."""
    return deepcopy(made_stage)


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
