"""Somebody with an account, and his browser."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from tests.factories import accounts as cast


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    cache.clear()


@pytest.fixture
def user():
    return cast.UserFactory()


@pytest.fixture
def mine(client, user):
    """A browser in which `user` is signed in."""
    client.post("/account/sign-in/", {"name": user.national_code, "password": cast.PASSWORD})
    return client
