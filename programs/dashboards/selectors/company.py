"""The company's page: only what is kept ready, so a handful of queries whatever the number of applications."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.apps import apps
from django.utils.translation import gettext as _

from core.metrics import registry
from core.metrics import selectors as live_figures
from core.metrics.selectors import Figure
from programs.dashboards.selectors.live import (
    AWARDED,
    FREE,
    OFFERED,
    PLOTS,
    PREPARED,
    UNMET,
    Cell,
    Compared,
    Figures,
    Line,
)  # fmt: skip

ZERO = Decimal(0)
LONGEST_LIST: Final = 8
"""Rows of the unmet demand by trade; the CSV has all."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the funnel: how many came this far, and by age those who wait here now."""

    compared: Compared
    ages: Sequence[Cell]
    share: Decimal | None
    """Percent of the first step."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """All steps, and the names of the bands of waiting."""

    ages: Sequence[str]
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class Occupancy:
    """Plots of one estate."""

    slug: str
    name: str
    plots: Cell
    prepared: Cell
    offered: Cell
    awarded: Cell
    free: Cell

    @property
    def returned(self) -> Decimal:
        """Prepared, and neither free, on offer nor awarded: taken back from somebody."""
        return max(self.prepared.value - self.offered.value - self.awarded.value - self.free.value, ZERO)

    @property
    def unprepared(self) -> Decimal:
        """Planned, or without services yet."""
        return max(self.plots.value - self.prepared.value, ZERO)


@dataclass(frozen=True, slots=True)
class Unmet:
    """Demand that was not met: the whole, and by trade, size and place, the largest first (sizes in their order)."""

    compared: Compared
    trades: Sequence[Line]
    sizes: Sequence[Line]
    places: Sequence[Line]


@dataclass(frozen=True, slots=True)
class LiveGroup:
    """Figures one app offers."""

    label: str
    figures: Sequence[Compared]


def funnel(figures: Figures) -> Funnel:
    """The steps in the order in which apps registered them."""
    metrics = sorted(
        (metric for metric in registry.METRICS.values() if metric.funnel), key=lambda metric: metric.funnel
    )
    found = [row for metric in metrics if (row := figures.compared(metric.name)) is not None]
    names: dict[str, str] = {}
    for row in found:
        names.update(_names_in_order(row.figure, "age"))
    first = found[0].total if found else ZERO
    steps = [
        Step(
            compared=row,
            ages=[figures.cell(row.figure, age=age) for age in names if "age" in row.metric.dimensions],
            share=(row.total * 100 / first).quantize(Decimal(1)) if first else None,
        )
        for row in found
    ]
    return Funnel(list(names.values()), steps)


def occupancy(figures: Figures, names: Mapping[str, str] | None = None) -> list[Occupancy]:
    """Plots by estate, in the order of their names; empty before the figures were read.

    `names` by slug saves the query for them, where the caller knows them.
    """
    rows = {name: figures.compared(name) for name in (PLOTS, PREPARED, OFFERED, AWARDED)}
    if any(row is None for row in rows.values()):
        return []
    given: dict[str, Figure] = {name: row.figure for name, row in rows.items() if row is not None}
    plots: dict[str, Decimal] = {}
    for (estate, _state), count in given[PLOTS].by("estate", "state").items():
        plots[estate] = plots.get(estate, ZERO) + count
    if names is None:
        names = live_figures.names_of(given[PLOTS], "estate")
    found = [
        Occupancy(
            slug=estate,
            name=names.get(estate, estate),
            plots=Cell(count, figures.url(given[PLOTS].metric, {"estate": estate})),
            prepared=figures.cell(given[PREPARED], estate=estate),
            offered=figures.cell(given[OFFERED], estate=estate),
            awarded=figures.cell(given[AWARDED], estate=estate),
            free=figures.cell(given[PLOTS], estate=estate, state=FREE),
        )
        for estate, count in plots.items()
    ]
    return sorted(found, key=lambda row: row.name)


def unmet(figures: Figures) -> Unmet | None:
    """What people wanted and did not get; None before it was read."""
    row = figures.compared(UNMET)
    if row is None:
        return None
    sizes = _names_in_order(row.figure, "size")
    by_size = {line.code: line for line in _lines(figures, row.figure, "size")}
    return Unmet(
        compared=row,
        trades=_lines(figures, row.figure, "trade"),
        sizes=[by_size[code] for code in sizes if code in by_size],
        places=_lines(figures, row.figure, "county"),
    )


def _names_in_order(figure: Figure, dimension: str) -> dict[str, str]:
    """Names of bands in the order in which the app that offers the figure gives them: from the least to the most."""
    values = [code for (code,) in figure.by(dimension)]
    resolve = figure.metric.names.get(dimension)
    return dict(resolve(values)) if resolve is not None else {value: value for value in values}


def _lines(figures: Figures, figure: Figure, dimension: str) -> list[Line]:
    names = live_figures.names_of(figure, dimension)
    rows = [
        Line(code, names.get(code, code), Cell(value, figures.url(figure.metric, {dimension: code})))
        for (code,), value in figure.by(dimension).items()
    ]
    return sorted(rows, key=lambda line: (-line.cell.value, line.name))


def live_groups(figures: Figures) -> list[LiveGroup]:
    """Every figure apps offer beside the funnel, by app; what was never read is left out."""
    grouped: dict[str, list[Compared]] = {}
    for metric in live_figures.offered():
        row = figures.compared(metric.name)
        if row is not None and not metric.funnel:
            grouped.setdefault(metric.name.split(".")[0], []).append(row)
    return [LiveGroup(_label(name), rows) for name, rows in grouped.items()]


def _label(app: str) -> str:
    return str(apps.get_app_config(app).verbose_name) if app in apps.app_configs else _("other figures")
