"""Live figures for pages: one query for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Max, OuterRef, Subquery

from core.metrics import registry
from core.metrics.models import MetricValue
from core.metrics.registry import Dimensions, Metric


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a figure."""

    dimensions: Dimensions
    value: Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of one month: `total` is the whole, `parts` are all its parts, `taken_at` says how old it is."""

    name: str
    month: date
    total: Decimal
    parts: tuple[Part, ...]
    taken_at: datetime
    is_illustrative: bool

    @property
    def metric(self) -> Metric:
        """What the figure is."""
        return registry.find(self.name)

    def by(self, *names: str) -> dict[tuple[str, ...], Decimal]:
        """The parts taken apart by exactly these dimensions: values in their order → value. {} when there are none."""
        wanted = set(names)
        return {
            tuple(part.dimensions[name] for name in names): part.value
            for part in self.parts
            if set(part.dimensions) == wanted
        }

    def of(self, **dimensions: str) -> Decimal:
        """The part with exactly these dimensions; 0 when nothing falls there."""
        return next((part.value for part in self.parts if dict(part.dimensions) == dimensions), Decimal(0))

    def within(self, name: str, values: Collection[str]) -> Decimal:
        """The whole as far as dimension `name` has one of `values`, for example in these estates. 0 when nothing falls there."""
        ways = {frozenset(part.dimensions) for part in self.parts if name in part.dimensions}
        chosen = min(ways, key=lambda way: (len(way), sorted(way)), default=frozenset())
        return sum(
            (
                part.value
                for part in self.parts
                if frozenset(part.dimensions) == chosen and part.dimensions.get(name) in values
            ),
            Decimal(0),
        )


def latest(names: Iterable[str], *, within: Dimensions | None = None) -> dict[str, Figure]:
    """The newest figures of these names, in one query; a figure that was never read is missing.

    `within` (for example `{"estate": "eshragh"}`) gives each figure as it is there: `total` is that part, and `parts` are
    what it is taken apart by further.
    """
    newest = (
        MetricValue.objects.filter(metric=OuterRef("metric"), key="").order_by("-month").values("month")[:1]
    )  # of each figure: its own newest month
    rows = MetricValue.objects.filter(metric__in=list(names), month=Subquery(newest))
    if within:
        rows = rows.filter(dimensions__contains=dict(within)) | rows.filter(key="")
    figures = _figures(rows, within)
    return {name: figure for (name, _month), figure in figures.items()}


def history(
    names: Iterable[str],
    months: Iterable[date],
    *,
    within: Dimensions | None = None,
    ways: Iterable[tuple[str, ...]] | None = None,
) -> dict[str, dict[date, Figure]]:
    """Figures of these months (first days), in one query: name → month → figure; months that were never read are missing.

    `ways`: read only the parts that are taken apart in one of these ways (tuples of dimensions), beside the whole.
    """
    names = list(names)
    rows = MetricValue.objects.filter(metric__in=names, month__in=list(months))
    if ways is not None:
        rows = rows.filter(key__regex=_keys(ways))
    if within:
        rows = rows.filter(dimensions__contains=dict(within)) | rows.filter(key="")
    found: dict[str, dict[date, Figure]] = {name: {} for name in names}
    for (name, month), figure in sorted(_figures(rows, within).items()):
        found[name][month] = figure
    return found


def _keys(ways: Iterable[tuple[str, ...]]) -> str:
    """Pattern of the keys of these ways, and of the whole. Names of dimensions are letters, so nothing needs escaping."""
    patterns = [";".join(f"{name}=[^;]+" for name in sorted(way)) for way in ways]
    return f"^({'|'.join(['', *patterns])})$"


def _figures(rows: Any, within: Dimensions | None) -> dict[tuple[str, date], Figure]:
    grouped: dict[tuple[str, date], list[Any]] = {}
    for row in rows.order_by("metric", "month", "key").values_list(
        "metric", "month", "key", "dimensions", "value", "taken_at", "is_illustrative"
    ):
        grouped.setdefault((row[0], row[1]), []).append(row)
    return {place: _figure(*place, group, within or {}) for place, group in grouped.items()}


def _figure(name: str, month: date, rows: list[Any], within: Dimensions) -> Figure:
    whole = rows[0]  # its key is "", which sorts first, and every refresh writes it
    parts = tuple(Part(row[3], row[4]) for row in rows if row[2])
    total = whole[4] if not within else _total_within(parts, within)
    if within:
        parts = tuple(
            Part({key: value for key, value in part.dimensions.items() if key not in within}, part.value)
            for part in parts
            if len(part.dimensions) > len(within)
        )
    return Figure(name, month, total, parts, whole[5], whole[6])


def _total_within(parts: tuple[Part, ...], within: Dimensions) -> Decimal:
    exact = [part.value for part in parts if dict(part.dimensions) == dict(within)]
    if exact:
        return exact[0]
    # Taken apart in one way only: the place is the sum of its parts. Of several ways the coarsest adds up.
    coarsest = min((len(part.dimensions) for part in parts), default=0)
    ways = {frozenset(part.dimensions) for part in parts if len(part.dimensions) == coarsest}
    chosen = min(ways, key=sorted, default=frozenset())
    return sum((part.value for part in parts if frozenset(part.dimensions) == chosen), Decimal(0))


def as_of(names: Iterable[str]) -> datetime | None:
    """When the oldest of these figures was read; None when one never was. One query."""
    wanted = set(names)
    rows = MetricValue.objects.filter(metric__in=wanted, key="").values_list("metric").annotate(at=Max("taken_at"))
    moments = dict(rows)
    return min(moments.values()) if moments.keys() == wanted and moments else None


def names_of(figure: Figure, dimension: str) -> Mapping[str, str]:
    """Names of the values one dimension has in `figure`, in the reader's language; a value without a name is its own."""
    values = sorted({part.dimensions[dimension] for part in figure.parts if dimension in part.dimensions})
    resolve = figure.metric.names.get(dimension)
    known = resolve(values) if resolve is not None and values else {}
    return {value: known.get(value, value) for value in values}


def address(metric: Metric, dimensions: Dimensions, user: Any) -> str:
    """The list that makes the figure, for this person: the one that is open to him, or ""."""
    if not metric.permission or (user is not None and user.has_perm(metric.permission)):
        return metric.url(dimensions)
    return metric.public_url(dimensions) if metric.public_url is not None else ""


def offered() -> Iterator[Metric]:
    """Every figure apps offer, by name."""
    yield from (registry.METRICS[name] for name in sorted(registry.METRICS))
