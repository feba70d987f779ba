"""Live figures about units: how many are on the register, by band, county and trade; nothing of groups under five."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.db.models import Case, F, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clinic.privacy import hide_few
from clinic.units.bands import Thresholds
from clinic.units.choices import Band
from clinic.units.models import IndustrialUnit
from clinic.units.permissions import READ_SUMS
from clinic.units.querysets import CAPACITY
from clinic.units.selectors.rules import thresholds
from core.metrics.choices import MetricKind
from core.metrics.cube import cube
from core.metrics.registry import UNKNOWN, Dimensions, Metric, Point, register
from estates.models import County, Trade

WAYS: Final = [(), ("state",), ("county",), ("trade",), ("county", "state"), ("trade", "state")]


def _by_band(now: datetime) -> Iterable[Point]:
    limits = thresholds()
    rows = IndustrialUnit.objects.listed()
    dimensions: dict[str, Any] = {"state": _band(limits), "county": F("county__slug"), "trade": F("trade__code")}
    return shown(cube(rows, dimensions, WAYS))


def shown(points: Iterable[Point]) -> list[Point]:
    """The points that tell of no single unit: parts of each group are hidden by `hide_few`, a hidden group with all its
    parts."""
    groups: dict[tuple[str, str], dict[str, Point]] = defaultdict(dict)
    whole = []
    for point in points:
        given = dict(point.dimensions)
        if not given:
            whole.append(point)
        elif len(given) == 1:
            [(name, value)] = given.items()
            groups[name, ""][value] = point
        else:
            outer = "county" if "county" in given else "trade"
            groups[outer, given[outer]][given["state"]] = point
    kept = {key: {name: parts[name] for name in hide_few(_counts(parts))} for key, parts in groups.items()}
    inner = [key for key in kept if key[1] and key[1] not in kept.get((key[0], ""), {})]
    for key in inner:
        del kept[key]
    return [*whole, *(point for parts in kept.values() for point in parts.values())]


def _counts(parts: Mapping[str, Point]) -> dict[str, int]:
    return {name: int(point.value) for name, point in parts.items()}


def _band(limits: Thresholds) -> Case:
    """Code of the band of the newest reading; "unknown" for a unit that was never measured."""
    ends = [(band, limits.between(band)[1]) for band in Band]
    return Case(
        When(latest_reading__isnull=True, then=Value(UNKNOWN)),
        *(When(**{f"{CAPACITY}__lte": Decimal(end)}, then=Value(band.value)) for band, end in ends if end is not None),
        default=Value(Band.ACTIVE.value),
    )


def _dashboard(dimensions: Dimensions) -> str:
    """The sums, for all who may read them; single units are on the register, for those who work with them."""
    return f"{reverse('clinic_dashboard:overview')}#units"


def _bands(values: Collection[str]) -> Mapping[str, str]:
    known = {band.value: str(band.label) for band in Band} | {UNKNOWN: _now("never measured")}
    return {value: known[value] for value in values if value in known}


def _names(model: Any, key: str) -> Any:
    def names(values: Collection[str]) -> Mapping[str, str]:
        return {getattr(row, key): row.display_name for row in model.objects.filter(**{f"{key}__in": values})}

    return names


register(
    Metric(
        name="units.by_band",
        label=_("industrial units on the register"),
        unit=pgettext_lazy("unit of a number", "units"),
        kind=MetricKind.LAST,
        dimensions=("state", "county", "trade"),
        read=_by_band,
        url=_dashboard,
        permission=READ_SUMS,
        names={"state": _bands, "county": _names(County, "slug"), "trade": _names(Trade, "code")},
        note=_("By the newest reading of each unit. Groups of fewer than five units are not shown."),
    )
)
