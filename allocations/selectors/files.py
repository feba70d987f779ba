"""Which file an officer takes next, and the history of one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from allocations.choices import ApplicationStatus, CallStatus, CorrectionOutcome
from allocations.models import Application, CorrectionRequest
from core.audit.models import Entry

MOST_EVENTS = 200


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


def events_of(application: Application, papers: Any = ()) -> list[Entry]:
    """The audit entries of an application and its papers, the newest first. 1 query."""
    about = Q(target_type="allocations.application", target_id=str(application.pk))
    about |= Q(target_type="allocations.paper", target_id__in=[str(paper.pk) for paper in papers])
    return list(Entry.objects.filter(about).select_related("actor").order_by("-id")[:MOST_EVENTS])
