"""The page of one estate for those who answer for it: its plots now and by month, what it is asked for, what works for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from core.metrics import registry
from core.metrics import selectors as live_figures
from core.metrics.registry import Metric
from core.metrics.selectors import Figure
from core.persian.calendar import first_of_month, month_number, month_numbered
from estates import notices
from estates import selectors as land
from estates.choices import PlotStatus
from estates.models import Estate, Plot, UtilityService
from programs.dashboards.models import ProgrammeSnapshot
from programs.dashboards.selectors.live import AWARDED, FREE, OFFERED, PLOTS, PREPARED, UNMET, Cell, Line
from programs.dashboards.selectors.programmes import ProgrammeLine
from programs.demand.selectors import figures as demand

MONTHS_SHOWN: Final = 13
"""The running month and a year before it."""
STEPS: Final = ("allocations.received", "allocations.eligible", "allocations.scored", "allocations.awarded")
WISHES: Final = "demand.wishes"
WAYS: Final = (("estate",), ("estate", "state"), ("trade", "estate"), ("size", "estate"))


@dataclass(frozen=True, slots=True)
class PlotRow:
    """A plot with its state, and how many applications named it (None: nobody counts them)."""

    plot: Plot
    status: PlotStatus
    wanted: int | None


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many plots are in a state now."""

    status: PlotStatus
    cell: Cell


@dataclass(frozen=True, slots=True)
class PlotMonth:
    """Plots at the end of a month, in parts that add up to the whole."""

    month: date
    plots: Decimal
    awarded: Decimal
    offered: Decimal
    free: Decimal

    @property
    def other(self) -> Decimal:
        """Not prepared yet, or taken back."""
        return max(self.plots - self.awarded - self.offered - self.free, Decimal(0))


@dataclass(frozen=True, slots=True)
class Ask:
    """A step of the applications to calls of this place."""

    metric: Metric
    cell: Cell


@dataclass(frozen=True, slots=True)
class EstatePage:
    """Everything the page of an estate shows."""

    estate: Estate
    read_at: datetime | None
    is_illustrative: bool
    plots: Sequence[PlotRow]
    states: Sequence[StateCount]
    months: Sequence[PlotMonth]
    asked: Sequence[Ask]
    unmet: Cell | None
    trades: Sequence[Line]
    sizes: Sequence[Line]
    register: Sequence[demand.PlaceLine]
    register_url: str
    utilities: Sequence[UtilityService]
    facts: Sequence[land.Fact]
    calls: Sequence[notices.Notice]
    programmes: Sequence[ProgrammeLine]

    @property
    def has_plan(self) -> bool:
        """Whether any plot is drawn."""
        return any(row.plot.geometry for row in self.plots)


def estate_page(slug: str, today: date, now: datetime, user: Any) -> EstatePage:
    """One estate everybody may see (live figures count no other). Raises NotFound. A fixed number of queries."""
    estate, rows = _plots(slug)
    figures = _Figures(slug, today, user)
    trades = figures.lines(UNMET, "trade")
    return EstatePage(
        estate=estate,
        read_at=figures.read_at,
        is_illustrative=figures.is_illustrative,
        plots=rows,
        states=_states(rows, figures),
        months=figures.plot_months(),
        asked=[Ask(figure.metric, figures.whole(figure)) for name in STEPS if (figure := figures.newest(name))],
        unmet=figures.whole(unmet) if (unmet := figures.newest(UNMET)) else None,
        trades=trades,
        sizes=figures.lines(UNMET, "size"),
        register=demand.place(
            estate,
            free=[row.plot for row in rows if row.status is PlotStatus.AVAILABLE],
            unmet={line.code: int(line.cell.value) for line in trades},
            now=now,
        ),
        register_url=live_figures.address(registry.find(WISHES), {}, user),
        utilities=list(estate.utilities.order_by("kind")),
        facts=land.estate_facts(estate),
        calls=notices.notices_of([estate.pk], now).get(estate.pk, []),
        programmes=_programmes(estate),
    )


class _Figures:
    """Live figures of one estate over a year, read in one query."""

    def __init__(self, slug: str, today: date, user: Any) -> None:
        self.slug, self.user = slug, user
        running = month_number(first_of_month(today))
        self.months = [month_numbered(running - back) for back in reversed(range(MONTHS_SHOWN))]
        names = (PLOTS, PREPARED, OFFERED, AWARDED, UNMET, *STEPS)
        self._found: Mapping[str, Mapping[date, Figure]] = live_figures.history(
            names, self.months, within={"estate": slug}, ways=WAYS
        )

    def newest(self, name: str) -> Figure | None:
        """The state of this month, or of the last while this one was not read yet."""
        found = self._found[name]
        return next((found[month] for month in reversed(self.months[-2:]) if month in found), None)

    @property
    def read_at(self) -> datetime | None:
        """When the oldest of the newest figures was read."""
        return min((row.taken_at for name in self._found if (row := self.newest(name))), default=None)

    @property
    def is_illustrative(self) -> bool:
        """Whether some months were invented for the demonstration."""
        return any(figure.is_illustrative for found in self._found.values() for figure in found.values())

    def whole(self, figure: Figure) -> Cell:
        """A figure of this place with its list."""
        return Cell(figure.total, live_figures.address(figure.metric, {"estate": self.slug}, self.user))

    def lines(self, name: str, dimension: str) -> list[Line]:
        """A figure of this place taken apart further, the largest first."""
        figure = self.newest(name)
        if figure is None:
            return []
        names = live_figures.names_of(figure, dimension)
        parts = {code: value for (code,), value in figure.by(dimension).items()}
        rows = [
            Line(code, names.get(code, code), Cell(value, self._address(figure, dimension, code)))
            for code, value in parts.items()
        ]
        return sorted(rows, key=lambda line: (-line.cell.value, line.name))

    def _address(self, figure: Figure, dimension: str, code: str) -> str:
        return live_figures.address(figure.metric, {"estate": self.slug, dimension: code}, self.user)

    def plot_months(self) -> list[PlotMonth]:
        """Plots month by month; months nobody counted are left out."""
        every = [self._found[name] for name in (PLOTS, AWARDED, OFFERED)]
        return [
            PlotMonth(
                month=month,
                plots=every[0][month].total,
                awarded=every[1][month].total,
                offered=every[2][month].total,
                free=every[0][month].of(state=FREE),
            )
            for month in self.months
            if all(month in found for found in every)
        ]


def _plots(slug: str) -> tuple[Estate, list[PlotRow]]:
    """The estate with its plots, in one query where it has any; the drawing of the whole is not needed here."""
    plots = Plot.objects.public().filter(estate__slug=slug).with_status().select_related("block", "estate__county")
    found = list(plots.defer("estate__geometry").order_by("sort_key", "pk"))
    estate = found[0].estate if found else land.public_estate(slug)
    wanted = notices.wishes_of(estate.pk)
    rows = [
        PlotRow(plot, PlotStatus(plot.status), None if wanted is None else wanted.get(plot.pk, 0))  # type: ignore[attr-defined]
        for plot in found
    ]
    return estate, rows


def _states(rows: Sequence[PlotRow], figures: _Figures) -> list[StateCount]:
    """Plots by state, counted from the rows the page lists, each with the finder's list."""
    metric = registry.find(PLOTS)
    counts = {status: sum(1 for row in rows if row.status is status) for status in PlotStatus}
    return [
        StateCount(
            status,
            Cell(Decimal(count), live_figures.address(metric, {"estate": figures.slug, "state": status}, figures.user)),
        )
        for status, count in counts.items()
        if count
    ]


def _programmes(estate: Estate) -> list[ProgrammeLine]:
    """Programmes that are about this place, with their newest state. One query."""
    newest = ProgrammeSnapshot.objects.filter(programme__estate_links__estate=estate).select_related("programme")
    rows = newest.order_by("programme_id", "-month").distinct("programme_id")
    return sorted(
        (ProgrammeLine(row.programme, row, None, None) for row in rows),
        key=lambda line: (-line.programme.year, line.programme.position, line.programme.pk),
    )
