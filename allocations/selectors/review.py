"""Read models of the review: the queue by age, and everything about one application on one page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from accounts.choices import Role
from allocations.choices import ApplicationStatus, PaperStatus
from allocations.entry_policy import OF_THE_TERM, Finding
from allocations.errors import NoSuchApplication
from allocations.form_facts import findings
from allocations.models import (
    Application,
    ApplicationGroup,
    Call,
    Choice,
    CorrectionRequest,
    EligibilityDecision,
    Paper,
    SubmissionVersion,
)
from allocations.selectors.application import PaperRow, choice_rows, paper_rows


@dataclass(frozen=True)
class ReviewPage:
    """One application beside its papers, as the officer decides about it. `findings`: what the entry check says today."""

    application: Application
    papers: list[PaperRow]
    groups: list[ApplicationGroup]
    choices: list[Choice]
    corrections: list[CorrectionRequest]
    decisions: list[EligibilityDecision]
    versions: list[SubmissionVersion]
    findings: tuple[Finding, ...]

    @property
    def undecided(self) -> int:
        """Papers and groups that wait for a decision."""
        papers = sum(row.paper is not None and row.paper.status == PaperStatus.PENDING for row in self.papers)
        return papers + sum(claim.accepted is None for claim in self.groups)


@dataclass(frozen=True)
class QueueCounts:
    """Numbers above the queue of a call."""

    waiting: int
    under_review: int
    correction: int
    decided: int


def queue(user: Any, *, now: datetime, call: Call | None = None) -> QuerySet[Application]:
    """Undecided applications of the officer's estates whose term is over, the oldest first submission first.

    One query; each row has `papers_total`, `papers_pending` and `correction_overdue` beside call, applicant and reviewer.
    """
    papers = Q(papers__replaced_at__isnull=True)
    overdue = CorrectionRequest.objects.filter(application=OuterRef("pk"), resolved_at__isnull=True, until__lte=now)
    rows = (
        Application.objects.undecided()  # type: ignore[attr-defined]
        .of_estates(_scopes(user))
        .filter(call__closes_at__lte=now)
        .select_related("call__estate", "applicant__person", "applicant__legal_entity", "trade", "reviewer")
        .annotate(
            papers_total=Count("papers", filter=papers),
            papers_pending=Count("papers", filter=papers & Q(papers__status=PaperStatus.PENDING)),
            correction_overdue=Exists(overdue),
        )
        .order_by("first_submitted_at", "pk")
    )
    return rows.filter(call=call) if call is not None else rows


def counts(call: Call) -> QueueCounts:
    """How far the review of a call is. 1 query."""
    status = ApplicationStatus
    found = Application.objects.filter(call=call).aggregate(
        waiting=Count("pk", filter=Q(status=status.SUBMITTED)),
        under_review=Count("pk", filter=Q(status=status.UNDER_REVIEW)),
        correction=Count("pk", filter=Q(status=status.CORRECTION_REQUESTED)),
        decided=Count(
            "pk",
            filter=Q(decisions__isnull=False)
            & ~Q(status__in=[status.SUBMITTED, status.UNDER_REVIEW, status.CORRECTION_REQUESTED]),
            distinct=True,
        ),
    )
    return QueueCounts(**found)


def review_page(application_id: int, user: Any, now: datetime) -> ReviewPage:
    """Everything about one application. Raises NoSuchApplication unless `user` may see it as staff. 12 queries."""
    application = (
        Application.objects.of_estates(_scopes(user, Role.OFFICER, Role.COMMITTEE, Role.AUDITOR))  # type: ignore[attr-defined]
        .exclude(status=ApplicationStatus.DRAFT)
        .select_related("call__estate__county", "call__resident_county", "trade", "reviewer")
        .select_related("applicant__person", "applicant__legal_entity")
        .filter(pk=application_id)
        .first()
    )
    if application is None:
        raise NoSuchApplication()
    found = findings(application.call, application.applicant, now, application)
    return ReviewPage(
        application=application,
        papers=paper_rows(application),
        groups=list(application.group_claims.select_related("group")),
        choices=choice_rows(application),
        corrections=list(application.corrections.select_related("requested_by")),
        decisions=list(application.decisions.select_related("by")),
        versions=list(application.versions.select_related("by")),
        findings=tuple(one for one in found if one.reason not in OF_THE_TERM),
    )


def earlier_papers(application: Application) -> list[Paper]:
    """Papers that were replaced or removed, newest first. 1 query."""
    return list(
        application.papers.filter(replaced_at__isnull=False).select_related("requirement", "file").order_by("-pk")
    )


def _scopes(user: Any, *roles: str) -> list[str] | None:
    """Slugs of the estates in which `user` has one of `roles` (officer, when none is named); None: all of them."""
    slugs: set[str] = set()
    for role in roles or (Role.OFFICER,):
        estates = user.estates_of(role)
        if estates is None:
            return None
        slugs |= set(estates)
    return sorted(slugs)
