"""Scores from answers: golden cases, and what holds for every questionnaire."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.instruments.scoring import DimensionScore, Item, by_dimension, overall, points

D = Decimal

ITEMS = [
    Item("finance", 3, D(2)),
    Item("finance", 2, D(5)),
    Item("finance", 1, D(0)),
    Item("supply", 1, D(4)),
    Item("supply", 3, None),
    Item("market_sales", 2, None),
]


def test_golden_scores_of_three_dimensions() -> None:
    # finance: (2·3 + 5·2 + 0·1) / 6 = 2.666…; supply: 4, of a quarter of its weight; market: nothing answered.
    assert by_dimension(ITEMS, ["market_sales", "supply", "finance", "human_resources"]) == (
        DimensionScore("market_sales", None, 0, 1, D("0.00")),
        DimensionScore("supply", D("4.00"), 1, 2, D("0.25")),
        DimensionScore("finance", D("2.67"), 3, 3, D("1.00")),
    )


def test_golden_overall_score_counts_firm_dimensions_by_their_weights() -> None:
    scores = (
        DimensionScore("finance", D("2.67"), 3, 3, D("1.00")),
        DimensionScore("supply", D("4.00"), 1, 2, D("0.25")),
        DimensionScore("market_sales", D("1.50"), 2, 3, D("0.50")),
        DimensionScore("human_resources", D("5.00"), 2, 2, D("1.00")),
        DimensionScore("management_strategy", None, 0, 2, D("0.00")),
    )
    # (2.67·4 + 1.50·2) / 6 = 2.28; supply is not firm, human resources weigh 0.
    assert overall(scores, {"finance": 4, "market_sales": 2, "human_resources": 0}) == D("2.28")
    assert overall(scores[:1], {}) == D("2.67")
    assert overall(scores[1:2], {}) is None


@pytest.mark.parametrize(
    ("kind", "value", "yes_is_good", "got"),
    [
        ("SCALE", 0, True, D(0)),
        ("SCALE", 5, True, D(5)),
        ("SCALE", None, True, None),
        ("YES_NO", 1, True, D(5)),
        ("YES_NO", 0, True, D(0)),
        ("YES_NO", 1, False, D(0)),
        ("YES_NO", 0, False, D(5)),
        ("NUMBER", 12, True, None),
        ("TEXT", None, True, None),
    ],
)
def test_points_of_an_answer(kind: str, value: int | None, yes_is_good: bool, got: D | None) -> None:
    assert points(kind, value, yes_is_good=yes_is_good) == got


@pytest.mark.parametrize(("kind", "value"), [("SCALE", 6), ("SCALE", -1), ("SCALE", D("2.5")), ("YES_NO", 2)])
def test_a_value_outside_its_scale_is_refused(kind: str, value: D | int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        points(kind, value)


answers = st.one_of(st.none(), st.integers(0, 5).map(D))
items = st.lists(
    st.builds(Item, st.sampled_from(["finance", "supply", "market_sales"]), st.integers(1, 10), answers), max_size=25
)


@given(items, st.randoms(use_true_random=False))
def test_scores_lie_on_the_scale_and_the_order_of_the_questions_changes_nothing(
    asked: list[Item], chance: object
) -> None:
    order = ["finance", "supply", "market_sales"]
    scores = by_dimension(asked, order)
    assert all(one.score is None or 0 <= one.score <= 5 for one in scores)
    assert all(0 <= one.share <= 1 and one.answered <= one.asked for one in scores)
    shuffled = list(asked)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert by_dimension(shuffled, order) == scores


@given(items)
def test_a_better_answer_never_lowers_a_score(asked: list[Item]) -> None:
    better = [
        Item(one.dimension, one.weight, min(D(5), one.points + 1) if one.points is not None else None) for one in asked
    ]
    for before, after in zip(by_dimension(asked), by_dimension(better), strict=True):
        assert before.score is None or (after.score is not None and after.score >= before.score)


@given(items, st.dictionaries(st.sampled_from(["finance", "supply", "market_sales"]), st.integers(0, 10)))
def test_the_overall_score_lies_between_the_lowest_and_the_highest(asked: list[Item], weights: dict[str, int]) -> None:
    scores = by_dimension(asked)
    counted = [one.score for one in scores if one.score is not None and one.is_firm and weights.get(one.dimension, 1)]
    result = overall(scores, weights)
    assert (result is None) == (not counted)
    if result is not None:
        assert min(counted) <= result <= max(counted)


@pytest.mark.parametrize("module", ["clinic.instruments.scoring", "clinic.consultants.matching"])
def test_pure_modules_load_without_django(module: str) -> None:
    source = f"import sys, {module}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", source], check=False).returncode == 0
