"""The live figure of the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from itertools import combinations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.metrics.choices import MetricKind
from core.metrics.registry import Dimensions, Metric, Point, register
from core.persian.calendar import tehran_date
from estates.selectors import county_names, trade_names
from programs.demand.choices import SizeBand, band_of
from programs.demand.models import Wish
from programs.demand.permissions import READ

NAMES = ("trade", "size", "county")


def _wishes(now: datetime) -> Iterable[Point]:
    """Wishes in the register by trade, size and county, in every combination. One query."""
    rows = Wish.objects.live_on(tehran_date(now)).order_by().values_list("trade__code", "area_from", "county__slug")
    counted: Counter[tuple[tuple[str, str], ...]] = Counter()
    for trade, area, county in rows:
        pairs = tuple(zip(NAMES, (trade, band_of(area).value, county), strict=True))
        for number in range(len(pairs) + 1):
            counted.update(combinations(pairs, number))
    for key, value in counted.items():
        yield Point(Decimal(value), dict(key))


def _sizes(values: Collection[str]) -> Mapping[str, str]:
    return {value: str(label) for value, label in SizeBand.choices}


def _url(dimensions: Dimensions) -> str:
    return reverse("demand:table")


def _public(dimensions: Dimensions) -> str:
    return reverse("demand:list")


register(
    Metric(
        name="demand.wishes",
        label=_("wishes in the demand register"),
        unit=_("wishes"),
        kind=MetricKind.LAST,
        dimensions=NAMES,
        read=_wishes,
        url=_url,
        permission=READ,
        public_url=_public,
        names={"trade": trade_names, "size": _sizes, "county": county_names},
    )
)
