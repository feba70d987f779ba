"""Invented past of plots: how the plots of an estate may have stood so many months ago, worked back from today.

The plan of an estate stays as it is; the further back, the fewer of its plots were awarded and prepared. The figures of
land are all made from one count by state, so that in every month their parts add up to the plots of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from core.metrics.registry import Point
from estates.choices import PlotStatus
from estates.metrics import AWARDED, OFFERED, PREPARED

AWARDED_EACH_MONTH: Final = Decimal("0.03")
PREPARED_EACH_MONTH: Final = Decimal("0.015")
"""Parts of today's plots that came to be awarded, and prepared, in each month up to now."""
CALL_RUNS: Final = 2
"""Months since when today's calls have been open: before, their plots were free."""
FIGURES: Final[Mapping[str, tuple[PlotStatus, ...]]] = {
    "estates.plots_prepared": PREPARED, "estates.plots_offered": OFFERED, "estates.plots_awarded": AWARDED,
}  # fmt: skip
"""The figures that count the plots in some of the states."""

Counts = dict[PlotStatus, int]


def counts_of(points: list[Point]) -> dict[str, Counts]:
    """Estate → state → plots, from the points of the figure `estates.plots`."""
    found: dict[str, Counts] = {}
    for point in points:
        if set(point.dimensions) == {"estate", "state"}:
            found.setdefault(point.dimensions["estate"], {})[PlotStatus(point.dimensions["state"])] = int(point.value)
    return found


def months_ago(today: Mapping[PlotStatus, int], back: int) -> Counts:
    """The same plots by state so many months ago; their number does not change."""
    counts: Counts = dict(today)
    if back >= CALL_RUNS:
        _move(counts, OFFERED, PlotStatus.AVAILABLE, sum(counts.get(status, 0) for status in OFFERED))
    for states, part, to in (
        (AWARDED, AWARDED_EACH_MONTH, PlotStatus.AVAILABLE),
        (PREPARED, PREPARED_EACH_MONTH, PlotStatus.NOT_SERVICED),
    ):
        number = sum(today.get(status, 0) for status in states) * part * back
        moved = states if to is PlotStatus.AVAILABLE else (PlotStatus.AVAILABLE,)
        _move(counts, moved, to, int(number.quantize(Decimal(1), ROUND_HALF_UP)))
    return {status: count for status, count in counts.items() if count}


def _move(counts: Counts, states: tuple[PlotStatus, ...], to: PlotStatus, number: int) -> None:
    """Put so many plots of these states, the first states first, into another state."""
    for status in states:
        taken = min(number, counts.get(status, 0))
        counts[status] = counts.get(status, 0) - taken
        counts[to] = counts.get(to, 0) + taken
        number -= taken


def by_state(counts: Mapping[str, Counts]) -> Iterator[Point]:
    """The figure `estates.plots` of these plots."""
    for estate, states in counts.items():
        for status, count in states.items():
            yield Point(Decimal(count), {"estate": estate, "state": status.value})


def by_estate(counts: Mapping[str, Counts], states: tuple[PlotStatus, ...]) -> Iterator[Point]:
    """A figure that counts the plots in these states."""
    for estate, known in counts.items():
        yield Point(Decimal(sum(known.get(status, 0) for status in states)), {"estate": estate})
