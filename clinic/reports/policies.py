"""When it may be done: what a report needs before it is made, and when it may be signed and given out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import CauseRank, SheetKind
from clinic.cases.models import Case
from clinic.reports.errors import Outdated, PaperNotReady
from clinic.reports.models import DiagnosticReport, ReportSignature
from clinic.treatment.choices import SHOWN_TO_UNIT, PlanStatus
from clinic.treatment.models import TreatmentPlan
from core.errors import WrongState

PRINTED = (PlanStatus.PROPOSED, PlanStatus.COMMITTEE_APPROVED, PlanStatus.ACCEPTED_BY_UNIT)
"""States of the plan a report prints: written to the end, and not sent back."""


def plan_of(case: Case) -> TreatmentPlan | None:
    """The plan a report of the case would print: the newest that is written to the end. 1 query."""
    found: TreatmentPlan | None = (
        TreatmentPlan.objects.select_related("rule").filter(case=case, status__in=PRINTED).order_by("-version").first()
    )
    return found


def _has_profile(case: Case) -> bool:
    return case.sheets.filter(kind=SheetKind.CAPACITY).exists() or case.unit.readings.exists()


def _has_visit(case: Case) -> bool:
    return case.visits.exists()


def _is_diagnosed(case: Case) -> bool:
    return case.diagnosed_at is not None


def _has_scores(case: Case) -> bool:
    return case.scores.exists()


def _has_primary(case: Case) -> bool:
    return case.cause_nodes.filter(rank=CauseRank.PRIMARY).exists()


def _has_projects(case: Case) -> bool:
    plan = plan_of(case)
    return plan is not None and plan.projects.exists()


NEEDED: tuple[tuple[str, Callable[[Case], bool], Promise], ...] = (
    ("profile", _has_profile, _("the capacity of the unit (its data sheet, or a reading)")),
    ("visit", _has_visit, _("a visit to the unit")),
    ("diagnosis", _is_diagnosed, _("a finished diagnosis")),
    ("scores", _has_scores, _("scores from the questionnaires")),
    ("causes", _has_primary, _("the primary root cause")),
    ("plan", _has_projects, _("a plan with projects, handed to the committee")),
)
"""Parts of a report, each with its question and its name."""


def missing_of(case: Case) -> list[Promise]:
    """Parts that do not exist yet, by name; one query each."""
    return [name for _code, is_there, name in NEEDED if not is_there(case)]


def is_live(case: Case) -> None:
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
    if report.file_id is None:
        raise PaperNotReady()


def everybody_signed(report: DiagnosticReport, now: datetime) -> None:
    """Every member of the team of now has signed. Raises WrongState."""
    given = ReportSignature.objects.filter(report=report, member=OuterRef("pk"))
    if report.case.members.current().filter(~Exists(given)).exists():
        raise WrongState(_("Not everybody of the team has signed."), code="signatures_missing")


def is_given_out(report: DiagnosticReport) -> bool:
    """Whether the unit reads it: the whole team has signed it, and the committee has approved the plan it prints."""
    return report.signed_at is not None and report.plan.status in SHOWN_TO_UNIT
