"""Diagnostic reports of the demo's cases: made when a plan was proposed; some signed by the team two days later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from accounts.models import User
from clinic.reports.models import DiagnosticReport
from clinic.reports.services import reports

READING: Final = timedelta(days=2)
"""How long the team takes to read a report before it signs."""


def report_on(
    case_id: int, *, lead: User, team: Iterable[User], signs: bool, now: datetime, last: datetime
) -> DiagnosticReport:
    """Make the report of a case whose plan is before the committee; if it `signs`, the team does so no later than `last`.

    The paper the team reads is set here, which takes its time; all other papers are left to the job, as they are on screen.
    """
    report = reports.make(case_id=case_id, by=lead, now=now)
    if not signs:
        return report
    reports.set_paper(report_id=report.pk, now=now)
    for user in team:
        report = reports.sign(report_id=report.pk, by=user, now=min(now + READING, last))
    return report
