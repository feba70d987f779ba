"""Live figures for one person: this month's beside those of a month and a year ago, with the lists behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.utils.functional import cached_property

from core.metrics import registry
from core.metrics import selectors as live_figures
from core.metrics.registry import Dimensions, Metric
from core.metrics.selectors import Figure
from core.persian.calendar import first_of_month, month_number, month_numbered

PLOTS, PREPARED, OFFERED, AWARDED = (
    "estates.plots", "estates.plots_prepared", "estates.plots_offered", "estates.plots_awarded",
)  # fmt: skip
UNMET: Final = "allocations.unmet"
FREE: Final = "AVAILABLE"
WAYS: Final = (("age",), ("estate",), ("estate", "state"), ("trade",), ("size",), ("county",))
"""How pages take figures apart."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A live figure with its link, and what it was a month and a year ago (None: not known)."""

    figure: Figure
    url: str
    month_ago: Decimal | None
    year_ago: Decimal | None

    @property
    def metric(self) -> Metric:
        """What it is."""
        return self.figure.metric

    @property
    def total(self) -> Decimal:
        """The whole."""
        return self.figure.total

    @property
    def change(self) -> Decimal | None:
        """More than a month ago."""
        return None if self.month_ago is None else self.total - self.month_ago

    @property
    def change_of_year(self) -> Decimal | None:
        """More than a year ago."""
        return None if self.year_ago is None else self.total - self.year_ago


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with the list that makes it ("" when this person has none)."""

    value: Decimal
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list by trade, size or place."""

    code: str
    name: str
    cell: Cell


class Figures:
    """Every live figure of this month with those of a month and a year ago, read in one query, for one person."""

    def __init__(self, today: date, user: Any) -> None:
        self.user = user
        self.month = first_of_month(today)
        number = month_number(self.month)
        self._months = [month_numbered(number - back) for back in (0, 1, 2, 12, 13)]
        self._found = live_figures.history(registry.METRICS, self._months, ways=WAYS)

    def compared(self, name: str) -> Compared | None:
        """The newest state of a figure (of this month, or of the last while this one was not read yet); None without one."""
        found = self._found.get(name, {})
        place = next((place for place in (0, 1) if self._months[place] in found), None)
        if place is None:
            return None
        before, year = found.get(self._months[place + 1]), found.get(self._months[place + 3])
        figure = found[self._months[place]]
        return Compared(
            figure=figure,
            url=self.url(figure.metric, {}),
            month_ago=None if before is None else before.total,
            year_ago=None if year is None else year.total,
        )

    def url(self, metric: Metric, dimensions: Dimensions) -> str:
        """The list behind a figure that this person may open."""
        return live_figures.address(metric, dimensions, self.user)

    def cell(self, figure: Figure, **dimensions: str) -> Cell:
        """One part of a figure."""
        return Cell(figure.of(**dimensions), self.url(figure.metric, dimensions))

    @cached_property
    def read_at(self) -> datetime | None:
        """When the oldest of the figures on the page was read."""
        moments = [row.figure.taken_at for name in registry.METRICS if (row := self.compared(name)) is not None]
        return min(moments, default=None)

    @cached_property
    def is_illustrative(self) -> bool:
        """Whether some of what is compared with was invented for the demo."""
        return any(figure.is_illustrative for months in self._found.values() for figure in months.values())
