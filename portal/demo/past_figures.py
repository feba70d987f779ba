"""Invented months of the live figures, so that the demo's dashboards have something to compare with.

Nobody measured them: they are worked back from today's figures, stored through the service that writes them only in the
demo, and every row says `is_illustrative`. Runs before whatever reads the figures of this month, which seals the past.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final

from accounts.models import User
from core.metrics import registry
from core.metrics import services as live_figures
from core.metrics.choices import MetricKind
from core.metrics.models import MetricMonth
from core.metrics.registry import Point
from core.persian.calendar import add_months_to_date, first_of_month, tehran_date
from estates.choices import PlotStatus
from estates.models import Estate
from portal.demo import past_land

MONTHS: Final = 18
"""Months before the running one: enough to compare with a month and with a year ago, and as long as the readings."""
OF_THE_NEXT_MONTH: Final = Decimal("0.95")
"""What a month had of the one after it."""
LAND: Final = "estates.plots"


def load(*, now: datetime, cast: Mapping[str, list[User]], say: Callable[[str], None]) -> None:
    """The past of every figure, marked as invented; sealed months stay as they are."""
    running = first_of_month(tehran_date(now))
    months = {back: add_months_to_date(running, -back) for back in range(1, MONTHS + 1)}
    sealed = set(MetricMonth.objects.filter(month__in=months.values()).values_list("month", flat=True))
    open_months = {back: month for back, month in months.items() if month not in sealed}
    count = sum(_store(row, open_months, now) for row in _histories(now)) if open_months else 0
    say(f"live figures: {count} sample values of {MONTHS} past months")


History = tuple[str, Callable[[int], Iterator[Point]]]
"""Name of a figure, and its points so many months ago."""


def _histories(now: datetime) -> Iterator[History]:
    yield from _land(now)
    for name, metric in sorted(registry.METRICS.items()):
        if name != LAND and name not in past_land.FIGURES and metric.kind is not MetricKind.AVERAGE:
            today = [point for point in metric.read(now) if len(point.dimensions) <= 2]
            yield name, partial(_smaller, today)


def _land(now: datetime) -> Iterator[History]:
    """Plots of estates whose plan is illustrative; of surveyed ones no past is invented."""
    shown = set(Estate.objects.filter(is_illustrative=True).values_list("slug", flat=True))
    today = past_land.counts_of(
        [point for point in registry.find(LAND).read(now) if point.dimensions["estate"] in shown]
    )

    yield LAND, lambda back: past_land.by_state(_then(today, back))
    for name, states in past_land.FIGURES.items():
        yield name, partial(_in_states, today, states)


def _then(today: Mapping[str, past_land.Counts], back: int) -> dict[str, past_land.Counts]:
    return {estate: past_land.months_ago(counts, back) for estate, counts in today.items()}


def _in_states(today: Mapping[str, past_land.Counts], states: tuple[PlotStatus, ...], back: int) -> Iterator[Point]:
    return past_land.by_estate(_then(today, back), states)


def _store(history: History, months: Mapping[int, date], now: datetime) -> int:
    name, points = history
    return sum(
        live_figures.store_illustrative(metric=name, month=month, points=list(points(back)), now=now)
        for back, month in months.items()
    )


def _smaller(points: list[Point], back: int) -> Iterator[Point]:
    """A little less in each month that lies further back."""
    share = OF_THE_NEXT_MONTH**back
    for point in points:
        value = (point.value * share).quantize(Decimal(1), ROUND_HALF_UP)
        if value or not point.dimensions:
            yield Point(value, point.dimensions)
