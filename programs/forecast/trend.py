"""When will it be done, if it goes on as of late? And what must happen each month to be in time?

The pace is the mean growth over the last months that were looked at. The range comes from the best and the worst run of
three months among them (or the mean, if no run is better or worse): simple enough to be told in a sentence and checked by hand.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from programs.forecast.curve import at, months_between
from programs.forecast.values import HUNDRED, ZERO, Curve, Month, Trend, TrendState, rounded

LOOK_BACK = 6
RUN = 3


def trend(actual: Curve, *, now: Month, look_back: int = LOOK_BACK) -> Trend:
    """The expected end of a curve of which readings up to `now` are known.

    Only months since the first reading count; without two of them the pace is unknown (TOO_FEW). 100 is DONE, a pace of
    nothing is STANDING_STILL.
    """
    known = [month for month in actual if month <= now]
    if not known:
        return Trend(TrendState.TOO_FEW)
    done = at(actual, now)
    if done >= HUNDRED:
        return Trend(TrendState.DONE)
    first = max(min(known), now - look_back)
    growth = [at(actual, month) - at(actual, month - 1) for month in months_between(first + 1, now)]
    if not growth:
        return Trend(TrendState.TOO_FEW)
    pace = sum(growth, ZERO) / len(growth)
    if pace <= 0:
        return Trend(TrendState.STANDING_STILL, pace=rounded(pace))
    # Runs alone would not do: of 1, 0, 0, 1 both are slower than the mean.
    paces = [pace, *_runs(growth)]
    return Trend(
        TrendState.EXPECTED,
        pace=rounded(pace),
        expected=_end(now, done, pace),
        earliest=_end(now, done, max(paces)),
        latest=_end(now, done, min(paces)),
    )


def needed_per_month(done: Decimal, *, now: Month, last: Month, target: Decimal = HUNDRED) -> Decimal | None:
    """Points that must be gained in each month after `now` so that `target` is reached by the end of `last`.

    0 when it is reached already; None when no month is left.
    """
    remaining = max(target - done, ZERO)
    if remaining == ZERO:
        return ZERO
    left = last - now
    return rounded(remaining / left) if left > 0 else None


def _runs(growth: list[Decimal]) -> list[Decimal]:
    """Mean growth of every three months in a row; of all months when there are fewer."""
    length = min(RUN, len(growth))
    return [sum(growth[i : i + length], ZERO) / length for i in range(len(growth) - length + 1)]


def _end(now: Month, done: Decimal, pace: Decimal) -> Month | None:
    if pace <= 0:
        return None
    return now + int(((HUNDRED - done) / pace).to_integral_value(rounding=ROUND_CEILING))
