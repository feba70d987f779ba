"""What the tests of accounts share."""

from __future__ import annotations

import re
from typing import Any

import pytest

from core.messages.models import Message


@pytest.fixture(autouse=True)
def _database(db: Any) -> None:
    """Every test here needs the database."""


@pytest.fixture
def last_code() -> Any:
    """Reads the newest code sent to a phone, as its owner would."""

    def read(phone: str) -> str:
        message = Message.objects.filter(to=phone).order_by("-created_at", "-id").first()
        assert message is not None, "nothing was sent"
        found = re.search(r"[0-9]{6}", to_ascii(message.full_text))
        assert found, message.full_text
        return found.group()

    from core.persian.digits import to_ascii

    return read
