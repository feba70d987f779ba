"""Who holds a plot. Later apps (calls, offers, contracts) place and release holds here; a plot's status follows.

Two holds may be live on one plot: that of a call, and that of a possessor (an offer, then a contract). Two of one group
cannot: a partial unique index sees to it, whatever the caller checked. These verbs do not ask who may: the service
that takes the plot for a call, an offer or a contract has asked by its own rules. `register` and `deregister` are
for technical staff and do ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from core.audit import record
from core.errors import NotFound
from estates import permissions
from estates.choices import POSSESSION, HoldKind
from estates.errors import HoldEnded, PlotNotReady, PlotTaken
from estates.models import Plot, PlotHold

REGISTER = "estates.register"
"""Holder of possessions that began before the portal: the company's own register."""


def place(
    *,
    plot_id: int,
    kind: str,
    holder_type: str,
    holder_id: object,
    by: Any | None,
    now: datetime,
    reason: str = "",
) -> PlotHold:
    """Hold a plot from `now` on for a row of another app ("allocations.call", its key).

    The same hold again is returned as it is. Raises PlotTaken when somebody else has it (also when he had it a moment
    before), PlotNotReady for a plot that is only planned, NotFound.
    """
    with transaction.atomic():
        plot = _lock([plot_id])[0]
        return _place(plot, HoldKind(kind), holder_type, str(holder_id), by=by, now=now, reason=reason)


def place_all(
    *,
    plot_ids: Iterable[int],
    kind: str,
    holder_type: str,
    holder_id: object,
    by: Any | None,
    now: datetime,
    reason: str = "",
) -> list[PlotHold]:
    """`place` for many plots, all or none, locked in one order so that two calls cannot wait for each other."""
    with transaction.atomic():
        plots = _lock(plot_ids)
        return [
            _place(plot, HoldKind(kind), holder_type, str(holder_id), by=by, now=now, reason=reason) for plot in plots
        ]


def release(*, hold_id: int, by: Any | None, now: datetime, reason: str = "") -> PlotHold:
    """End a hold. Raises HoldEnded when it has ended before, NotFound."""
    with transaction.atomic():
        return _release(_lock_hold(hold_id), by=by, now=now, reason=reason)


def release_all_of(
    *, holder_type: str, holder_id: object, by: Any | None, now: datetime, reason: str = "", kind: str | None = None
) -> int:
    """End every live hold of a holder (of one kind, if given); returns how many."""
    with transaction.atomic():
        live = PlotHold.objects.filter(holder_type=holder_type, holder_id=str(holder_id), until_at__isnull=True)
        if kind is not None:
            live = live.filter(kind=kind)
        holds = list(live.select_related("plot").select_for_update(of=("self",)).order_by("plot_id", "pk"))
        for hold in holds:
            _release(hold, by=by, now=now, reason=reason)
        return len(holds)


def change(*, hold_id: int, kind: str, by: Any | None, now: datetime, reason: str = "") -> PlotHold:
    """Go on to another kind of possession for the same holder (contracted → delivered): ends one hold, begins the next."""
    if kind not in POSSESSION:
        raise ValueError(f"{kind} is not a possession")
    with transaction.atomic():
        hold = _lock_hold(hold_id)
        plot = _lock([hold.plot_id])[0]
        if hold.until_at is None and hold.kind == kind:
            return hold
        _release(hold, by=by, now=now, reason=reason)
        return _place(plot, HoldKind(kind), hold.holder_type, hold.holder_id, by=by, now=now, reason=reason)


def register(*, plot_id: int, kind: str, reason: str, by: Any | None, now: datetime) -> PlotHold:
    """Write down that a plot is possessed since before the portal, or has been reclaimed; replaces an earlier entry.

    Raises PermissionRefused, PlotTaken when a call, an offer or a contract holds the plot.
    """
    if kind not in POSSESSION:
        raise ValueError(f"{kind} is not a possession")
    with transaction.atomic():
        plot = _lock([plot_id])[0]
        permissions.require(by, permissions.CHANGE_LAND, plot)
        for hold in PlotHold.objects.filter(plot=plot, until_at__isnull=True):
            if hold.holder_type != REGISTER:
                raise _taken(plot, hold)
            if hold.kind == kind:
                return hold
            _release(hold, by=by, now=now, reason=reason)
        return _place(plot, HoldKind(kind), REGISTER, plot.code, by=by, now=now, reason=reason)


def deregister(*, plot_id: int, reason: str, by: Any | None, now: datetime) -> int:
    """End what `register` wrote: the plot is free again. Returns how many entries ended (0 or 1)."""
    with transaction.atomic():
        plot = _lock([plot_id])[0]
        permissions.require(by, permissions.CHANGE_LAND, plot)
        return release_all_of(holder_type=REGISTER, holder_id=plot.code, by=by, now=now, reason=reason)


def _lock(plot_ids: Iterable[int]) -> list[Plot]:
    wanted = sorted(set(plot_ids))
    plots = list(
        Plot.objects.select_for_update(of=("self",)).select_related("estate").filter(pk__in=wanted).order_by("pk")
    )
    if len(plots) != len(wanted):
        raise NotFound()
    return plots


def _lock_hold(hold_id: int) -> PlotHold:
    hold = PlotHold.objects.select_for_update(of=("self",)).select_related("plot").filter(pk=hold_id).first()
    if hold is None:
        raise NotFound()
    return hold


def _place(
    plot: Plot, kind: HoldKind, holder_type: str, holder_id: str, *, by: Any | None, now: datetime, reason: str
) -> PlotHold:
    if plot.is_planned:
        raise PlotNotReady(params={"code": plot.code})
    for hold in PlotHold.objects.filter(plot=plot, until_at__isnull=True).order_by("pk"):
        if (hold.kind, hold.holder_type, hold.holder_id) == (kind, holder_type, holder_id):
            return hold
        if kind == HoldKind.IN_CALL or hold.kind != HoldKind.IN_CALL:
            raise _taken(plot, hold)
    try:
        with transaction.atomic():
            hold = PlotHold.objects.create(
                plot=plot, kind=kind, holder_type=holder_type, holder_id=holder_id, from_at=now, reason=reason[:300]
            )
    except IntegrityError as error:
        # Reached only by a writer that did not lock the plot; the index is what counts.
        raise PlotTaken(params={"code": plot.code, "status": kind.label}) from error
    record(
        action="estates.hold.placed",
        by=by,
        target=plot,
        now=now,
        after=kind.value,
        reason=reason,
        data={"holder": f"{holder_type}:{holder_id}"},
    )
    return hold


def _release(hold: PlotHold, *, by: Any | None, now: datetime, reason: str) -> PlotHold:
    ended = PlotHold.objects.filter(pk=hold.pk, until_at__isnull=True).update(until_at=max(now, hold.from_at))
    if not ended:
        raise HoldEnded(params={"code": hold.plot.code})
    hold.until_at = max(now, hold.from_at)
    record(
        action="estates.hold.released",
        by=by,
        target=hold.plot,
        now=now,
        before=hold.kind,
        reason=reason,
        data={"holder": f"{hold.holder_type}:{hold.holder_id}"},
    )
    return hold


def _taken(plot: Plot, hold: PlotHold) -> PlotTaken:
    return PlotTaken(params={"code": plot.code, "status": HoldKind(hold.kind).label})
