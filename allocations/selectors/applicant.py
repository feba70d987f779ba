"""Applications as their applicant sees them: a list, one with what happened to it, the answers. Fixed numbers of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from accounts import selectors as accounts
from allocations import case_wording, policies
from allocations.choices import LIVE_AWARDS, ApplicationStatus, CallStatus, RefusalReason
from allocations.errors import CallNotOpen, NoSuchApplication
from allocations.models import (
    Application,
    ApplicationGroup,
    Award,
    Choice,
    CorrectionRequest,
    EligibilityDecision,
    Objection,
    Receipt,
)
from allocations.selectors.application import PaperRow, paper_rows

RESULTS = (CallStatus.PROVISIONAL, CallStatus.FINAL)
LEAVABLE = frozenset(
    {
        ApplicationStatus.SUBMITTED,
        ApplicationStatus.UNDER_REVIEW,
        ApplicationStatus.CORRECTION_REQUESTED,
        ApplicationStatus.ELIGIBLE,
        ApplicationStatus.SCORED,
        ApplicationStatus.WAITING,
    }
)
"""States from which the workflow lets an applicant withdraw."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One application in a list: status as its applicant may know it, and what comes next."""

    application: Application
    status: str
    status_label: str
    standing: case_wording.Standing


@dataclass(frozen=True, slots=True)
class Answers:
    """What the form says now: plots in order of liking (named ones), groups, papers."""

    choices: Sequence[Choice]
    groups: Sequence[ApplicationGroup]
    papers: Sequence[PaperRow]


@dataclass(frozen=True, slots=True)
class History:
    """What happened to an application. `correction`: the one that runs; `decision`: the newest; `award`: the live one."""

    receipts: Sequence[Receipt]
    corrections: Sequence[CorrectionRequest]
    decisions: Sequence[EligibilityDecision]
    objections: Sequence[Objection]
    award: Award | None

    @property
    def correction(self) -> CorrectionRequest | None:
        """The correction that is not ended."""
        return next((row for row in self.corrections if row.resolved_at is None), None)

    @property
    def decision(self) -> EligibilityDecision | None:
        """The newest decision about eligibility."""
        return self.decisions[-1] if self.decisions else None

    @property
    def reasons(self) -> list[str]:
        """The reasons of the newest decision, as sentences' parts."""
        decision = self.decision
        return [str(RefusalReason(code).label) for code in decision.reason_codes] if decision else []


def cases(user: Any, now: datetime, *, most: int | None = None) -> list[CaseRow]:
    """Every application of this person and of the entities he signs for; those that wait for him first. 2 queries."""
    applicants = accounts.applicants_of(user)
    due = CorrectionRequest.objects.filter(application=OuterRef("pk"), resolved_at__isnull=True).values("until")[:1]
    plot = Award.objects.filter(application=OuterRef("pk"), status__in=LIVE_AWARDS).values("plot__code")[:1]
    rows = (
        Application.objects.filter(applicant__in=applicants)
        .select_related("call__estate", "applicant__person", "applicant__legal_entity")
        .annotate(correction_until=Subquery(due), plot_code=Subquery(plot))
        .order_by("-pk")
    )
    found = [_case(row, now) for row in rows]
    found.sort(key=lambda case: not case.standing.acts)
    return found[:most]


def answers(application: Application) -> Answers:
    """The parts of the form that stand in rows of their own. 5 queries at most."""
    return Answers(
        choices=list(application.choices.filter(named=True).select_related("call_plot__plot")),
        groups=list(application.group_claims.select_related("group")),
        papers=paper_rows(application),
    )


def history(application: Application) -> History:
    """Everything that happened to an application. 5 queries."""
    awards = Award.objects.filter(application=application, status__in=LIVE_AWARDS).select_related("plot")
    return History(
        receipts=list(application.receipts.select_related("version", "pdf")),
        corrections=list(application.corrections.all()),
        decisions=list(application.decisions.all()),
        objections=list(application.objections.order_by("-pk")),
        award=awards.first() if application.call.status in RESULTS else None,
    )


def correction_of(application: Application) -> CorrectionRequest | None:
    """The correction that is asked for now. 1 query."""
    return application.corrections.filter(resolved_at__isnull=True).first()


def may_change(application: Application, now: datetime) -> bool:
    """Whether the whole form may be changed at `now` (not: a correction of named parts)."""
    if application.status not in (ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED):
        return False
    try:
        policies.refuse_unless_open(application.call, now)
    except CallNotOpen:
        return False
    return True


def newest_receipt(application: Application) -> Receipt:
    """The receipt of what counts now; raises NoSuchApplication before the first submission. 1 query."""
    receipt = application.receipts.select_related("version", "pdf").order_by("-pk").first()
    if receipt is None:
        raise NoSuchApplication()
    return receipt


def _case(row: Any, now: datetime) -> CaseRow:
    status, label = case_wording.shown_status(row)
    plot = row.plot_code or ""
    found = case_wording.standing(row, now, correction_until=row.correction_until, plot=plot)
    return CaseRow(row, status, label, found)
