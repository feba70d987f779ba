"""Diagnostic reports on the public page /verify/: what may be known of one, and nothing of the unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from clinic.reports.choices import ReportStatus
from clinic.reports.models import REPORT_PREFIX, DiagnosticReport
from core import verification
from core.persian.errors import IdentifierError
from core.persian.tracking import parse_tracking_code


@dataclass(frozen=True, slots=True)
class Genuine:
    """A report as a stranger may see it: neither unit nor people, only what he compares with the paper in his hand."""

    code: str
    version: int
    made_at: datetime
    signed_at: datetime | None
    is_replaced: bool
    is_lapsed: bool
    signatures: int
    sha256: str
    is_illustrative: bool


def find(code: str) -> Genuine | None:
    """The report with this code, in any spelling a person may type; None when there is none. 2 queries."""
    try:
        wanted = parse_tracking_code(code, prefix=REPORT_PREFIX)
    except IdentifierError:
        return None
    row = DiagnosticReport.objects.select_related("case").filter(code=wanted).first()
    if row is None:
        return None
    return Genuine(
        code=row.code,
        version=row.version,
        made_at=row.made_at,
        signed_at=row.signed_at,
        is_replaced=row.status == ReportStatus.SUPERSEDED,
        is_lapsed=row.status == ReportStatus.LAPSED,
        signatures=row.signatures.count(),
        sha256=row.sha256,
        is_illustrative=row.case.is_illustrative,
    )


verification.register("diagnostic report", find=find, template="clinic/reports/verified.html")
