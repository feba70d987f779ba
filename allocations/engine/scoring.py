"""From the scorers' points to one score, in whole hundredths. Nothing here rounds through a fraction type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allocations.engine.errors import EngineRefusal, Problem
from allocations.engine.values import Criterion, Mode, Rules


def needs_third(first: int, second: int, tolerance: int) -> bool:
    """Whether two scorers' points (hundredths) differ by more than the call's tolerance (hundredths)."""
    return abs(first - second) > tolerance


def criterion_points(given: Sequence[int]) -> int:
    """Points of one criterion in hundredths: the mean of the two nearest of two or three scorers.

    Half a hundredth is rounded up. When the middle one of three is equally far from both others, both
    pairs are nearest; they count alike, which gives the middle scorer's points. So no scorer, high or low,
    wins by habit. Raises EngineRefusal for another number of scorers or negative points.
    """
    if len(given) not in (2, 3) or min(given) < 0:
        raise EngineRefusal(Problem("BAD_SCORERS", "", {"given": tuple(given)}))
    low, *middle, high = sorted(given)
    if not middle:
        return _mean(low, high)
    below, above = middle[0] - low, high - middle[0]
    if below == above:
        return middle[0]
    return _mean(low, middle[0]) if below < above else _mean(middle[0], high)


def weighted_score(criteria: Sequence[Criterion], points: Mapping[str, int]) -> int:
    """Score in hundredths: the sum of weight (percent) times points (hundredths), over 100, floored."""
    return sum(criterion.weight * points[criterion.code] for criterion in criteria) // 100


def score_for(rules: Rules, points: Mapping[str, int]) -> int:
    """The `score` field of an application under `rules`: 0 in every mode but SCORED."""
    return weighted_score(rules.criteria, points) if rules.mode == Mode.SCORED else 0


def _mean(one: int, other: int) -> int:
    return (one + other + 1) // 2
