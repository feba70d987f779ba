"""Planned and actual curves: shares of activities joined into the share of the whole, and read at a month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from programs.forecast.values import ZERO, Curve, Month, Part, rounded


def at(curve: Curve, month: Month) -> Decimal:
    """The curve's value at the end of `month`: the last one known up to then, 0 before the first."""
    known = [one for one in curve if one <= month]
    return curve[max(known)] if known else ZERO


def joined(parts: Sequence[Part], months: Iterable[Month]) -> dict[Month, Decimal]:
    """The whole's curve: Σ(wᵢ·pᵢ) ÷ Σwᵢ at each month, rounded once, at the end. Empty without a weight.

    Source: weighted progress as in domain notes §3.3 (S85, S86).
    """
    weight = sum((part.weight for part in parts), ZERO)
    if weight <= 0:
        return {}
    return {
        month: rounded(sum((part.weight * at(part.curve, month) for part in parts), ZERO) / weight) for month in months
    }


def deviation(planned: Curve, actual: Curve, month: Month) -> Decimal | None:
    """Actual less planned at the end of `month`, in points; None when nothing was planned or nothing reported by then."""
    if not any(one <= month for one in planned) or not any(one <= month for one in actual):
        return None
    return at(actual, month) - at(planned, month)


def months_between(first: Month, last: Month) -> list[Month]:
    """Every month from `first` to `last`, both included."""
    return list(range(first, last + 1))
