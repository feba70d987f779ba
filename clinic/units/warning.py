"""Signs that a unit may stop, as plain rules whose points add up. Pure: values in, values out.

Each rule measures one thing. From its threshold on it gives its weight in points; twice as far beyond it gives twice as
many, and no more. So every point of a score can be told in one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from clinic.units.choices import WarningCode

YEAR: Final = timedelta(days=365)
SLACK: Final = timedelta(days=75)
"""How far from a year ago a reading may lie that stands for it."""
MONTH_DAYS: Final = 30
FEWEST_NEIGHBOURS: Final = 5
"""Neighbours a trend needs: of two units one that stops is no trend."""
MOST_STRENGTH: Final = 2


@dataclass(frozen=True, slots=True)
class Rule:
    """One sign: from `threshold` on it gives `weight` points. Its unit is the rule's own (percent, points, months)."""

    code: str
    weight: int
    threshold: int


DEFAULTS: Final = (
    Rule(WarningCode.FALLING_CAPACITY, 30, 15),
    Rule(WarningCode.POWER_DOWN, 20, 30),
    Rule(WarningCode.INSURED_DOWN, 15, 20),
    Rule(WarningCode.ARREARS_UP, 15, 25),
    Rule(WarningCode.NEIGHBOURS_STOPPING, 10, 20),
    Rule(WarningCode.NO_READING, 10, 6),
)
"""Rules nobody has tuned. Thresholds: points of capacity; percent of power, of the insurance list, of arrears, of neighbours;
months without a reading. The weights are the clinic's own: no source fixes them (domain notes §3.1)."""


@dataclass(frozen=True, slots=True)
class Past:
    """What was measured on one day; None where nothing is known. Capacity in percent, arrears in rials, all kinds together."""

    measured_on: date
    capacity: Decimal
    power_kwh: int | None = None
    insured: int | None = None
    arrears: int | None = None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """How many other units of the same place or trade worked a year ago, and how many of these have stopped since."""

    worked: int = 0
    stopped: int = 0

    @property
    def share(self) -> Fraction:
        """Percent that stopped; nought where the neighbours are too few to be a trend."""
        return Fraction(100 * self.stopped, self.worked) if self.worked >= FEWEST_NEIGHBOURS else Fraction(0)


@dataclass(frozen=True, slots=True)
class History:
    """A unit's readings, the newest first, since when it is on the register, and its neighbours of estate and trade."""

    readings: tuple[Past, ...]
    since: date
    estate: Neighbourhood = Neighbourhood()
    trade: Neighbourhood = Neighbourhood()


@dataclass(frozen=True, slots=True)
class Reason:
    """One sign that was found: its points, and the numbers of its sentence (whole ones, by name)."""

    code: str
    points: Decimal
    params: dict[str, int]


@dataclass(frozen=True, slots=True)
class Warned:
    """All signs of a unit, the heaviest first. No signs: no warning."""

    score: Decimal
    reasons: tuple[Reason, ...]


Found = tuple[Fraction, dict[str, int]] | None
"""How much was measured, in the unit of the rule's threshold, and the numbers of the sentence."""


def examine(history: History, rules: Sequence[Rule], *, today: date) -> Warned:
    """The signs of one unit by these rules on the day `today`."""
    reasons = []
    for rule in rules:
        found = _MEASURES[rule.code](history, today)
        if found is None or found[0] < rule.threshold:
            continue
        strength = min(found[0] / rule.threshold, Fraction(MOST_STRENGTH))
        reasons.append(Reason(str(rule.code), _tenths(rule.weight * strength), found[1]))
    reasons.sort(key=lambda reason: (-reason.points, reason.code))
    return Warned(sum((reason.points for reason in reasons), Decimal(0)), tuple(reasons))


def _falling_capacity(history: History, today: date) -> Found:
    """Points of capacity the newest reading lies below the mean of the year before it."""
    if not history.readings:
        return None
    newest = history.readings[0]
    earlier = [one.capacity for one in history.readings[1:] if one.measured_on >= newest.measured_on - YEAR - SLACK]
    if not earlier:
        return None
    mean = Fraction(sum(earlier, Decimal(0))) / len(earlier)
    return mean - Fraction(newest.capacity), {"was": round(mean), "now": round(newest.capacity)}


def _power_down(history: History, today: date) -> Found:
    """Percent less power than a year before the newest reading."""
    newest = next((one for one in history.readings if one.power_kwh is not None), None)
    if newest is None or newest.power_kwh is None:
        return None
    ago = newest.measured_on - YEAR
    near = [
        one for one in history.readings if one.power_kwh and ago - SLACK <= one.measured_on <= ago + SLACK
    ]  # the same season: power follows the weather
    if not near:
        return None
    before = min(near, key=lambda one: abs(one.measured_on - ago))
    percent = Fraction(100 * (int(before.power_kwh or 0) - newest.power_kwh), int(before.power_kwh or 1))
    return percent, {"percent": round(percent)}


def _insured_down(history: History, today: date) -> Found:
    """Percent by which the insurance list is shorter than its longest within the year before."""
    known = [one for one in history.readings if one.insured is not None]
    if len(known) < 2:
        return None
    newest = known[0]
    most = max(
        (int(one.insured or 0) for one in known[1:] if one.measured_on >= newest.measured_on - YEAR - SLACK), default=0
    )
    if not most:
        return None
    return Fraction(100 * (most - int(newest.insured or 0)), most), {"was": most, "now": int(newest.insured or 0)}


def _arrears_up(history: History, today: date) -> Found:
    """Percent by which the arrears are higher than at the oldest reading of the year before; new arrears count as a doubling."""
    known = [one for one in history.readings if one.arrears is not None]
    if len(known) < 2:
        return None
    newest = known[0]
    earlier = [one for one in known[1:] if one.measured_on >= newest.measured_on - YEAR - SLACK]
    if not earlier:
        return None
    before, after = int(earlier[-1].arrears or 0), int(newest.arrears or 0)
    percent = Fraction(100 * (after - before), before) if before else Fraction(100 if after else 0)
    return percent, {"percent": min(round(percent), 999)}


def _neighbours(history: History, today: date) -> Found:
    """Percent of neighbours that stopped within a year: of the estate or of the trade, whichever is more."""
    of_estate = history.estate.share >= history.trade.share
    which = history.estate if of_estate else history.trade
    params = {"stopped": which.stopped, "worked": which.worked, "estate": int(of_estate)}
    return (which.share, params) if which.share else None


def _no_reading(history: History, today: date) -> Found:
    """Whole months without a reading, from the newest one or from the day the unit came on the register."""
    last = history.readings[0].measured_on if history.readings else history.since
    months = (today - last).days // MONTH_DAYS
    return Fraction(months), {"months": months}


_MEASURES: Final[dict[str, Callable[[History, date], Found]]] = {
    WarningCode.FALLING_CAPACITY: _falling_capacity,
    WarningCode.POWER_DOWN: _power_down,
    WarningCode.INSURED_DOWN: _insured_down,
    WarningCode.ARREARS_UP: _arrears_up,
    WarningCode.NEIGHBOURS_STOPPING: _neighbours,
    WarningCode.NO_READING: _no_reading,
}


def _tenths(points: Fraction) -> Decimal:
    return Decimal(round(points * 10)).scaleb(-1)
