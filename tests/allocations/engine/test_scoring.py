"""Scores and points are whole hundredths, rounded the way the procedure says."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocations.engine import (
    Criterion,
    EngineRefusal,
    Mode,
    Problem,
    criterion_points,
    needs_third,
    score_for,
    weighted_score,
)
from tests.allocations.engine import worlds

hundredths = st.integers(0, 10_000)


@pytest.mark.parametrize(
    ("first", "second", "tolerance", "third"),
    [(5000, 6000, 1000, False), (5000, 6001, 1000, True), (6001, 5000, 1000, True), (1, 2, 0, True), (2, 2, 0, False)],
)
def test_a_third_scorer_is_needed_only_above_the_tolerance(
    first: int, second: int, tolerance: int, third: bool
) -> None:
    assert needs_third(first, second, tolerance) is third


@pytest.mark.parametrize(
    ("given_points", "points"),
    [
        ((5000, 6000), 5500),
        ((5000, 5001), 5001),  # half a hundredth goes up
        ((0, 0), 0),
        ((5000, 9000, 8000), 8500),  # the two nearest
        ((8000, 1000, 9001), 8501),
        ((0, 4000, 9000), 2000),
        ((0, 4500, 9000), 4500),  # both pairs are equally near: the middle
        ((7000, 7000, 1000), 7000),
        ((3000, 4000, 6000), 3500),  # nearness is a distance, wherever on the scale
        ((4000, 6000, 7000), 6500),
    ],
)
def test_points_are_the_mean_of_the_two_nearest(given_points: tuple[int, ...], points: int) -> None:
    assert criterion_points(given_points) == points


@given(st.lists(hundredths, min_size=2, max_size=3), st.randoms())
def test_the_order_of_scorers_does_not_matter(scores: list[int], shuffler: object) -> None:
    shuffled = list(scores)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert criterion_points(shuffled) == criterion_points(scores)
    assert min(scores) <= criterion_points(scores) <= max(scores)


@pytest.mark.parametrize("scores", [(), (1,), (1, 2, 3, 4), (-1, 5)])
def test_another_number_of_scorers_or_negative_points_are_refused(scores: tuple[int, ...]) -> None:
    with pytest.raises(EngineRefusal) as refused:
        criterion_points(scores)
    assert refused.value.problems == (Problem("BAD_SCORERS", "", {"given": scores}),)


@given(st.lists(st.integers(1, 98), min_size=1, max_size=1), hundredths, hundredths, hundredths)
def test_a_score_is_the_weighted_sum_floored(weights: list[int], one: int, two: int, three: int) -> None:
    first = weights[0]
    second = (100 - first) // 2
    criteria = [
        Criterion("a", first, 10000),
        Criterion("b", second, 10000),
        Criterion("c", 100 - first - second, 10000),
    ]
    points = {"a": one, "b": two, "c": three}
    exact = sum(Fraction(criterion.weight * points[criterion.code], 100) for criterion in criteria)
    assert weighted_score(criteria, points) == exact.numerator // exact.denominator


def test_a_half_hundredth_of_a_score_is_dropped() -> None:
    assert weighted_score(worlds.CRITERIA, {"experience": 1, "jobs": 1}) == 1
    assert weighted_score(worlds.CRITERIA, {"experience": 1, "jobs": 0}) == 0


@pytest.mark.parametrize("mode", [Mode.LOTTERY, Mode.DIRECT, Mode.AUCTION])
def test_outside_scored_every_score_is_zero(mode: Mode) -> None:
    rules = worlds.rules(mode, criteria=worlds.CRITERIA)
    assert score_for(rules, {"experience": 9000, "jobs": 9000}) == 0
    assert score_for(worlds.rules(Mode.SCORED), {"experience": 9000, "jobs": 9000}) == 9000
