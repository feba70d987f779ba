"""Kinds of things whose record auditors alone read: whoever looks after the portal has no business with them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

PRIVATE: set[str] = set()
"""Beginnings of kinds of things: "cases." for all of an app, "units.unitreading" for one."""


def keep(*kinds: str) -> None:
    """Let the record of these kinds be read by auditors alone. Called from the app's `ready()`."""
    PRIVATE.update(kinds)


def readable(entries: QuerySet[Any], user: Any) -> QuerySet[Any]:
    """Of these entries those `user`, who reads the record, may read."""
    if user.has_role("auditor") or not PRIVATE:
        return entries
    hidden = Q()
    for kind in sorted(PRIVATE):
        hidden |= Q(target_type__startswith=kind)
    return entries.exclude(hidden)
