"""An announced call with its rows, as every page about its rules needs them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from allocations.choices import CallStatus
from allocations.errors import NoSuchCall
from allocations.models import (
    Call,
    CallAmendment,
    CallExtension,
    CallGroup,
    CallPlot,
    CallQuestion,
    CallTrade,
    Criterion,
    PaperRequirement,
)


@dataclass(frozen=True)
class CallPage:
    """Everything the public page of a call shows."""

    call: Call
    phase: CallStatus
    trades: list[CallTrade]
    groups: list[CallGroup]
    plots: list[CallPlot]
    criteria: list[Criterion]
    papers: list[PaperRequirement]
    extensions: list[CallExtension]
    amendments: list[CallAmendment]
    questions: list[CallQuestion]


def call_page(slug: str, now: datetime) -> CallPage:
    """The public page of a call. Raises NoSuchCall for a draft as for one that does not exist. 9 queries."""
    call = (
        Call.objects.public()  # type: ignore[attr-defined]
        .select_related("estate__county", "resident_county")
        .prefetch_related(
            Prefetch("trades", CallTrade.objects.select_related("trade")),
            "groups",
            Prefetch("call_plots", CallPlot.objects.select_related("plot", "reserved_for").order_by("position")),
            "criteria",
            Prefetch("papers", PaperRequirement.objects.select_related("group")),
            "extensions",
            "amendments",
            Prefetch("questions", CallQuestion.objects.filter(answered_at__isnull=False)),
        )
        .filter(slug=slug)
        .first()
    )
    if call is None:
        raise NoSuchCall()
    return CallPage(
        call=call,
        phase=call.phase_at(now),
        trades=list(call.trades.all()),
        groups=list(call.groups.all()),
        plots=list(call.call_plots.all()),
        criteria=list(call.criteria.all()),
        papers=list(call.papers.all()),
        extensions=list(call.extensions.all()),
        amendments=list(call.amendments.all()),
        questions=list(call.questions.all()),
    )
