"""The difference between a site plan and the database, and writing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q

from core.writing import write
from estates.choices import HoldKind
from estates.models import Block, Estate, PlanFeature, Plot, PlotHold, PlotTrade, Trade
from estates.models.shape import SHAPE_FIELDS
from estates.plans.checks import Surroundings, check
from estates.plans.geometry import from_geojson, shape_values, to_geojson
from estates.plans.issues import Issue
from estates.plans.reading import Drawing, PlanFile, PlotFeature
from estates.services.plots import LOOSE_FIELDS

_PLAIN_FIELDS = ("number", "kind", "area_m2", "front_m", "price_class", "is_planned", "is_serviced")


@dataclass(slots=True)
class Changes:
    """What bringing a plan in would do. `absent`: plots of the estate the file does not name; they stay as they are."""

    added: list[PlotFeature] = field(default_factory=list)
    changed: list[PlotFeature] = field(default_factory=list)
    unchanged: int = 0
    absent: list[str] = field(default_factory=list)
    drawings: list[Drawing] | None = None
    boundary: dict[str, Any] | None = None

    @property
    def nothing(self) -> bool:
        """True when the database says already what the file says."""
        return not self.added and not self.changed and self.drawings is None and self.boundary is None

    def summary(self) -> dict[str, Any]:
        """For the preview and the audit record: codes and counts as JSON."""
        return {
            "added": [feature.facts.code for feature in self.added],
            "changed": [feature.facts.code for feature in self.changed],
            "unchanged": self.unchanged,
            "absent": self.absent,
            "drawings": self.drawings is not None,
            "boundary": self.boundary is not None,
        }


def compare(estate: Estate, plan: PlanFile) -> tuple[Changes, list[Issue]]:
    """What would change, and every reason why it may not."""
    codes = {feature.facts.code for feature in plan.plots}
    existing = {
        plot.code: plot
        for plot in Plot.objects.filter(Q(code__in=codes) | Q(estate=estate)).select_related("block", "estate")
    }
    own = {code: plot for code, plot in existing.items() if plot.estate_id == estate.pk}
    issues = check(plan, _surroundings(estate, plan, codes, existing))
    changes = Changes(absent=sorted(set(own) - codes))
    trades = _trades_of(own[code] for code in codes & set(own))
    held = dict(
        PlotHold.objects.filter(plot__estate=estate, until_at__isnull=True)
        .order_by("kind")
        .values_list("plot_id", "kind")
    )
    for feature in plan.plots:
        plot = own.get(feature.facts.code)
        if plot is None:
            changes.added.append(feature)
            continue
        different = _differences(plot, feature, trades.get(plot.pk, ()))
        if not different:
            changes.unchanged += 1
            continue
        changes.changed.append(feature)
        if plot.pk in held and different - LOOSE_FIELDS:
            issues.append(_held_issue(feature, held[plot.pk]))
    changes.drawings = _different_drawings(estate, plan.drawings)
    changes.boundary = _different_boundary(estate, plan)
    return changes, issues


def write_changes(estate: Estate, changes: Changes, *, by: Any | None, now: datetime) -> None:
    """Write what `compare` found. The caller holds the lock of the estate; events come from the database triggers."""
    if changes.boundary is not None:
        write(estate, changes.boundary, by=by, now=now, event="estates.boundary")
    blocks = _blocks(estate, changes)
    new = [_filled(Plot(code=f.facts.code, estate=estate), f, estate, blocks, now) for f in changes.added]
    Plot.objects.bulk_create(new, batch_size=1000)
    present = {
        plot.code: plot
        for plot in Plot.objects.select_for_update(of=("self",))
        .filter(code__in=[f.facts.code for f in changes.changed])
        .order_by("pk")
    }
    old = [_filled(present[f.facts.code], f, estate, blocks, now) for f in changes.changed]
    columns = [*_PLAIN_FIELDS, *SHAPE_FIELDS, "block", "utilities", "search_key", "updated_at"]
    Plot.objects.bulk_update(old, columns, batch_size=500)
    _write_trades({**{plot.code: plot for plot in new}, **present}, [*changes.added, *changes.changed])
    if changes.drawings is not None:
        PlanFeature.objects.filter(estate=estate).delete()
        PlanFeature.objects.bulk_create(
            PlanFeature(estate=estate, kind=d.kind, name=d.name, position=place, **shape_values(d.shape))
            for place, d in enumerate(changes.drawings)
        )


def _surroundings(estate: Estate, plan: PlanFile, codes: set[str], existing: Mapping[str, Plot]) -> Surroundings:
    near = Q(estate=estate)
    if plan.plots:
        bounds = [feature.shape.bounds for feature in plan.plots]
        west, south = min(b[0] for b in bounds), min(b[1] for b in bounds)
        east, north = max(b[2] for b in bounds), max(b[3] for b in bounds)
        near |= Q(min_lon__lte=east, max_lon__gte=west, min_lat__lte=north, max_lat__gte=south)
    rows = Plot.objects.filter(near, geometry__isnull=False).exclude(code__in=codes, estate=estate)
    neighbours = {code: from_geojson(geometry or {}) for code, geometry in rows.values_list("code", "geometry")}
    wanted = {trade for feature in plan.plots for trade in feature.facts.trades}
    place = (estate.lon, estate.lat) if estate.lon is not None and estate.lat is not None else None
    return Surroundings(
        boundary=from_geojson(estate.geometry) if estate.geometry else None,
        place=place or (estate.county.lon, estate.county.lat),
        neighbours=neighbours,
        own_codes=frozenset(code for code, plot in existing.items() if plot.estate_id == estate.pk),
        foreign_codes=frozenset(code for code, plot in existing.items() if plot.estate_id != estate.pk),
        trade_codes=frozenset(Trade.objects.filter(code__in=wanted, is_active=True).values_list("code", flat=True)),
    )


def _trades_of(plots: Any) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    rows = PlotTrade.objects.filter(plot_id__in=[plot.pk for plot in plots]).values_list("plot_id", "trade__code")
    for plot_id, code in rows:
        found.setdefault(plot_id, []).append(code)
    return {plot_id: tuple(sorted(codes)) for plot_id, codes in found.items()}


def _differences(plot: Plot, feature: PlotFeature, trades: Sequence[str]) -> set[str]:
    facts = feature.facts
    different = {name for name in _PLAIN_FIELDS if getattr(plot, name) != getattr(facts, name)}
    if (plot.block.code if plot.block else "") != facts.block:
        different.add("block")
    if tuple(sorted(plot.utilities)) != facts.utilities:
        different.add("utilities")
    if tuple(trades) != facts.trades:
        different.add("trades")
    if plot.geometry != to_geojson(feature.shape):
        different.add("geometry")
    return different


def _held_issue(feature: PlotFeature, kind: str) -> Issue:
    if kind == HoldKind.IN_CALL:
        return Issue("plot_in_call", feature.index, feature.facts.code)
    return Issue("plot_held", feature.index, feature.facts.code, {"kind": str(HoldKind(kind).label)})


def _different_drawings(estate: Estate, drawings: list[Drawing]) -> list[Drawing] | None:
    # A file without drawings says nothing about them.
    if not drawings:
        return None
    there = [(row.kind, row.name, row.geometry) for row in estate.plan_features.order_by("position")]
    given = [(drawing.kind, drawing.name, to_geojson(drawing.shape)) for drawing in drawings]
    return None if there == given else drawings


def _different_boundary(estate: Estate, plan: PlanFile) -> dict[str, Any] | None:
    if plan.boundary is None:
        return None
    values = shape_values(plan.boundary[1])
    return None if estate.geometry == values["geometry"] else values


def _blocks(estate: Estate, changes: Changes) -> dict[str, Block]:
    wanted = {f.facts.block for f in [*changes.added, *changes.changed] if f.facts.block}
    present = set(Block.objects.filter(estate=estate, code__in=wanted).values_list("code", flat=True))
    Block.objects.bulk_create(Block(estate=estate, code=code) for code in sorted(wanted - present))
    return {block.code: block for block in Block.objects.filter(estate=estate, code__in=wanted)}


def _filled(plot: Plot, feature: PlotFeature, estate: Estate, blocks: Mapping[str, Block], now: datetime) -> Plot:
    facts = feature.facts
    for name in _PLAIN_FIELDS:
        setattr(plot, name, getattr(facts, name))
    for name, value in shape_values(feature.shape).items():
        setattr(plot, name, value)
    plot.block = blocks.get(facts.block)
    plot.utilities = list(facts.utilities)
    plot.updated_at = now
    plot.estate = estate
    plot.refresh_keys()
    return plot


def _write_trades(plots: Mapping[str, Plot], features: Sequence[PlotFeature]) -> None:
    trades = dict(Trade.objects.values_list("code", "pk"))
    there = set(
        PlotTrade.objects.filter(plot__in=[plot.pk for plot in plots.values()]).values_list("plot_id", "trade_id")
    )
    wanted = {(plots[f.facts.code].pk, trades[code]) for f in features for code in f.facts.trades}
    for plot_id, trade_id in sorted(there - wanted):
        PlotTrade.objects.filter(plot_id=plot_id, trade_id=trade_id).delete()
    PlotTrade.objects.bulk_create(
        (PlotTrade(plot_id=plot_id, trade_id=trade_id) for plot_id, trade_id in sorted(wanted - there)), batch_size=1000
    )
