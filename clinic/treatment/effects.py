"""Before and after: what changed between two readings, and which outcome that shows. Pure: values in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from clinic.cases.choices import Outcome
from clinic.treatment.choices import Indicator
from clinic.units.bands import Thresholds
from clinic.units.choices import Band

WORKING: Final = frozenset({Band.SEMI_ACTIVE, Band.ACTIVE})


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on one day: capacity in percent, people, sales of a month and arrears in rials; None is unknown."""

    capacity: Decimal
    staff: int | None = None
    sales: int | None = None
    arrears: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after. `difference` None: unknown on one side; `is_better` None: unknown or unchanged."""

    indicator: Indicator
    before: Decimal | int | None
    after: Decimal | int | None
    difference: Decimal | int | None
    is_better: bool | None


def compare(before: Figures, after: Figures) -> list[Change]:
    """Every figure in its order; of arrears less is better, of the others more."""
    pairs = (
        (Indicator.CAPACITY, before.capacity, after.capacity),
        (Indicator.STAFF, before.staff, after.staff),
        (Indicator.SALES, before.sales, after.sales),
        (Indicator.ARREARS, before.arrears, after.arrears),
    )
    return [_change(name, first, last) for name, first, last in pairs]


def _change(name: Indicator, first: Decimal | int | None, last: Decimal | int | None) -> Change:
    if first is None or last is None:
        return Change(name, first, last, None, None)
    difference = last - first
    better = None if not difference else (difference < 0) is (name is Indicator.ARREARS)
    return Change(name, first, last, difference, better)


def shows(outcome: Outcome, before: Figures, after: Figures, limits: Thresholds) -> bool:
    """Whether the two readings bear the outcome out.

    REVIVED: the unit reached a higher band and works now. IMPROVED: at least one figure is better. The others are no
    statement about figures.
    """
    if outcome is Outcome.REVIVED:
        order = list(Band)
        first, last = limits.band_of(before.capacity), limits.band_of(after.capacity)
        return last in WORKING and order.index(last) > order.index(first)
    if outcome is Outcome.IMPROVED:
        return any(change.is_better for change in compare(before, after))
    return True


@dataclass(frozen=True, slots=True)
class Share:
    """A share of `part` in `whole`, and the interval it lies in with 95 % confidence (Wilson 1927); all 0 to 1."""

    part: int
    whole: int
    value: float
    low: float
    high: float


Z: Final = 1.959964
"""Quantile of the normal distribution for 95 %."""


def wilson(part: int, whole: int) -> Share:
    """The Wilson score interval of `part` out of `whole`. ValueError for no whole, or a part that is none of it."""
    if whole < 1 or not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole} is no share")
    share = part / whole
    spread = Z * Z / whole
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * (share * (1 - share) / whole + spread / (4 * whole)) ** 0.5
    return Share(part, whole, share, max(middle - half, 0.0), min(middle + half, 1.0))
