"""Who may do what with programmes: programme officers write, managers decide, nobody approves his own work."""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import (
    is_admin,
    is_auditor,
    is_committee,
    is_finance,
    is_manager,
    is_programme_officer,
    is_signed_in,
    is_technical,
    require,
)

READ = "programs.read"
"""Looks at programmes, plans, readings and dashboards that are not public."""
CHANGE = "programs.change"
"""Writes programmes, plans, registers and readings."""
ACTIVATE = "programs.activate"
DECIDE = "programs.decide"
"""Says that a programme rests, goes on, is complete or is given up."""
APPROVE_BASELINE = "programs.approve_baseline"


@rules.predicate
def made_it(user: Any, baseline: Any = None) -> bool:
    """Made this version of the plan; without one, of none."""
    return baseline is not None and user.pk is not None and baseline.made_by_id == user.pk


reads_programmes = is_programme_officer | is_manager | is_auditor | is_admin | is_committee | is_finance | is_technical

for _name, _who in {
    READ: reads_programmes,
    CHANGE: is_programme_officer,
    ACTIVATE: is_programme_officer | is_manager,
    DECIDE: is_manager,
    APPROVE_BASELINE: is_manager & ~made_it,
}.items():
    rules.add_perm(_name, is_signed_in & _who)

__all__ = [
    "ACTIVATE", "APPROVE_BASELINE", "CHANGE", "DECIDE", "READ", "made_it", "reads_programmes", "require",
]  # fmt: skip
