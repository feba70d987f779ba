"""Values of the forecast. A month is one number, `12 × year + month − 1` of the Jalali calendar, so that months can be
counted; a share of the work is a Decimal from 0 to 100; money is whole rials.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

Month = int
Curve = Mapping[Month, Decimal]
"""Cumulative percent at the end of each month. Months without an entry keep the value of the one before."""

HUNDRED = Decimal(100)
ZERO = Decimal(0)
CENT = Decimal("0.01")


class Light(StrEnum):
    """Traffic light of a programme. UNKNOWN: nothing is planned or nothing was reported yet."""

    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"
    UNKNOWN = "UNKNOWN"


class TrendState(StrEnum):
    """What the trend says of the end. TOO_FEW: fewer than two readings, so no pace is known."""

    DONE = "DONE"
    EXPECTED = "EXPECTED"
    STANDING_STILL = "STANDING_STILL"
    TOO_FEW = "TOO_FEW"


@dataclass(frozen=True, slots=True)
class Part:
    """One activity as a curve needs it: its weight in the whole and its own curve."""

    weight: Decimal
    curve: Curve


@dataclass(frozen=True, slots=True)
class Rule:
    """When a light changes: at `amber` points behind the plan, and at `red` (both not positive, red ≤ amber)."""

    amber: Decimal = Decimal(-5)
    red: Decimal = Decimal(-15)

    def __post_init__(self) -> None:
        if not self.red <= self.amber <= ZERO:
            raise ValueError("the red threshold lies below the amber one, and both are not positive")


@dataclass(frozen=True, slots=True)
class EarnedValue:
    """Earned value at one moment, in rials; the indices are None where they would divide by nothing.

    `eac` is the cost to be expected at the end if money goes on working as it did (BAC ÷ CPI).
    """

    bac: int
    pv: int
    ev: int
    ac: int
    spi: Decimal | None
    cpi: Decimal | None
    eac: int | None

    @property
    def schedule_variance(self) -> int:
        """EV − PV: what was done beyond (or short of) the plan, in money."""
        return self.ev - self.pv

    @property
    def cost_variance(self) -> int:
        """EV − AC: what the work was worth less what it cost."""
        return self.ev - self.ac


@dataclass(frozen=True, slots=True)
class Trend:
    """The end by the pace of late: `expected`, and from `earliest` to `latest`; a bound that no pace reaches is None.

    `pace` is in points a month.
    """

    state: TrendState
    pace: Decimal | None = None
    expected: Month | None = None
    earliest: Month | None = None
    latest: Month | None = None


def rounded(value: Decimal) -> Decimal:
    """Two places, halves away from zero, as people round."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)
