"""What a session remembers between asking for a code and typing it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from django.http import HttpRequest

KEY = "accounts.code"
FIRST_SIGN_ON = "accounts.sign_on"
"""Under it the session keeps whom the national sign-on has shown, until the mobile is confirmed."""


@dataclass
class CodeFlow:
    """`token` names the code's row; `data` is what the purpose needs afterwards (never a clear password)."""

    purpose: str
    token: str
    phone: str
    next_url: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    def keep(self, request: HttpRequest) -> None:
        """Write it to the session, in the place of any other."""
        request.session[KEY] = asdict(self)


def current(request: HttpRequest) -> CodeFlow | None:
    """The journey this session is on, if any."""
    kept = request.session.get(KEY)
    return CodeFlow(**kept) if kept else None


def forget(request: HttpRequest) -> None:
    """The journey is over."""
    request.session.pop(KEY, None)
