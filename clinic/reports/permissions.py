"""Who may do what with reports. Deny by default: a report is the unit's secret, as its case is."""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import is_signed_in
from clinic.cases import permissions as cases
from clinic.cases.choices import Standing
from clinic.permissions import reads_figures, require
from clinic.reports import policies

__all__ = ["FIGURES", "MAKE", "READ", "SIGN", "require"]

MAKE = "clinic_reports.make"
"""Makes a version: the lead of the case."""
SIGN = "clinic_reports.sign"
"""Signs a version: members of the team, each for himself."""
READ = "clinic_reports.read"
"""Reads one version: lead, team and auditor each of them; the unit those that were signed and approved."""
FIGURES = "clinic_reports.figures"
"""Reads the dashboard: sums alone."""

INSIDE = frozenset({Standing.LEAD, Standing.TEAM, Standing.AUDITOR})


@rules.predicate
def reads_report(user: Any, report: Any = None) -> bool:
    """Stands before the case inside the clinic, or belongs to the unit and the report was given out to it."""
    if report is None:
        return False
    held = cases.standings(user, report.case)
    return bool(held & INSIDE) or (Standing.UNIT in held and policies.is_given_out(report))


rules.add_perm(MAKE, cases.stands_as(Standing.LEAD))
rules.add_perm(SIGN, cases.stands_as(Standing.TEAM))
rules.add_perm(READ, is_signed_in & reads_report)
rules.add_perm(FIGURES, is_signed_in & reads_figures)
