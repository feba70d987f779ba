"""Browsers of the cast."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from accounts.models import User


@pytest.fixture
def browser() -> Callable[[User], Client]:
    """A browser in which this account is signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="accounts.backends.PortalBackend")
        return client

    return signed_in


@pytest.fixture(autouse=True)
def _own_place(request: pytest.FixtureRequest, settings: Any, tmp_path: Path) -> None:
    """Certificates are stored in a folder of the test or of its module; staff need no second factor here."""
    if "make_once" not in request.fixturenames:
        settings.MEDIA_ROOT = tmp_path
    settings.STAFF_MFA = False
