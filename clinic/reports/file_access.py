"""Who opens the papers of reports: the team, the lead, auditors, and the unit once a report was given out to it."""

from __future__ import annotations

from typing import Any

from clinic.cases import files
from clinic.cases.choices import Standing
from clinic.cases.permissions import standings
from clinic.reports.models import DiagnosticReport, ReportPaper
from clinic.reports.permissions import READ
from core.files import access

LABEL = "clinic_reports.ReportPaper"


def may_open(user: Any, row: ReportPaper) -> str:
    """The purpose written to the log of looks; "" for nobody's business. The unit opens signed papers alone."""
    if not user.is_authenticated:
        return ""
    report = DiagnosticReport.objects.select_related("case__request__applicant", "plan").get(pk=row.report_id)
    if not user.has_perm(READ, report):
        return ""
    if standings(user, report.case) != {Standing.UNIT}:
        return "cases.file"
    return "cases.own_file" if row.is_signed else ""


access.register(LABEL, may_open)
files.track(LABEL, case_path="report__case")
