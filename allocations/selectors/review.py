"""The review: which file an officer takes next, everything about one application on one page, its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.choices import Role
from allocations.choices import ApplicationStatus, CallStatus, CorrectionOutcome, PaperStatus
from allocations.entry_policy import OF_THE_TERM, Finding
from allocations.errors import NoSuchApplication
from allocations.form_facts import findings
from allocations.models import (
    Application,
    ApplicationGroup,
    Choice,
    CorrectionRequest,
    EligibilityDecision,
    Paper,
    SubmissionVersion,
)
from allocations.selectors.application import PaperRow, choice_rows, paper_rows
from core.audit.models import Entry

MOST_EVENTS = 200
"""How much of the history of one file is shown."""


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


def with_answered(rows: QuerySet[Application]) -> QuerySet[Any]:
    """Adds `is_answered`: under review again because the applicant has corrected what was asked."""
    answered = CorrectionRequest.objects.filter(application=OuterRef("pk"), outcome=CorrectionOutcome.ANSWERED)
    return rows.annotate(is_answered=Q(status=ApplicationStatus.UNDER_REVIEW) & Q(Exists(answered)))


def reviewable(rows: QuerySet[Any], now: datetime) -> QuerySet[Any]:
    """Those of calls whose review is on: after the term, before the draw."""
    after_term = Q(
        call__status__in=[CallStatus.PUBLISHED, CallStatus.OPEN, CallStatus.CLOSED], call__closes_at__lte=now
    )
    return rows.filter(after_term | Q(call__status__in=[CallStatus.REVIEWED, CallStatus.FROZEN]))


def waiting(rows: QuerySet[Application], now: datetime) -> QuerySet[Application]:
    """Nobody has them yet, and their review is on."""
    nobody = Q(status=ApplicationStatus.SUBMITTED) | Q(status=ApplicationStatus.UNDER_REVIEW, reviewer__isnull=True)
    return reviewable(rows, now).filter(nobody)


def by_age(rows: QuerySet[Application]) -> QuerySet[Application]:
    """The oldest first submission first; drafts last."""
    return rows.order_by(F("first_submitted_at").asc(nulls_last=True), "pk")


def next_for(user: Any, rows: QuerySet[Application], call_id: int, now: datetime) -> Application | None:
    """The next file of a call: the person's own that wait, corrected ones first, else the oldest that nobody has. 1–2 queries."""
    of_call = rows.filter(call_id=call_id)
    mine = reviewable(with_answered(of_call), now).filter(reviewer=user, status=ApplicationStatus.UNDER_REVIEW)
    own = mine.order_by("-is_answered", "first_submitted_at", "pk").first()
    if own is not None:
        return own
    return by_age(waiting(of_call, now).exclude(started_by=user)).first()


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


def events_of(application: Application, papers: Any = ()) -> list[Entry]:
    """The audit entries of an application and its papers, the newest first. 1 query."""
    about = Q(target_type="allocations.application", target_id=str(application.pk))
    about |= Q(target_type="allocations.paper", target_id__in=[str(paper.pk) for paper in papers])
    return list(Entry.objects.filter(about).select_related("actor").order_by("-id")[:MOST_EVENTS])


def _scopes(user: Any, *roles: str) -> list[str] | None:
    """Slugs of the estates in which `user` has one of `roles`; None: all of them."""
    slugs: set[str] = set()
    for role in roles:
        estates = user.estates_of(role)
        if estates is None:
            return None
        slugs |= set(estates)
    return sorted(slugs)
