"""Who may open the bills of trips (asked by core.files)."""

from __future__ import annotations

from typing import Any

from core.files import access
from programs.exhibitions.permissions import READ


def may_open(user: Any, cost: Any) -> bool:
    """Those who read the desk of exhibitions; a bill names prices and accounts of firms, so it is never public."""
    return bool(user.is_authenticated and user.has_perm(READ))


access.register("exhibitions.TripCost", may_open)
