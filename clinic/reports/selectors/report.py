"""The page of a case's report, for one reader; a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.functional import Promise

from clinic.cases.choices import Standing
from clinic.cases.models import Case, TeamMember
from clinic.consultants.models import PeerReview
from clinic.reports import policies
from clinic.reports.choices import ReportStatus
from clinic.reports.models import DiagnosticReport, ReportPaper, ReportSignature, SignatureWaiver


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A member of the team and his signature (None: not yet, or never), or why the report goes on without it.

    `has_left`: he left the team before he had signed.
    """

    member: TeamMember
    signature: ReportSignature | None
    waiver: SignatureWaiver | None
    has_left: bool


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version with the paper this reader opens (None: none yet)."""

    report: DiagnosticReport
    paper: ReportPaper | None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Versions, the newest first; `current` is the one that counts, `lines` its signatures. `missing` names the parts that do not
    exist (for the lead alone); `is_outdated`: diagnosis or plan changed since; `goes_without`: the lead may do without those who
    left. What is said about papers comes in `reviews`."""

    versions: list[VersionLine]
    current: VersionLine | None
    lines: list[SignatureLine]
    missing: list[Promise]
    is_outdated: bool
    may_make: bool
    may_sign: bool
    goes_without: bool
    reviews: list[PeerReview]


def report_page(case: Case, standings: frozenset[Standing], user: Any) -> ReportPage:
    """What this reader finds there; the unit the versions that were given out to it. At most 8 queries."""
    is_unit = standings == {Standing.UNIT}
    rows = list(_reports(case, is_unit))
    versions = [VersionLine(row, _paper(row, is_unit)) for row in rows]
    current = next((one for one in versions if is_unit or one.report.is_current), None)
    leads = Standing.LEAD in standings and case.is_live
    lines = _lines(current.report) if current is not None else []
    outdated = current is not None and not is_unit and case.is_live and not policies.is_up_to_date(current.report)
    missing = policies.missing_of(case) if leads and (current is None or outdated) else []
    mine = [one for one in lines if one.member.left_at is None and one.member.consultant.user_id == user.pk]
    waits = current is not None and current.report.status == ReportStatus.WAITING
    return ReportPage(
        versions=versions,
        current=current,
        lines=lines,
        missing=missing,
        is_outdated=outdated,
        may_make=leads and not missing,
        may_sign=waits and not outdated and Standing.TEAM in standings and any(one.signature is None for one in mine),
        goes_without=waits and leads and not outdated,
        reviews=[] if is_unit else _reviews(case),
    )


def _reports(case: Case, is_unit: bool) -> list[DiagnosticReport]:
    rows = (
        DiagnosticReport.objects.filter(case=case)
        .select_related("plan", "made_by")
        .defer("data")
        .prefetch_related(Prefetch("papers", ReportPaper.objects.select_related("file")))
    )
    found = list(rows.order_by("-version"))
    for row in found:
        row.case = case
    return [row for row in found if policies.is_given_out(row)] if is_unit else found


def _paper(report: DiagnosticReport, is_unit: bool) -> ReportPaper | None:
    """The paper with signatures, else (not for the unit) the one without."""
    papers = {row.is_signed: row for row in report.papers.all()}
    return papers.get(True) or (None if is_unit else papers.get(False))


def _lines(report: DiagnosticReport) -> list[SignatureLine]:
    """Those who signed, those without whom it goes on, and those it waits for, or waited for when the case was closed."""
    given = {row.member_id: row for row in report.signatures.all()}
    waived = {row.member_id: row for row in report.waivers.all()}
    members = list(report.case.members.select_related("consultant__user").order_by("joined_at", "pk"))
    waited: list[TeamMember] = []
    if report.status == ReportStatus.WAITING:
        waited = policies.still_missing(report, members, given.values(), waived.values())
    elif report.status == ReportStatus.LAPSED:
        # Everybody's membership ended with the case.
        waited = [row for row in members if row.left_at == report.lapsed_at and row.pk not in given]
    gone = {row.pk for row in waited if row.left_at is not None and report.lapsed_at is None} | set(waived)
    shown = {*given, *waived, *(row.pk for row in waited)}
    return [
        SignatureLine(row, given.get(row.pk), waived.get(row.pk), row.pk in gone) for row in members if row.pk in shown
    ]


def _reviews(case: Case) -> list[PeerReview]:
    return list(
        PeerReview.objects.filter(case_number=case.number).select_related("reviewer__user").order_by("-asked_at")
    )
