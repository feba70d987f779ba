"""The expected end by the pace of late, and what must happen each month."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.forecast import TrendState, needed_per_month, trend

M = 1405 * 12


def test_an_even_pace_ends_when_the_rest_is_used_up() -> None:
    # 10 points a month, 50 done: five more months, and no range since every run is alike.
    found = trend({M + i: D(10 * (i + 1)) for i in range(5)}, now=M + 4)
    assert (found.state, found.pace) == (TrendState.EXPECTED, D("10.00"))
    assert (found.earliest, found.expected, found.latest) == (M + 9, M + 9, M + 9)


def test_an_uneven_pace_gives_a_range_from_its_best_and_worst_three_months() -> None:
    # Growth 2, 4, 6, 8, 10, 12 = 42 over six months: pace 7; 58 remain. Runs of three: 4, 6, 8, 10.
    # 58 ÷ 7 = 8.29 → 9 months; 58 ÷ 10 = 5.8 → 6; 58 ÷ 4 = 14.5 → 15.
    found = trend(
        {M: D(0), M + 1: D(2), M + 2: D(6), M + 3: D(12), M + 4: D(20), M + 5: D(30), M + 6: D(42)}, now=M + 6
    )
    assert (found.pace, found.expected, found.earliest, found.latest) == (D("7.00"), M + 15, M + 12, M + 21)


def test_only_the_last_six_months_count() -> None:
    curve = {M: D(0), M + 1: D(40)} | {M + 1 + i: D(40 + i) for i in range(1, 7)}
    assert trend(curve, now=M + 7).pace == D("1.00")


def test_a_worst_run_that_stood_still_has_no_latest_month() -> None:
    found = trend({M: D(0), M + 1: D(0), M + 2: D(0), M + 3: D(0), M + 4: D(30)}, now=M + 4)
    assert found.state == TrendState.EXPECTED
    assert found.latest is None


@pytest.mark.parametrize(
    ("curve", "state"),
    [
        ({}, TrendState.TOO_FEW),
        ({M: D(20)}, TrendState.TOO_FEW),
        ({M - 3: D(20), M: D(20)}, TrendState.STANDING_STILL),
        ({M - 3: D(20), M: D(100)}, TrendState.DONE),
        ({M + 1: D(20)}, TrendState.TOO_FEW),
    ],
)
def test_states_without_an_expected_end(curve, state) -> None:
    found = trend(curve, now=M)
    assert (found.state, found.expected) == (state, None)


@given(st.lists(st.decimals(0, 12, places=2), min_size=2, max_size=10))
def test_the_expected_end_lies_within_its_range_and_in_the_future(growth: list[D]) -> None:
    total, curve = D(0), {M: D(0)}
    for i, step in enumerate(growth):
        total = min(total + step, D("99.99"))
        curve[M + i + 1] = total
    now = M + len(growth)
    found = trend(curve, now=now)
    if found.state is TrendState.EXPECTED:
        assert found.expected is not None and found.earliest is not None
        assert now < found.earliest <= found.expected
        assert found.latest is None or found.expected <= found.latest


@pytest.mark.parametrize(
    ("done", "left", "expected"),
    [(D(40), 4, D("15.00")), (D(40), 7, D("8.57")), (D(100), 0, D(0)), (D("99.5"), 0, None), (D(10), -3, None)],
)
def test_what_must_be_gained_each_month_to_arrive_in_time(done, left, expected) -> None:
    assert needed_per_month(done, now=M, last=M + left) == expected
