"""Scores from answers. Pure: values in, values out; no Django, no clock.

A dimension's score is the mean of its scored answers weighted by their questions, from 0 (worst) to 5 (best). Questions
nobody answered lower no score; `share` says how much of the dimension's weight was answered, and a dimension of which less
than half was answered is not `firm`: it is shown, but left out of the overall score. No source fixes a formula (domain
notes §3.1), so weights are arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

HIGHEST = Decimal(5)
FIRM_FROM = Decimal("0.5")
_HUNDREDTH = Decimal("0.01")

SCALE, YES_NO = "SCALE", "YES_NO"
"""Kinds of questions that make scores (values of `choices.QuestionKind`)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One scored question as it was asked: code of its dimension, its weight, and the points of its answer (0–5), None when
    it was not answered."""

    dimension: str
    weight: int
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One dimension: `score` 0–5 with two places (None: nothing was answered), how many of its questions were `answered` of
    those `asked`, and the `share` of their weight (0–1, two places)."""

    dimension: str
    score: Decimal | None
    answered: int
    asked: int
    share: Decimal

    @property
    def is_firm(self) -> bool:
        """Whether enough was answered to count in the overall score."""
        return self.score is not None and self.share >= FIRM_FROM


def points(kind: str, value: Decimal | int | None, *, yes_is_good: bool = True) -> Decimal | None:
    """The points of an answer: the value of a scale; 5 or 0 for yes (1) and no (0). None where nothing is scored.

    Raises ValueError for a value outside its scale.
    """
    if value is None or kind not in (SCALE, YES_NO):
        return None
    number = Decimal(value)
    if kind == SCALE:
        if number != number.to_integral_value() or not 0 <= number <= HIGHEST:
            raise ValueError(f"{value} lies outside the scale")
        return number
    if number not in (0, 1):
        raise ValueError(f"{value} is neither yes nor no")
    return HIGHEST if bool(number) is yes_is_good else Decimal(0)


def by_dimension(items: Iterable[Item], order: Iterable[str] = ()) -> tuple[DimensionScore, ...]:
    """The score of each dimension that was asked about: those of `order` first and in that order, others as they come."""
    asked: dict[str, list[Item]] = {name: [] for name in order}
    for item in items:
        asked.setdefault(item.dimension, []).append(item)
    return tuple(_score(name, found) for name, found in asked.items() if found)


def overall(scores: Iterable[DimensionScore], weights: Mapping[str, int]) -> Decimal | None:
    """The mean of the firm dimensions by `weights` (dimension → weight; absent: 1), two places; None without any."""
    total = weight_sum = Decimal(0)
    for one in scores:
        weight = Decimal(weights.get(one.dimension, 1))
        if one.score is not None and one.is_firm and weight:
            total += one.score * weight
            weight_sum += weight
    return _rounded(total / weight_sum) if weight_sum else None


def _score(dimension: str, items: list[Item]) -> DimensionScore:
    given = [(item.points, item.weight) for item in items if item.points is not None]
    asked_weight = Decimal(sum(item.weight for item in items))
    answered_weight = Decimal(sum(weight for _, weight in given))
    score = _rounded(sum((got * weight for got, weight in given), Decimal(0)) / answered_weight) if given else None
    return DimensionScore(
        dimension=dimension,
        score=score,
        answered=len(given),
        asked=len(items),
        share=_rounded(answered_weight / asked_weight),
    )


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(_HUNDREDTH, ROUND_HALF_UP)
