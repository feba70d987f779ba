"""Reminders before a term or a correction ends. Each is written once, however often the job runs."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from allocations import texts
from allocations.choices import ApplicationStatus
from allocations.models import Application, Call, CorrectionRequest
from allocations.services.call_notices import tell

BEFORE_CLOSING = timedelta(hours=48)
BEFORE_CORRECTION_ENDS = timedelta(hours=24)

_PARTIES = ("applicant__person", "applicant__legal_entity", "started_by")


def remind_of_closing(*, now: datetime) -> int:
    """Tell everybody whose draft lies in a call that closes within 48 hours; returns how many drafts there are."""
    told = 0
    calls = Call.objects.open_at(now).filter(closes_at__lte=now + BEFORE_CLOSING)  # type: ignore[attr-defined]
    for call in calls.order_by("pk"):
        drafts = Application.objects.filter(call=call, status=ApplicationStatus.DRAFT).select_related(*_PARTIES)
        for draft in drafts.order_by("pk").iterator(500):
            params = {"call": call.title, "closes": call.closes_at}
            # A longer term has another end, and a reminder of its own.
            key = f"closing:{draft.pk}:{call.closes_at:%Y%m%d%H%M}"
            with transaction.atomic():
                tell(texts.CLOSING_SOON, draft, params, key=key, now=now)
            told += 1
    return told


def remind_of_corrections(*, now: datetime) -> int:
    """Tell everybody whose correction ends within 24 hours; returns how many corrections there are."""
    due = CorrectionRequest.objects.filter(
        resolved_at__isnull=True, until__gt=now, until__lte=now + BEFORE_CORRECTION_ENDS
    )
    related = ["application", *(f"application__{name}" for name in _PARTIES)]
    told = 0
    for request in due.select_related(*related).order_by("pk"):
        with transaction.atomic():
            tell(
                texts.CORRECTION_REMINDER,
                request.application,
                {"until": request.until},
                key=f"correction_reminder:{request.pk}",
                now=now,
            )
        told += 1
    return told
