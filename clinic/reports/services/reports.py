"""Diagnostic reports: made in versions, signed by the team, set as papers by a job."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from clinic.cases.models import Case
from clinic.cases.services.cases import locked_case, said
from clinic.reports import policies
from clinic.reports.choices import CURRENT, ReportStatus
from clinic.reports.errors import PartsMissing, SignedAlready
from clinic.reports.models import REPORT_PREFIX, DiagnosticReport, ReportPaper, ReportSignature, SignatureWaiver
from clinic.reports.paper import signatures
from clinic.reports.paper.content import content, hash_of
from clinic.reports.permissions import MAKE, SIGN, require
from clinic.reports.services.notices import tell_signed, tell_team
from clinic.reports.workflow import REPORT
from core import pdf
from core.audit import record
from core.codes import with_new_code
from core.errors import NotFound, WrongState
from core.files import intake
from core.jobs import services as jobs
from core.transitions import apply

JOB = "clinic_reports.paper"
"""Sets the paper of a report; payload `report`."""
TEMPLATE = "clinic/reports/pdf/report.typ"


def make(*, case_id: int, by: Any, now: datetime) -> DiagnosticReport:
    """Freeze the next version of a case's report, ask for its paper, and tell the team to sign; the version before is replaced.

    Raises NotFound, PermissionRefused, WrongState, PartsMissing with every part that does not exist yet.
    """
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, MAKE, case)
        policies.is_live(case)
        missing = policies.missing_of(case)
        plan = policies.plan_of(case)
        if missing or plan is None or case.diagnosed_at is None:
            raise PartsMissing(params={"parts": "؛ ".join(str(one) for one in missing)})
        diagnosed_at = case.diagnosed_at
        with translation.override(settings.LANGUAGE_CODE):
            data = content(_whole(case), plan, now=now)
        _replace(case, by, now)
        version = DiagnosticReport.objects.filter(case=case).count() + 1
        report = with_new_code(
            lambda code: DiagnosticReport.objects.create(
                case=case, version=version, code=code, plan=plan, diagnosed_at=diagnosed_at, data=data,
                sha256=hash_of(data), made_by=by, made_at=now,
            ),
            at=now,
            prefix=REPORT_PREFIX,
        )  # fmt: skip
        record(action="clinic_reports.report.made", by=by, target=report, now=now, data={"version": version})
        _ask_paper(report, by, now)
        tell_team(report, now=now)
    return report


def _whole(case: Case) -> Case:
    rows = Case.objects.select_related(
        "unit__trade", "unit__county", "unit__estate", "unit__plot", "lead", "request__applicant__person",
        "request__applicant__legal_entity",
    )  # fmt: skip
    return rows.get(pk=case.pk)


def _replace(case: Case, by: Any, now: datetime) -> None:
    for row in DiagnosticReport.objects.filter(case=case, status__in=CURRENT):
        apply(REPORT, row, "supersede", by=by, now=now, changes={"superseded_at": now})


def sign(*, report_id: int, by: Any, now: datetime) -> DiagnosticReport:
    """Sign the report as the member of the team `by` is; the caller has asked for his password. The last one completes it.

    Raises NotFound, PermissionRefused, WrongState, Outdated, PaperNotReady, SignedAlready.
    """
    with transaction.atomic():
        report = _locked(report_id)
        require(by, SIGN, report.case)
        _sign(report, by, now)
        _complete(report, by, now)
    return report


def go_without(*, report_id: int, member_id: int, reason: str, by: Any, now: datetime) -> DiagnosticReport:
    """Do without the signature of somebody who left the team before he had signed, for a `reason` that stands on the paper. The
    last one that was missing completes the report, if anybody has signed.

    Raises NotFound, PermissionRefused, WrongState, StillInTeam, NothingToWaive, InvalidInput.
    """
    why = said(reason, _("Write why the report goes on without this signature."))[:300]
    with transaction.atomic():
        report = _locked(report_id)
        require(by, MAKE, report.case)
        member = report.case.members.filter(pk=member_id).first()
        if member is None:
            raise NotFound()
        if report.status != ReportStatus.WAITING:
            raise WrongState()
        policies.may_go_without(report, member)
        row = SignatureWaiver.objects.create(report=report, member=member, reason=why, waived_by=by, waived_at=now)
        record(action="clinic_reports.report.without_signature", by=by, target=row, now=now, reason=why)
        _complete(report, by, now)
    return report


def lapse(case: Case, now: datetime) -> None:
    """Settle the version of a case that was closed just now while it waited for signatures: it stays unsigned for good."""
    for row in DiagnosticReport.objects.filter(case=case, status=ReportStatus.WAITING):
        apply(REPORT, row, "lapse", by=None, now=now, changes={"lapsed_at": now})


def _locked(report_id: int) -> DiagnosticReport:
    """The report, locked after its case. Raises NotFound."""
    case = locked_case(DiagnosticReport.objects.filter(pk=report_id).values_list("case_id", flat=True).first() or 0)
    rows = DiagnosticReport.objects.select_for_update(of=("self",)).select_related("plan")
    report: DiagnosticReport = rows.get(pk=report_id)
    report.case = case
    return report


def _complete(report: DiagnosticReport, by: Any, now: datetime) -> None:
    """Note that everybody has signed, as soon as it is so."""
    if policies.missing_signatures(report) or not report.signatures.exists():
        return
    changed = apply(REPORT, report, "complete", by=None, now=now, changes={"signed_at": now})
    report.status, report.signed_at = changed.status, changed.signed_at
    _ask_paper(report, by, now)
    tell_signed(report, now=now)


def _sign(report: DiagnosticReport, by: Any, now: datetime) -> None:
    if report.signatures.filter(member__consultant__user_id=by.pk, member__left_at__isnull=True).exists():
        raise SignedAlready()
    if report.status != ReportStatus.WAITING:
        raise WrongState()
    policies.may_be_signed(report)
    for member in report.case.members.current().filter(consultant__user_id=by.pk).order_by("pk"):
        row = ReportSignature.objects.create(report=report, member=member, sha256=report.sha256, signed_at=now)
        record(action="clinic_reports.report.signature", by=by, target=row, now=now)


def _ask_paper(report: DiagnosticReport, by: Any, now: datetime) -> None:
    stage = "signed" if report.signed_at else "unsigned"
    jobs.request(kind=JOB, key=f"{report.code}:{stage}", payload={"report": report.pk}, by=by, now=now)


def set_paper(*, report_id: int, now: datetime) -> ReportPaper:
    """Do the job: set the paper as the report stands now and keep it, once without and once with the signatures.

    Typesetting happens outside the transaction; of two that make it at once the first one's counts. Raises PdfFailed.
    """
    report = DiagnosticReport.objects.select_related("case").filter(pk=report_id).first()
    if report is None:
        raise NotFound()
    is_signed = report.signed_at is not None
    known = report.papers.filter(is_signed=is_signed).first()
    if known is not None:
        return known
    with translation.override(settings.LANGUAGE_CODE):
        made = pdf.render(TEMPLATE, signatures.filled(report))
    stored = intake.store(ContentFile(made, name=f"{report.code}.pdf"), by=None, now=now, kinds=("pdf",))
    with transaction.atomic():
        DiagnosticReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
        values = {"file": stored, "made_at": now}
        return ReportPaper.objects.get_or_create(report=report, is_signed=is_signed, defaults=values)[0]
