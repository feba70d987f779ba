"""How readings become one figure: the only place of the portal where they are put together.

Pure: values in, values out. A cumulative series (progress, money) is never added up over time; what is put together over
places is put together place by place. Percent of a whole come from those of its parts by weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, TypeVar

from programs.choices import IndicatorKind

ZERO: Final = Decimal(0)
CENT: Final = Decimal("0.01")

Number = TypeVar("Number", Decimal, int)


class DoubleReading(ValueError):
    """Two readings of one place and month were to be put together: one of them would count twice."""


@dataclass(frozen=True, slots=True)
class Row:
    """One reading of an indicator: `month` is its first day, `place` names whose reading it is when there are several.

    RATIO has `numerator` and `denominator`, every other kind `value`.
    """

    month: date
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    place: str = ""


def aggregate(kind: str, rows: Iterable[Row]) -> Decimal | None:
    """One figure from readings of any months and places; None when there is nothing to go by.

    SUM: everything added. LAST: the last reading of each place, added over places. AVERAGE: the plain mean of the readings.
    RATIO: sum of the numerators over sum of the denominators, None over a denominator of nought. Unrounded.
    Raises DoubleReading.
    """
    given = list(rows)
    if len({(row.place, row.month) for row in given}) != len(given):
        raise DoubleReading("two readings of one place and month")
    if not given:
        return None
    if kind == IndicatorKind.RATIO:
        below = sum((row.denominator or ZERO for row in given), ZERO)
        return sum((row.numerator or ZERO for row in given), ZERO) / below if below else None
    if kind == IndicatorKind.LAST:
        newest = {row.place: row for row in sorted(given, key=lambda row: row.month)}
        return sum((row.value or ZERO for row in newest.values()), ZERO)
    total = sum((row.value or ZERO for row in given), ZERO)
    if kind == IndicatorKind.SUM:
        return total
    if kind == IndicatorKind.AVERAGE:
        return total / len(given)
    raise ValueError(f"{kind} is no kind of indicator")


def weighted(parts: Iterable[tuple[Decimal, Decimal | None]]) -> Decimal | None:
    """Percent of a whole from (weight, percent) of its parts: Σ(w·p) / Σw, unrounded. A part without a reading stands at 0.

    None when nothing weighs anything.
    """
    given = [(weight, percent or ZERO) for weight, percent in parts]
    weights = sum((weight for weight, _percent in given), ZERO)
    if not weights:
        return None
    return sum((weight * percent for weight, percent in given), ZERO) / weights


def carried(readings: Mapping[date, Number], months: Sequence[date]) -> dict[date, Number]:
    """A cumulative series month by month: each month has the last reading up to it; months before the first have none.

    `months` are first days in order of time; readings between two of them count for the later one.
    """
    given = sorted(readings.items())
    found: dict[date, Number] = {}
    place = 0
    for month in months:
        while place < len(given) and given[place][0] <= month:
            place += 1
        if place:
            found[month] = given[place - 1][1]
    return found


def rounded(value: Decimal | None, places: Decimal = CENT) -> Decimal | None:
    """A figure as it is shown and compared: half a cent goes up. None stays None."""
    return None if value is None else value.quantize(places, ROUND_HALF_UP)


def kept(value: Decimal | None, places: Decimal = Decimal("0.0001")) -> Decimal:
    """As `rounded`, nothing counting as 0."""
    return ZERO if value is None else value.quantize(places, ROUND_HALF_UP)
