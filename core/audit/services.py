"""Writing to the audit record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models

from core.audit.context import request_id
from core.audit.models import Entry


def record(
    *,
    action: str,
    by: Any | None,
    target: models.Model,
    now: datetime,
    before: str = "",
    after: str = "",
    reason: str = "",
    data: Mapping[str, Any] | None = None,
) -> Entry:
    """Write that `by` (None: the system) did `action` to `target`. Part of the caller's transaction.

    `action` is `<app>.<thing>.<verb in the past>`, for example `allocations.call.published`. `data` must be JSON; people's
    data does not belong in it (the events of the row hold that).
    """
    return Entry.objects.create(
        at=now,
        action=action,
        actor=by if by is not None and by.pk else None,
        target_type=target._meta.label_lower,
        target_id=str(target.pk),
        target_label=str(target)[:200],
        before=before,
        after=after,
        reason=reason,
        data=dict(data or {}),
        request_id=request_id(),
    )
