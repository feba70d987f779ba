"""Tells the pages of estates and plots which calls concern them (estates knows no calls; it asks who registered)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from allocations.choices import ApplicationStatus, CallStatus
from allocations.models import Call, Choice
from allocations.wording import moment_text
from estates import notices


def calls_of(estate_ids: Iterable[int], now: datetime) -> dict[int, list[notices.Notice]]:
    """Calls of these estates that are open or announced at `now`, the one that closes first on top. 1 query."""
    rows = (Call.objects.open_at(now) | Call.objects.announced_at(now)).filter(estate_id__in=list(estate_ids))
    found: dict[int, list[notices.Notice]] = {}
    for call in rows.order_by("closes_at", "pk"):
        found.setdefault(call.estate_id, []).append(_notice(call, now))
    return found


def wishes_of(estate_id: int) -> dict[int, int]:
    """How many applications that were handed in name each plot of an estate themselves. 1 query."""
    named = Choice.objects.filter(call_plot__plot__estate=estate_id, named=True)
    rows = named.exclude(application__status=ApplicationStatus.DRAFT).order_by().values("call_plot__plot_id")
    return {row["call_plot__plot_id"]: row["count"] for row in rows.annotate(count=Count("application", distinct=True))}


def _notice(call: Call, now: datetime) -> notices.Notice:
    phase = call.phase_at(now)
    if phase is CallStatus.OPEN:
        when = _("until %(moment)s") % {"moment": moment_text(call.closes_at)}
    else:
        when = _("opens on %(moment)s") % {"moment": moment_text(call.opens_at)}
    return notices.Notice(
        title=call.title,
        url=reverse("calls:detail", args=[call.slug]),
        status=phase.value,
        status_label=str(phase.label),
        until=when,
    )
