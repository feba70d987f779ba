"""Projects are ranked by effect × feasibility ÷ cost: golden values and what holds for all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.treatment.ranking import DEFAULT, Entry, cost_step, order, score

MILLIARD = 1_000_000_000


@pytest.mark.parametrize(
    ("cost", "step"),
    [(0, 1), (MILLIARD, 1), (MILLIARD + 1, 2), (5 * MILLIARD, 2), (20 * MILLIARD, 3), (100 * MILLIARD, 4), (10**15, 5)],
)
def test_a_cost_lies_on_the_step_whose_limit_it_does_not_pass(cost: int, step: int) -> None:
    assert cost_step(cost, DEFAULT) == step


@pytest.mark.parametrize(
    ("effect", "feasibility", "cost", "expected"),
    [(5, 5, 0, "25.00"), (4, 3, 2 * MILLIARD, "6.00"), (5, 4, 50 * MILLIARD, "5.00"), (1, 1, 10**15, "0.20"),
     (2, 1, 15 * MILLIARD, "0.67")],
)  # fmt: skip
def test_the_score_is_effect_times_feasibility_through_the_cost_step(
    effect: int, feasibility: int, cost: int, expected: str
) -> None:
    assert score(effect=effect, feasibility=feasibility, cost_rials=cost, rule=DEFAULT) == Decimal(expected)


def test_a_weight_of_two_counts_twice_and_of_nought_not_at_all() -> None:
    rule = replace(DEFAULT, effect=2, cost=0)
    assert score(effect=4, feasibility=3, cost_rials=10**15, rule=rule) == Decimal("48.00")


@pytest.mark.parametrize("bad", [0, 6, -1])
def test_a_value_outside_the_scale_has_no_score(bad: int) -> None:
    with pytest.raises(ValueError, match="scale"):
        score(effect=bad, feasibility=3, cost_rials=0, rule=DEFAULT)


def test_equals_stand_in_the_order_they_were_written_and_a_given_place_is_kept() -> None:
    rows = [Entry(1, Decimal(2)), Entry(2, Decimal(9)), Entry(3, Decimal(9)), Entry(4, Decimal(1), wanted=1)]
    assert order(rows) == [4, 2, 3, 1]
    assert order([Entry(1, Decimal(5), wanted=9), Entry(2, Decimal(1))]) == [2, 1]


@given(st.lists(st.tuples(st.integers(1, 99), st.none() | st.integers(1, 30)), max_size=20))
def test_every_project_has_one_place_whatever_places_were_given(rows: list[tuple[int, int | None]]) -> None:
    entries = [Entry(key, Decimal(points), wanted) for key, (points, wanted) in enumerate(rows)]
    assert sorted(order(entries)) == list(range(len(rows)))
    free = [one for one in entries if one.wanted is None]
    scores = {one.key: one.score for one in free}
    line = [scores[key] for key in order(entries) if key in scores]
    assert line == sorted(line, reverse=True)


@given(st.integers(1, 5), st.integers(1, 4), st.integers(0, 10**12), st.integers(0, 10**12))
def test_more_effect_never_ranks_lower_and_more_cost_never_higher(
    feasibility: int, effect: int, cheap: int, more: int
) -> None:
    given_ = {"feasibility": feasibility, "rule": DEFAULT}
    assert score(effect=effect + 1, cost_rials=cheap, **given_) > score(effect=effect, cost_rials=cheap, **given_)  # type: ignore[arg-type]
    assert score(effect=effect, cost_rials=cheap + more, **given_) <= score(effect=effect, cost_rials=cheap, **given_)  # type: ignore[arg-type]
