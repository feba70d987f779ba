"""Who reads the table of live figures at the staff desk. Names of roles are those of product.md §1."""

from __future__ import annotations

from typing import Any

import rules

READERS = ("admin", "auditor", "manager", "programme_officer")


@rules.predicate  # type: ignore[misc]
def reads_figures(user: Any) -> bool:
    """Those who look after the portal, and those who report."""
    return bool(user.is_authenticated and any(user.has_role(role) for role in READERS))


rules.add_perm("metrics", reads_figures)
rules.add_perm("metrics.view_metricvalue", reads_figures)
rules.add_perm("metrics.view_metricmonth", reads_figures)
