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
WRITE_READING = "programs.write_reading"
"""Enters readings; of one that exists: is its author."""
REVIEW_READING = "programs.review_reading"
"""Approves or returns readings of others."""


@rules.predicate
def made_it(user: Any, baseline: Any = None) -> bool:
    """Made this version of the plan; without one, of none."""
    return baseline is not None and user.pk is not None and baseline.made_by_id == user.pk


@rules.predicate
def wrote_it(user: Any, reading: Any = None) -> bool:
    """Is the author of this reading; without one, of none."""
    return reading is not None and user.pk is not None and reading.author_id == user.pk


@rules.predicate
def is_new(user: Any, reading: Any = None) -> bool:
    """There is no reading yet."""
    return reading is None


reads_programmes = is_programme_officer | is_manager | is_auditor | is_admin | is_committee | is_finance | is_technical

for _name, _who in {
    READ: reads_programmes,
    CHANGE: is_programme_officer,
    ACTIVATE: is_programme_officer | is_manager,
    DECIDE: is_manager,
    APPROVE_BASELINE: is_manager & ~made_it,
    WRITE_READING: is_programme_officer & (is_new | wrote_it),
    REVIEW_READING: is_manager & ~wrote_it,
}.items():
    rules.add_perm(_name, is_signed_in & _who)

__all__ = [
    "ACTIVATE", "APPROVE_BASELINE", "CHANGE", "DECIDE", "READ", "REVIEW_READING", "WRITE_READING", "made_it",
    "reads_programmes", "require", "wrote_it",
]  # fmt: skip
