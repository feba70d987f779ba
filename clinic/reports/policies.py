"""When it may be done: what a report needs before it is made, and when it may be signed and given out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.db.models import Case, Exists, OuterRef, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.cases import models
from clinic.cases.choices import CauseRank, SheetKind
from clinic.cases.models import CaseScore, CauseNode, DataSheet, TeamMember, Visit
from clinic.reports.errors import NothingToWaive, Outdated, PaperNotReady, StillInTeam
from clinic.reports.models import DiagnosticReport, ReportSignature, SignatureWaiver
from clinic.treatment.choices import SHOWN_TO_UNIT, PlanStatus
from clinic.treatment.models import Project, TreatmentPlan
from clinic.units.models import UnitReading
from core.errors import WrongState

PRINTED = (PlanStatus.PROPOSED, PlanStatus.COMMITTEE_APPROVED, PlanStatus.ACCEPTED_BY_UNIT)
"""States of the plan a report prints: written to the end, and not sent back."""


def plan_of(case: models.Case) -> TreatmentPlan | None:
    """The plan a report of the case would print: the newest that is written to the end. 1 query."""
    found: TreatmentPlan | None = (
        TreatmentPlan.objects.select_related("rule").filter(case=case, status__in=PRINTED).order_by("-version").first()
    )
    return found


def _parts() -> dict[str, Any]:
    """Whether each part of a report is there, as questions about a case."""
    of_case, of_unit = {"case": OuterRef("pk")}, {"unit": OuterRef("unit")}
    return {
        "profile": Exists(DataSheet.objects.filter(kind=SheetKind.CAPACITY, **of_case))
        | Exists(UnitReading.objects.counting().filter(**of_unit)),
        "visit": Exists(Visit.objects.filter(**of_case)),
        "diagnosis": Case(When(diagnosed_at__isnull=False, then=True), default=False),
        "scores": Exists(CaseScore.objects.filter(**of_case)),
        "causes": Exists(CauseNode.objects.filter(rank=CauseRank.PRIMARY, **of_case)),
        "plan": Exists(Project.objects.filter(plan__case=OuterRef("pk"), plan__status__in=PRINTED)),
    }


NEEDED: Final[dict[str, Promise]] = {
    "profile": _("the capacity of the unit (its data sheet, or a reading)"),
    "visit": _("a visit to the unit"),
    "diagnosis": _("a finished diagnosis"),
    "scores": _("scores from the questionnaires"),
    "causes": _("the primary root cause"),
    "plan": _("a plan with projects, handed to the committee"),
}
"""Parts of a report by code."""


def missing_of(case: models.Case) -> list[Promise]:
    """Parts that do not exist yet, by name. 1 query."""
    parts = {f"has_{code}": part for code, part in _parts().items()}
    there: Any = models.Case.objects.filter(pk=case.pk).values(**parts).get()
    return [name for code, name in NEEDED.items() if not there[f"has_{code}"]]


def is_live(case: models.Case) -> None:
    """Raise WrongState once the case has ended: nobody is left to sign."""
    if not case.is_live:
        raise WrongState(_("This case is closed."), code="case_closed")


def is_up_to_date(report: DiagnosticReport) -> bool:
    """Whether diagnosis and plan are still those the report prints. 1 query."""
    plan = plan_of(report.case)
    return report.case.diagnosed_at == report.diagnosed_at and plan is not None and plan.pk == report.plan_id


def may_be_signed(report: DiagnosticReport) -> None:
    """Raise Outdated, or PaperNotReady before there is a paper to read, WrongState once the case has ended."""
    is_live(report.case)
    if not is_up_to_date(report):
        raise Outdated()
    if not report.papers.exists():
        raise PaperNotReady()


def still_missing(
    report: DiagnosticReport,
    members: Iterable[TeamMember],
    signatures: Iterable[ReportSignature],
    waivers: Iterable[SignatureWaiver],
) -> list[TeamMember]:
    """Of `members` of the case those whose signature a version still waits for: everybody in the team, and whoever was in it
    since the version was made and left without signing, unless the lead said why it goes on without him. No query."""
    rows = list(members)
    signed, waived = {row.member_id for row in signatures}, {row.member_id for row in waivers}
    stand_by_it = {row.consultant_id for row in rows if row.left_at is None or row.pk in signed}

    def is_missing(row: TeamMember) -> bool:
        if row.left_at is None:
            return row.pk not in signed
        return row.left_at > report.made_at and row.pk not in waived and row.consultant_id not in stand_by_it

    return [row for row in rows if is_missing(row)]


def missing_signatures(report: DiagnosticReport) -> list[TeamMember]:
    """Members whose signature a version still waits for; see `still_missing`. 3 queries."""
    return still_missing(report, report.case.members.all(), report.signatures.all(), report.waivers.all())


def everybody_signed(report: DiagnosticReport, now: datetime) -> None:
    """No signature is missing, and somebody has signed. Raises WrongState."""
    if missing_signatures(report) or not report.signatures.exists():
        raise WrongState(_("Not everybody of the team has signed."), code="signatures_missing")


def may_go_without(report: DiagnosticReport, member: TeamMember) -> None:
    """Raise StillInTeam for somebody who can sign himself, NothingToWaive when nobody waits for his signature, Outdated when a
    new version is needed anyhow."""
    is_live(report.case)
    if not is_up_to_date(report):
        raise Outdated()
    if member.left_at is None:
        raise StillInTeam()
    if member.pk not in {row.pk for row in missing_signatures(report)}:
        raise NothingToWaive()


def nobody_is_left_to_sign(report: DiagnosticReport, now: datetime) -> None:
    """The case has ended. Raises WrongState."""
    if report.case.is_live:
        raise WrongState(code="case_is_live")


def is_given_out(report: DiagnosticReport) -> bool:
    """Whether the unit reads it: the whole team has signed it, and the committee has approved the plan it prints."""
    return report.signed_at is not None and report.plan.status in SHOWN_TO_UNIT
