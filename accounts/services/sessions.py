"""Ending sessions of one's own account in other browsers."""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction

from accounts.models import User
from core.audit.services import record
from core.errors import NotFound


@transaction.atomic
def end(*, session_id: int, by: User, now: datetime) -> None:
    """End one session of the own account. Raises NotFound for another account's."""
    row = UserSession.objects.filter(pk=session_id, user=by).first()
    if row is None:
        raise NotFound()
    row.end()
    record(action="accounts.session.ended", by=by, target=by, now=now, data={"sessions": 1})


@transaction.atomic
def end_others(*, session_key: str | None, by: User, now: datetime) -> int:
    """End all sessions of the account but the one with this key (None: really all); returns how many."""
    rows = list(UserSession.objects.filter(user=by).exclude(session_key=session_key or ""))
    for row in rows:
        row.end()
    if rows:
        record(action="accounts.session.ended", by=by, target=by, now=now, data={"sessions": len(rows)})
    return len(rows)
