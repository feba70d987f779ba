"""The cast of the land side."""

from __future__ import annotations

import pytest

from accounts.models import User
from tests.factories import accounts


@pytest.fixture
def technician(db: None) -> User:
    """Technical officer of all estates."""
    return accounts.technical()


@pytest.fixture
def administrator(db: None) -> User:
    return accounts.admin()


@pytest.fixture
def financier(db: None) -> User:
    return accounts.finance()


@pytest.fixture
def onlooker(db: None) -> User:
    """Auditor: reads everything, changes nothing."""
    return accounts.auditor()
