"""Live figures about land: plots of public estates by what holds them.

Only estates everybody may see are counted, so that the plot finder lists exactly what a figure counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.metrics.choices import MetricKind
from core.metrics.registry import Dimensions, Metric, Point, register
from estates import selectors
from estates.choices import AWARDED, OFFERED, PlotStatus
from estates.models import Plot

PREPARED: Final = tuple(status for status in PlotStatus if status not in (PlotStatus.PLANNED, PlotStatus.NOT_SERVICED))
"""Land that can be handed over: serviced, whoever holds it."""


def _counts(statuses: Collection[str]) -> Iterator[tuple[str, str, int]]:
    """Estate, state and number of its plots. One query whatever their number."""
    plots = Plot.objects.public().with_status().order_by()
    rows = plots.values_list("estate__slug", "status").annotate(count=Count("pk"))  # type: ignore[misc]
    yield from ((estate, status, count) for estate, status, count in rows if status in statuses)


def _by_estate_and_state(now: datetime) -> Iterator[Point]:
    for estate, status, count in _counts(set(PlotStatus.values)):
        yield Point(Decimal(count), {"estate": estate, "state": status})


def _by_estate(statuses: Collection[str]) -> Callable[[datetime], Iterable[Point]]:
    def read(now: datetime) -> Iterable[Point]:
        found: dict[str, int] = {}
        for estate, _status, count in _counts(statuses):
            found[estate] = found.get(estate, 0) + count
        return [Point(Decimal(count), {"estate": estate}) for estate, count in found.items()]

    return read


def _finder(statuses: Collection[str]) -> Callable[[Dimensions], str]:
    def address(dimensions: Dimensions) -> str:
        wanted = [dimensions["state"]] if "state" in dimensions else [str(status) for status in statuses]
        query = [("status", status) for status in wanted]
        if "estate" in dimensions:
            query.append(("estate", dimensions["estate"]))
        return f"{reverse('plots:list')}?{urlencode(query)}"

    return address


def _state_names(values: Collection[str]) -> Mapping[str, str]:
    return {value: str(PlotStatus(value).label) for value in values}


PLOTS = register(
    Metric(
        name="estates.plots",
        label=_("plots by state"),
        unit=pgettext_lazy("unit of a number", "plots"),
        kind=MetricKind.LAST,
        dimensions=("estate", "state"),
        read=_by_estate_and_state,
        url=_finder(PlotStatus.values),
        names={"estate": selectors.estate_names, "state": _state_names},
    )
)

for _name, _label, _statuses in (
    ("estates.plots_prepared", _("plots prepared"), PREPARED),
    ("estates.plots_offered", _("plots on offer"), OFFERED),
    ("estates.plots_awarded", _("plots handed over by contract"), AWARDED),
):
    register(
        Metric(
            name=_name,
            label=_label,
            unit=pgettext_lazy("unit of a number", "plots"),
            kind=MetricKind.LAST,
            dimensions=("estate",),
            read=_by_estate(_statuses),
            url=_finder(_statuses),
            names={"estate": selectors.estate_names},
        )
    )
