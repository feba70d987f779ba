"""The plots of a call as visitors see them, in a list and on the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from allocations.models import Call
from estates.choices import PlotStatus
from estates.models import Plot


@dataclass(frozen=True, slots=True)
class PlotLine:
    """A plot of a call. `trades` are names, empty when every trade is welcome; `reserved_for` a name or ""."""

    code: str
    area: Any
    trades: Sequence[str]
    trade_codes: frozenset[str]
    reserved_for: str
    status: str
    status_label: str
    is_drawn: bool


def lines_of(call: Call) -> list[PlotLine]:
    """The plots of a call in their published order. 2 queries."""
    status = Plot.objects.with_status().filter(pk=OuterRef("plot_id")).values("status")  # type: ignore[misc]
    rows = (
        call.call_plots.select_related("plot", "reserved_for")
        .annotate(plot_status=Subquery(status[:1]))
        .prefetch_related("plot__trades")
        .order_by("position")
    )
    return [_plot(row) for row in rows]


def plan(call: Call) -> dict[str, Any]:
    """The plots of a call as a GeoJSON FeatureCollection for the map; plots without a drawing are left out. 3 queries."""
    lines = {line.code: line for line in lines_of(call)}
    shapes = call.call_plots.filter(plot__geometry__isnull=False).values_list("plot__code", "plot__geometry")
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": geometry,
                "properties": {
                    "code": code,
                    "label": code,
                    "status": lines[code].status,
                    "status_label": lines[code].reserved_for or lines[code].status_label,
                },
            }
            for code, geometry in shapes
        ],
    }


def _plot(row: Any) -> PlotLine:
    trades = sorted(row.plot.trades.all(), key=lambda trade: trade.code)
    return PlotLine(
        code=row.plot.code,
        area=row.plot.area_m2,
        trades=[str(trade) for trade in trades],
        trade_codes=frozenset(trade.code for trade in trades),
        reserved_for=row.reserved_for.name if row.reserved_for else "",
        status=row.plot_status,
        status_label=str(PlotStatus(row.plot_status).label),
        is_drawn=row.plot.geometry is not None,
    )
