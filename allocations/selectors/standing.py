"""Where the offers of a call stand now: from rows to the engine's `OfferState` and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from allocations import engine
from allocations.choices import LIVE_AWARDS, ApplicationStatus, AwardStatus
from allocations.models import Application, Award, Call, Run, RunLine, RunQueue
from allocations.selectors import archive

RESULTS = (ApplicationStatus.AWARDED, ApplicationStatus.WAITING, ApplicationStatus.NOT_AWARDED)
LEFT = (AwardStatus.EXPIRED, AwardStatus.WITHDRAWN, AwardStatus.REVOKED)
"""Awards whose holder is out: he moves no more. Who declined a plot still waits for those he ranked higher."""
GIVEN_UP = (*LEFT, AwardStatus.DECLINED)
"""Awards whose plot their holder never gets again."""


def of_run(call: Call, run: Run) -> engine.OfferState:
    """Before any award: everybody holds what the run gave him, except who has withdrawn since the freeze."""
    withdrawn = _withdrawn(call)
    lines = RunLine.objects.filter(run=run, call_plot__isnull=False)
    offers = {
        str(application): plot
        for application, plot in lines.values_list("application__opaque_id", "call_plot__plot__code")
        if application not in withdrawn
    }
    return engine.OfferState(queues=queues(run), choices=choices(run), offers=offers, closed=frozenset(withdrawn))


def now(call: Call, run: Run, plots: Collection[str] | None = None) -> engine.OfferState:
    """After the approval: live awards that are not accepted can move; who accepted, left or withdrew cannot.

    `plots` limits the waiting lists to those of these plots (for pages). 3 queries, and the record once for each process.
    """
    awards = list(
        Award.objects.filter(run=run).values_list("application__opaque_id", "plot__code", "status").order_by("pk")
    )
    closed = _withdrawn(call)
    closed |= {str(one) for one, _plot, status in awards if status == AwardStatus.ACCEPTED or status in LEFT}
    movable = {status for status in LIVE_AWARDS if status != AwardStatus.ACCEPTED}
    offers = {str(one): plot for one, plot, status in awards if status in movable}
    given_up = {(one, plot) for one, plot, status in awards if status in GIVEN_UP}
    waiting = {
        plot: [one for one in queue if (one, plot) not in given_up] for plot, queue in queues(run, plots).items()
    }
    return engine.OfferState(queues=waiting, choices=choices(run), offers=offers, closed=frozenset(closed))


def queues(run: Run, plots: Collection[str] | None = None) -> dict[str, list[str]]:
    """Plot code → opaque ids, the first in line first, as the run published them; of all plots, or of these."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = RunQueue.objects.filter(run=run).order_by("call_plot_id", "position")
    if plots is not None:
        rows = rows.filter(call_plot__plot__code__in=plots)
    for plot, application in rows.values_list("call_plot__plot__code", "application__opaque_id"):
        found[plot].append(str(application))
    return dict(found)


def choices(run: Run) -> dict[str, tuple[str, ...]]:
    """Opaque id → its list of plot codes, as frozen."""
    return {one.application: one.choices for one in archive.outcome_of(run).applications}


def as_rows(call: Call, offers: Mapping[str, str]) -> dict[int, int]:
    """Opaque id → plot code as application id → call plot id."""
    rows = Application.objects.filter(call=call, opaque_id__isnull=False)
    ids = {str(name): pk for name, pk in rows.values_list("opaque_id", "pk")}
    plots = dict(call.call_plots.values_list("plot__code", "pk"))
    return {ids[application]: plots[plot] for application, plot in offers.items()}


def _withdrawn(call: Call) -> set[str]:
    rows = Application.objects.filter(call=call, status=ApplicationStatus.WITHDRAWN, opaque_id__isnull=False)
    return {str(one) for one in rows.values_list("opaque_id", flat=True)}
