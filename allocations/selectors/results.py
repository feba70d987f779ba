"""Results for everybody: by opaque id and tracking code, never by name. Empty until the provisional publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, OuterRef, Q, Subquery

from allocations.choices import LIVE_AWARDS, CallStatus, RunStatus
from allocations.models import Award, Call, Run, RunCutoff, RunLine, RunQueue
from core.errors import NotFound

PUBLIC = (CallStatus.PROVISIONAL, CallStatus.FINAL)
PAGE = 50
LARGEST_PAGE = 500


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One application: what the run gave (`plot`, `choice`) and what it holds now, after promotions (`holds`)."""

    application: str
    tracking_code: str
    draw_number: int
    score: int | None
    plot: str | None
    choice: int | None
    holds: str | None


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One plot: its holder by the run with his standing, who holds it now, and how many wanted it and wait for it."""

    plot: str
    reserved_for: str | None
    holder: str | None
    holds: str | None
    tier: int | None
    score: int | None
    draw_number: int | None
    applicants: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Results:
    """The head of the results page; `run` is None while nothing is published. Counts are those of the run."""

    call: Call
    run: Run | None
    is_final: bool
    objections_until: datetime | None
    listed: int
    awarded: int
    free_plots: int


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in the order of the draw numbers; `after` is what asks for the next page, None on the last one."""

    rows: Sequence[ResultRow]
    after: int | None


def published_run(call: Call) -> Run | None:
    """The approved run of a call whose result is public. At most 1 query."""
    if call.status not in PUBLIC:
        return None
    return Run.objects.filter(call=call, status=RunStatus.APPROVED).select_related("previous").first()


def results(slug: str) -> Results:
    """The head of the results page; raises NotFound for a call that was never announced. 4 queries."""
    call = public_call(slug)
    run = published_run(call)
    if run is None:
        return Results(call, None, False, None, 0, 0, 0)
    counted = RunLine.objects.filter(run=run).aggregate(
        listed=Count("pk"), awarded=Count("pk", filter=Q(call_plot__isnull=False))
    )
    free = RunCutoff.objects.filter(run=run, holder__isnull=True).count()
    return Results(
        call=call,
        run=run,
        is_final=call.status == CallStatus.FINAL,
        objections_until=call.objections_until,
        listed=counted["listed"],
        awarded=counted["awarded"],
        free_plots=free,
    )


def result_page(run: Run, *, after: int = 0, size: int = PAGE, search: str = "") -> Page:
    """Rows behind draw number `after`; `search` is the beginning of a tracking code, an opaque id or a plot code. 1 query."""
    size = max(1, min(size, LARGEST_PAGE))
    found = _rows(run).filter(draw_number__gt=after)
    if search:
        found = found.filter(
            Q(application__tracking_code__istartswith=search)
            | Q(application__opaque_id__istartswith=search)
            | Q(call_plot__plot__code__istartswith=search)
        )
    rows = [_row(line) for line in found[: size + 1]]
    return Page(rows[:size], rows[size - 1].draw_number if len(rows) > size else None)


def plot_rows(run: Run) -> list[PlotRow]:
    """Every plot of the run in the order of its code. 1 query."""
    waiting = (
        RunQueue.objects.filter(run=run, call_plot=OuterRef("call_plot"))
        .order_by()
        .values("call_plot")
        .annotate(number=Count("pk"))
        .values("number")
    )
    holds = Award.objects.filter(run=run, call_plot=OuterRef("call_plot"), status__in=LIVE_AWARDS)
    rows = (
        RunCutoff.objects.filter(run=run)
        .select_related("call_plot__plot", "call_plot__reserved_for", "holder")
        .annotate(waiting=Subquery(waiting), holds=Subquery(holds.values("application__opaque_id")[:1]))
        .order_by("call_plot__plot__sort_key", "pk")
    )
    return [
        PlotRow(
            plot=row.call_plot.plot.code,
            reserved_for=row.call_plot.reserved_for.name if row.call_plot.reserved_for else None,
            holder=row.holder.opaque_id if row.holder else None,
            holds=row.holds,
            tier=row.tier,
            score=row.score,
            draw_number=row.draw_number,
            applicants=row.applicants,
            waiting=row.waiting or 0,
        )
        for row in rows
    ]


def public_call(slug: str) -> Call:
    """An announced call; raises NotFound. 1 query."""
    call = Call.objects.filter(slug=slug, published_at__isnull=False).select_related("estate").first()
    if call is None:
        raise NotFound(code="no_call")
    return call


def stamp(call: Call) -> str:
    """Status of the call and last change of its awards as a short text: pages with the same stamp show the same rows. 1 query."""
    found = Award.objects.filter(call=call).aggregate(
        count=Count("pk"), last=Max("pk"), begun=Max("awarded_at"), ended=Max("ended_at")
    )
    parts = (call.status, call.objections_until, found["count"], found["last"], found["begun"], found["ended"])
    return "|".join(str(part) for part in parts)


def _rows(run: Run):  # type: ignore[no-untyped-def]
    holds = Award.objects.filter(run=run, application=OuterRef("application"), status__in=LIVE_AWARDS)
    return (
        RunLine.objects.filter(run=run)
        .select_related("application", "call_plot__plot")
        .annotate(holds=Subquery(holds.values("plot__code")[:1]))
        .order_by("draw_number")
    )


def _row(line) -> ResultRow:  # type: ignore[no-untyped-def]
    return ResultRow(
        application=line.application.opaque_id or "",
        tracking_code=line.application.tracking_code,
        draw_number=line.draw_number,
        score=line.application.score,
        plot=line.call_plot.plot.code if line.call_plot else None,
        choice=line.choice,
        holds=line.holds,
    )
