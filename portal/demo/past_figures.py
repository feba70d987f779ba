"""Invented months of the live figures, so that the demo's dashboard has something to compare with.

Runs before the readings, which bring their own past of some figures and seal the months that are over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from accounts.models import User
from core.metrics import registry
from core.metrics import services as live_figures
from core.metrics.choices import MetricKind
from core.metrics.models import MetricMonth
from core.metrics.registry import Point
from core.persian.calendar import first_of_month, tehran_date
from portal.demo.readings import HISTORY
from programs.months import month_numbered, number_of

MONTHS: Final = 13
"""Months before the running one: enough to compare with a month and with a year ago."""
LESS_EACH_MONTH: Final = Decimal("0.05")


def load(*, now: datetime, cast: Mapping[str, list[User]], say: Callable[[str], None]) -> None:
    """A little less in each month that lies further back, marked as invented; sealed months stay as they are."""
    number, count = number_of(first_of_month(tehran_date(now))), 0
    months = [month_numbered(number - back) for back in range(1, MONTHS + 1)]
    sealed = set(MetricMonth.objects.filter(month__in=months).values_list("month", flat=True))
    for name, metric in sorted(registry.METRICS.items()):
        if name in HISTORY or metric.kind is MetricKind.AVERAGE or len(sealed) == len(months):
            continue
        today = [point for point in metric.read(now) if len(point.dimensions) <= 2]
        for back, month in enumerate(months, start=1):
            if month not in sealed:
                points = list(_smaller(today, 1 - LESS_EACH_MONTH * back))
                count += live_figures.store_illustrative(metric=name, month=month, points=points, now=now)
    say(f"live figures: {count} sample values of {MONTHS} past months")


def _smaller(points: list[Point], share: Decimal) -> Iterator[Point]:
    for point in points:
        value = (point.value * share).quantize(Decimal(1), ROUND_HALF_UP)
        if value or not point.dimensions:
            yield Point(value, point.dimensions)
