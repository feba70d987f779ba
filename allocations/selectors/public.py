"""Calls as visitors see them: what is open, soon, past; one call with its rules in words. A fixed number of queries each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Applicant
from allocations import call_wording
from allocations.choices import CallStatus, CriterionSource, LicenceKind
from allocations.errors import NoSuchCall
from allocations.models import Application, Call, CallGroup, CallPlot, CallQuestion, Criterion, FrozenList
from allocations.selectors import calls
from allocations.selectors.plots import PlotLine, lines_of
from allocations.wording import moment_text
from core.wording import points_text
from estates.models import Trade

PAST_PAGE = 20
AFTER_RESULT = (CallStatus.PROVISIONAL, CallStatus.FINAL)


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call in a list: `plots` counts what it offers, `opens` and `closes` are texts."""

    call: Call
    phase: str
    phase_label: str
    plots: int
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class CallLists:
    """Calls by what a person can do with them now. `before` asks for the next page of past calls (an id), None on the last."""

    open: Sequence[CallRow]
    soon: Sequence[CallRow]
    past: Sequence[CallRow]
    before: int | None


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """A criterion with its rule in words."""

    criterion: Criterion
    is_computed: bool
    maximum: str
    bands: Sequence[call_wording.Band]


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group and how many plots are kept for it."""

    group: CallGroup
    plots: int


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The page of one call: `facts` are its rows, the rest says them in words. `frozen`: the list that counts, if any."""

    facts: calls.CallPage
    phase: str
    phase_label: str
    is_open: bool
    has_result: bool
    stages: Sequence[call_wording.Stage]
    way: str
    criteria: Sequence[CriterionLine]
    groups: Sequence[GroupLine]
    plots: Sequence[PlotLine]
    licences: Sequence[str]
    frozen: FrozenList | None

    @property
    def has_plan(self) -> bool:
        """Whether any plot is drawn, so that there is something to show on a map."""
        return any(plot.is_drawn for plot in self.plots)


def public_call(slug: str) -> Call:
    """An announced call with estate and county; raises NoSuchCall. 1 query."""
    rows = Call.objects.public().select_related("estate__county", "resident_county")  # type: ignore[attr-defined]
    call: Call | None = rows.filter(slug=slug).first()
    if call is None:
        raise NoSuchCall()
    return call


def call_lists(now: datetime, *, before: int | None = None) -> CallLists:
    """What is open, what opens soon, what is over (the newest first, in pages). 3 queries."""
    public = _counted(Call.objects.public())  # type: ignore[attr-defined]
    opened = public.open_at(now).order_by("closes_at", "pk")
    soon = public.announced_at(now).order_by("opens_at", "pk")
    rest = public.exclude(pk__in=opened.values("pk")).exclude(pk__in=soon.values("pk")).order_by("-pk")
    if before is not None:
        rest = rest.filter(pk__lt=before)
    past = [_row(call, now) for call in rest[: PAST_PAGE + 1]]
    return CallLists(
        open=[_row(call, now) for call in opened],
        soon=[_row(call, now) for call in soon],
        past=past[:PAST_PAGE],
        before=past[PAST_PAGE - 1].call.pk if len(past) > PAST_PAGE else None,
    )


def open_rows(now: datetime) -> list[CallRow]:
    """The calls that take applications now, the next deadline first. 1 query."""
    rows = _counted(Call.objects.public())  # type: ignore[attr-defined]
    return [_row(call, now) for call in rows.open_at(now).order_by("closes_at", "pk")]


def result_rows(now: datetime, *, most: int = 5) -> list[CallRow]:
    """The newest calls whose result is public. 1 query."""
    rows = _counted(Call.objects.public())  # type: ignore[attr-defined]
    return [_row(call, now) for call in rows.filter(status__in=AFTER_RESULT).order_by("-pk")[:most]]


def rules_page(slug: str, now: datetime) -> RulesPage:
    """One announced call with its rules; raises NoSuchCall. 12 queries, whatever its size."""
    facts = calls.call_page(slug, now)
    call = facts.call
    plots = lines_of(call)
    kept = Counter(row.reserved_for_id for row in facts.plots)
    return RulesPage(
        facts=facts,
        phase=facts.phase.value,
        phase_label=str(facts.phase.label),
        is_open=facts.phase is CallStatus.OPEN,
        has_result=call.status in AFTER_RESULT,
        stages=call_wording.stages(call, now),
        way=call_wording.way_of_deciding(call.mode),
        criteria=[_criterion(one) for one in facts.criteria],
        groups=[GroupLine(group, kept[group.pk]) for group in facts.groups],
        plots=plots,
        licences=[str(LicenceKind(code).label) for code in call.accepted_licences],
        frozen=call.frozen_lists.defer("rules", "plots", "lines").order_by("-number").first(),
    )


def trades_of(call: Call) -> list[Trade]:
    """The trades whose people may apply, by name. 1 query."""
    return list(Trade.objects.filter(pk__in=call.trades.values("trade")).order_by("sort_key", "pk"))


def applications_to(call: Call, applicants: Sequence[Applicant]) -> dict[int, Application]:
    """The applications of these applicants to a call, by applicant id. 1 query."""
    rows = Application.objects.filter(call=call, applicant__in=applicants)
    return {row.applicant_id: row for row in rows}


def own_questions(call: Call, user: Any) -> list[CallQuestion]:
    """Questions of this person that wait for their answer. 1 query."""
    return list(call.questions.filter(asked_by=user, answered_at__isnull=True)) if user.is_authenticated else []


def _counted(rows: QuerySet[Call]) -> Any:
    offered = CallPlot.objects.filter(call=OuterRef("pk")).order_by().values("call").annotate(number=Count("pk"))
    return rows.select_related("estate").annotate(offered=Coalesce(Subquery(offered.values("number")), 0))


def _row(call: Any, now: datetime) -> CallRow:
    phase = call.phase_at(now)
    return CallRow(
        call=call,
        phase=phase.value,
        phase_label=str(phase.label),
        plots=call.offered,
        opens=moment_text(call.opens_at),
        closes=moment_text(call.closes_at),
    )


def _criterion(one: Criterion) -> CriterionLine:
    is_computed = one.source == CriterionSource.COMPUTED
    return CriterionLine(
        criterion=one,
        is_computed=is_computed,
        maximum=points_text(one.maximum),
        bands=call_wording.bands(one.rule) if is_computed else [],
    )
