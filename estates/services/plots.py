"""Single plots: made and changed. Whole site plans come in by `site_plans`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from core.audit import record
from core.errors import InvalidInput
from core.writing import write
from estates import permissions
from estates.choices import HoldKind
from estates.errors import PlotFrozen
from estates.models import Block, Estate, Plot, PlotHold, PlotTrade, Trade
from estates.plans.geometry import shape_values
from estates.plans.issues import Issue, Refused
from estates.plans.reading import read_shape
from estates.services.places import locked as locked_estate

PLOT_FIELDS = frozenset(
    {"number", "kind", "area_m2", "front_m", "price_class", "utilities", "is_planned", "is_serviced"}
)
LOOSE_FIELDS = frozenset({"utilities", "is_serviced"})
"""What may change while a plot is held: works go on, the plot itself stays what was promised."""


def save_plot(
    *,
    code: str,
    estate_id: int,
    values: Mapping[str, Any],
    by: Any | None,
    now: datetime,
    block: str | None = None,
    trades: Sequence[str] | None = None,
    geometry: Mapping[str, Any] | None = None,
) -> Plot:
    """Make or change the plot with this code in an estate; `values` are `PLOT_FIELDS`.

    `block` is a block's code ("" for none), `trades` codes of the trades allowed (empty: all), `geometry` a GeoJSON
    polygon; None leaves each as it is. Raises InvalidInput, PermissionRefused, PlotFrozen while the plot is held.
    """
    unknown = sorted(set(values) - PLOT_FIELDS)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
    with transaction.atomic():
        estate = locked_estate(estate_id)
        permissions.require(by, permissions.CHANGE_LAND, estate)
        plot = _plot_for(code, estate)
        wanted = {**values}
        if block is not None:
            wanted["block"] = block_of(estate, block, by=by, now=now)
        if geometry is not None:
            wanted |= shape_values(_shape(geometry))
        chosen = _trades(trades)
        if plot.pk is not None:
            refuse_if_held(plot, _changes(plot, wanted, chosen))
        write(plot, wanted, by=by, now=now, event="estates.plot")
        if chosen is not None:
            _set_trades(plot, chosen, by=by, now=now)
        return plot


def block_of(estate: Estate, code: str, *, by: Any | None, now: datetime) -> Block | None:
    """The block with this code in the estate, made when there is none; None for an empty code."""
    if not code:
        return None
    found = Block.objects.filter(estate=estate, code=code).first()
    return found or write(Block(estate=estate), {"code": code}, by=by, now=now, event="estates.block")


def refuse_if_held(plot: Plot, changes: set[str]) -> None:
    """Raise PlotFrozen when something is to change that a holder of the plot relies on."""
    if not changes - LOOSE_FIELDS:
        return
    hold = PlotHold.objects.filter(plot=plot, until_at__isnull=True).first()
    if hold is not None:
        raise PlotFrozen(params={"code": plot.code, "status": HoldKind(hold.kind).label})


def _plot_for(code: str, estate: Estate) -> Plot:
    plot = Plot.objects.select_for_update(of=("self",)).filter(code=code).first()
    if plot is None:
        return Plot(code=code, estate=estate)
    if plot.estate_id != estate.pk:
        raise InvalidInput(errors={"code": [Issue("code_elsewhere").message]})
    plot.estate = estate
    return plot


def _shape(geometry: Mapping[str, Any]) -> Any:
    try:
        return read_shape(geometry)
    except Refused as refused:
        raise InvalidInput(errors={"geometry": [issue.message for issue in refused.issues]}) from refused


def _trades(codes: Sequence[str] | None) -> list[Trade] | None:
    if codes is None:
        return None
    found = {trade.code: trade for trade in Trade.objects.filter(code__in=codes)}
    missing = sorted(set(codes) - set(found))
    if missing:
        raise InvalidInput(errors={"trades": [Issue("unknown_trade", params={"value": missing[0]}).message]})
    return [found[code] for code in sorted(found)]


def _changes(plot: Plot, wanted: Mapping[str, Any], trades: list[Trade] | None) -> set[str]:
    changed = {name for name, value in wanted.items() if getattr(plot, name) != value}
    if trades is not None and {trade.pk for trade in trades} != _trade_ids(plot):
        changed.add("trades")
    return changed


def _trade_ids(plot: Plot) -> set[int]:
    return set(PlotTrade.objects.filter(plot=plot).values_list("trade_id", flat=True))


def _set_trades(plot: Plot, trades: list[Trade], *, by: Any | None, now: datetime) -> None:
    wanted, present = {trade.pk for trade in trades}, _trade_ids(plot)
    if wanted == present:
        return
    PlotTrade.objects.filter(plot=plot, trade_id__in=present - wanted).delete()
    PlotTrade.objects.bulk_create(PlotTrade(plot=plot, trade_id=pk) for pk in sorted(wanted - present))
    codes = [trade.code for trade in trades]
    record(action="estates.plot.trades_changed", by=by, target=plot, now=now, data={"trades": codes})
