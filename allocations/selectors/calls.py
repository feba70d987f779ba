"""Read models of calls for screens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from accounts.models import Applicant
from accounts.selectors import applicants_of
from allocations.choices import CallStatus
from allocations.entry_policy import EntryReason, Finding, check
from allocations.errors import NoSuchCall
from allocations.form_facts import entry_facts, entry_terms
from allocations.models import (
    Application,
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
from core.persian.calendar import tehran_date


@dataclass(frozen=True)
class CallRow:
    """A call in a list: `phase` by the dates at the moment of asking, with the number of its plots."""

    call: Call
    phase: CallStatus
    plots: int

    @property
    def is_open(self) -> bool:
        """Whether it takes applications now."""
        return self.phase is CallStatus.OPEN


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


@dataclass(frozen=True)
class EntryCheck:
    """Whether one of a person's applicants may apply: `findings` say why not; `application` is the one there is."""

    applicant: Applicant
    findings: tuple[Finding, ...]
    application: Application | None

    @property
    def may_apply(self) -> bool:
        """Nothing stands against it, an application of his own apart."""
        return all(one.reason == EntryReason.APPLIED_ALREADY for one in self.findings)


def public_calls(now: datetime) -> list[CallRow]:
    """Announced calls: open ones by their deadline first, then what comes, then what is over, newest first. 1 query."""
    calls = (
        Call.objects.public()  # type: ignore[attr-defined]
        .select_related("estate__county")
        .annotate(plots_count=Count("call_plots"))
        .order_by("-closes_at", "-pk")
    )
    rows = [CallRow(call, call.phase_at(now), call.plots_count) for call in calls]
    is_open = [row for row in rows if row.phase is CallStatus.OPEN]
    to_come = [row for row in rows if row.phase is CallStatus.PUBLISHED]
    over = [row for row in rows if row.phase not in (CallStatus.OPEN, CallStatus.PUBLISHED)]
    return [*reversed(is_open), *reversed(to_come), *over]


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


def entry_checks(call: Call, user: Any, now: datetime) -> list[EntryCheck]:
    """ "May I apply?" for everybody this account may apply for; empty for an account without an applicant."""
    applicants = applicants_of(user)
    there = {row.applicant_id: row for row in Application.objects.filter(call=call, applicant__in=applicants)}
    terms = entry_terms(call, now)
    day = tehran_date(now)
    checks = []
    for applicant in applicants:
        application = there.get(applicant.pk)
        facts = entry_facts(applicant, day, application)
        found = check(terms, facts)
        if application is not None:
            found = (*found, Finding(EntryReason.APPLIED_ALREADY, {"track": application.tracking_code}))
        checks.append(EntryCheck(applicant, found, application))
    return checks


def open_questions(call: Call) -> QuerySet[CallQuestion]:
    """Questions that wait for an answer, the oldest first."""
    return call.questions.filter(answered_at__isnull=True).select_related("asked_by").order_by("asked_at", "pk")
