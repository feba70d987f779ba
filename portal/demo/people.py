"""One person for each role of the demonstration."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from accounts.services import demo


def load(*, now: datetime) -> dict[str, list[User]]:
    """Make the demo's people where they are missing and return them by role; running it again changes nothing."""
    return demo.ensure_people(now=now)
