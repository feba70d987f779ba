"""Figures of indicators from approved readings; part of `programs.selectors.progress`, which pages ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from core.metrics import selectors as live_figures
from programs.aggregation import ZERO, Row, aggregate, kept, rounded
from programs.models import Indicator, ProgrammeEstate, Reading, ReadingPart

Percents = Mapping[date, Decimal]


@dataclass(frozen=True, slots=True)
class IndicatorFigure:
    """An indicator up to a month. `readings`: each month's own value; `cumulative`: the figure as of each of those months;
    `value` the newest of these; `parts`: dimension → place (county slug, gender, trade code) → figure. `live` is what the
    portal itself counts, for the programme's estates, as of `live_at`."""

    indicator: Indicator
    readings: Percents
    cumulative: Percents
    parts: Mapping[str, Mapping[str, Decimal]]
    live: Decimal | None
    live_at: datetime | None

    @property
    def value(self) -> Decimal | None:
        """The figure now; None without a reading."""
        return self.cumulative[max(self.cumulative)] if self.cumulative else None

    @property
    def reached(self) -> Decimal | None:
        """Percent of the way from the start value to the target; None without target, reading or way."""
        row, value = self.indicator, self.value
        start = row.start_value or ZERO
        if value is None or row.target_value is None or row.target_value == start:
            return None
        return rounded((value - start) * 100 / (row.target_value - start))


def indicator_values(programme_ids: Iterable[int], until_month: date) -> dict[int, list[IndicatorFigure]]:
    """Indicators of programmes with their readings up to `until_month`, parts and live figures. Five queries."""
    ids = list(programme_ids)
    indicators = list(Indicator.objects.filter(programme_id__in=ids).order_by("pk"))
    readings: dict[int, list[Reading]] = defaultdict(list)
    counting = Reading.objects.counting().filter(programme_id__in=ids, indicator__isnull=False, month__lte=until_month)
    for reading in counting.order_by("month"):
        readings[reading.indicator_id or 0].append(reading)
    parts: dict[int, list[ReadingPart]] = defaultdict(list)
    rows = ReadingPart.objects.filter(reading__in=[row.pk for given in readings.values() for row in given])
    for part in rows.select_related("county", "trade", "reading"):
        parts[part.reading.indicator_id or 0].append(part)
    live = live_figures.latest({row.metric for row in indicators if row.metric})
    estates: dict[int, list[str]] = defaultdict(list)
    for programme_id, slug in ProgrammeEstate.objects.filter(programme_id__in=ids).values_list(
        "programme_id", "estate__slug"
    ):
        estates[programme_id].append(slug)
    found: dict[int, list[IndicatorFigure]] = {pk: [] for pk in ids}
    for row in indicators:
        figure = live.get(row.metric)
        found[row.programme_id].append(
            _indicator(row, readings[row.pk], parts[row.pk], figure, estates[row.programme_id])
        )
    return found


def _indicator(
    row: Indicator,
    readings: Sequence[Reading],
    parts: Sequence[ReadingPart],
    figure: live_figures.Figure | None,
    estates: Sequence[str],
) -> IndicatorFigure:
    rows = [as_row(reading, reading.month) for reading in readings]
    single = {one.month: kept(aggregate(row.kind, [one])) for one in rows}
    so_far = {one.month: kept(aggregate(row.kind, rows[: place + 1])) for place, one in enumerate(rows)}
    places: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        dimension, code = place_of(part)
        places[dimension][code].append(as_row(part, part.reading.month))
    return IndicatorFigure(
        indicator=row,
        readings=single,
        cumulative=so_far,
        parts={
            dimension: {code: kept(aggregate(row.kind, given)) for code, given in sorted(of_code.items())}
            for dimension, of_code in places.items()
        },
        live=None if figure is None else live_of(figure, estates),
        live_at=None if figure is None else figure.taken_at,
    )


def live_of(figure: live_figures.Figure, estates: Sequence[str]) -> Decimal:
    """A live figure as it concerns a programme: in its estates when it has some and the figure knows estates."""
    if not estates or "estate" not in figure.metric.dimensions:
        return figure.total
    return figure.within("estate", estates)


def as_row(given: Reading | ReadingPart, month: date) -> Row:
    """A reading, or a part of one, for `aggregate`."""
    return Row(month, given.value, given.numerator, given.denominator)


def place_of(part: ReadingPart) -> tuple[str, str]:
    """Dimension and code of a part."""
    if part.county is not None:
        return "county", part.county.slug
    return ("trade", part.trade.code) if part.trade is not None else ("gender", part.gender)
