"""Which figures there are. Apps register in their `metrics.py`, which is read when the apps are loaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Final

from core.errors import Text
from core.metrics.choices import MetricKind

DIMENSIONS: Final = frozenset({"estate", "county", "trade", "gender", "state", "age", "size"})
"""What a figure may be taken apart by. Estates, counties and trades are named by their slug or code."""

UNKNOWN: Final = "unknown"
"""Value of a dimension when the row does not say."""

_NAME = re.compile(r"[a-z]+(\.[a-z_]+)+")
_VALUE = re.compile(r"[A-Za-z0-9_+-]{1,60}")

Dimensions = Mapping[str, str]
Names = Callable[[Collection[str]], Mapping[str, str]]
"""Values of one dimension → their names in the reader's language, in at most one query."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a figure. Without dimensions it is the whole."""

    value: Decimal
    dimensions: Dimensions = field(default_factory=dict)


Read = Callable[[datetime], Iterable[Point]]


@dataclass(frozen=True, slots=True)
class Metric:
    """A live figure: `name` is `<app>.<figure>`.

    `read(now)` gives its points in a fixed number of queries. Where all points have the same dimensions the whole is their
    sum; a figure that is taken apart in several ways (by state, by state and trade …) gives the whole as a point without
    dimensions. `url(dimensions)` is the list that makes the figure, open to people with `permission` ("" for everybody);
    others are led to `public_url(dimensions)`. `names`: how values of a dimension are called. `funnel`: the place of the figure
    in the row of steps from application to workshop (10, 20 …), 0 for figures that are no step.
    """

    name: str
    label: Text
    unit: Text
    kind: MetricKind
    dimensions: tuple[str, ...]
    read: Read
    url: Callable[[Dimensions], str]
    permission: str = ""
    public_url: Callable[[Dimensions], str] | None = None
    names: Mapping[str, Names] = field(default_factory=dict)
    note: Text = ""
    funnel: int = 0


METRICS: dict[str, Metric] = {}


def register(metric: Metric) -> Metric:
    """Make a figure known. ValueError for a name that is taken or malformed, and for an unknown dimension."""
    if metric.name in METRICS:
        raise ValueError(f"the metric {metric.name} is registered twice")
    if not _NAME.fullmatch(metric.name):
        raise ValueError(f"{metric.name!r} is no name of a metric")
    if not set(metric.names) <= set(metric.dimensions) <= DIMENSIONS:
        raise ValueError(f"{metric.name} has, or names, a dimension nobody knows")
    METRICS[metric.name] = metric
    return metric


def find(name: str) -> Metric:
    """The figure of this name; LookupError when no app offers it."""
    try:
        return METRICS[name]
    except KeyError:
        raise LookupError(f"no app offers the metric {name}") from None


def key_of(dimensions: Dimensions) -> str:
    """Canonical text of dimensions, `county=abhar;state=OPEN`; "" for the whole. ValueError for a value that is no code."""
    for name, value in dimensions.items():
        if name not in DIMENSIONS or not _VALUE.fullmatch(value):
            raise ValueError(f"{name}={value!r} cannot be a dimension")
    return ";".join(f"{name}={dimensions[name]}" for name in sorted(dimensions))


def with_whole(metric: Metric, points: Iterable[Point]) -> dict[str, Point]:
    """Points by key, the whole among them under "". ValueError for a key that comes twice, a foreign dimension, or a whole
    that nobody can know."""
    found: dict[str, Point] = {}
    for point in points:
        key = key_of(point.dimensions)
        if key in found or not set(point.dimensions) <= set(metric.dimensions):
            raise ValueError(f"{metric.name} gave {key or 'the whole'} twice, or by a dimension it did not name")
        found[key] = point
    if "" not in found:
        if len({frozenset(point.dimensions) for point in found.values()}) > 1 or metric.kind is MetricKind.AVERAGE:
            raise ValueError(f"{metric.name} must say what the whole is")
        found[""] = Point(sum((point.value for point in found.values()), Decimal(0)))
    return found
