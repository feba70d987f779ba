"""Curves against numbers worked out by hand."""

from decimal import Decimal as D

import pytest

from programs.forecast import Part, at, deviation, joined, months_between

M = 1405 * 12  # Farvardin 1405


def test_a_curve_keeps_its_last_value_and_starts_at_nothing() -> None:
    curve = {M + 1: D("12.5"), M + 4: D(40)}
    assert [at(curve, M + i) for i in range(6)] == [D(0), D("12.5"), D("12.5"), D("12.5"), D(40), D(40)]


def test_the_whole_is_the_weighted_mean_of_its_parts() -> None:
    # 60 × 50 + 30 × 20 + 10 × 0 = 3,600; ÷ 100 = 36.  One month on: 60 × 75 + 30 × 20 + 10 × 10 = 5,200 → 52.
    parts = [
        Part(D(60), {M: D(50), M + 1: D(75)}),
        Part(D(30), {M: D(20)}),
        Part(D(10), {M + 1: D(10)}),
    ]
    assert joined(parts, [M, M + 1]) == {M: D("36.00"), M + 1: D("52.00")}


def test_weights_that_do_not_make_100_are_divided_by_their_own_sum() -> None:
    # (1 × 10 + 2 × 40) ÷ 3 = 30
    assert joined([Part(D(1), {M: D(10)}), Part(D(2), {M: D(40)})], [M]) == {M: D("30.00")}


def test_the_mean_is_rounded_once_and_halves_go_up() -> None:
    # (33.33 × 0.01 + 33.33 × 0.02 + 33.34 × 0) ÷ 100 = 0.009999 → 0.01, where rounding each part first gives 0.01 + 0.01
    parts = [Part(D("33.33"), {M: D("0.01")}), Part(D("33.33"), {M: D("0.02")}), Part(D("33.34"), {M: D(0)})]
    assert joined(parts, [M]) == {M: D("0.01")}
    assert joined([Part(D(50), {M: D("0.01")}), Part(D(50), {M: D(0)})], [M]) == {M: D("0.01")}


def test_without_weight_there_is_no_curve() -> None:
    assert joined([], [M]) == {}
    assert joined([Part(D(0), {M: D(10)})], [M]) == {}


def test_an_s_curve_of_four_activities_by_month() -> None:
    # Weights 10, 40, 30, 20; the percent at the ends of four months; each sum checked by hand.
    parts = [
        Part(D(10), {M: D(100)}),
        Part(D(40), {M: D(10), M + 1: D(60), M + 2: D(100)}),
        Part(D(30), {M + 1: D(20), M + 2: D(70), M + 3: D(100)}),
        Part(D(20), {M + 2: D(30), M + 3: D(100)}),
    ]
    assert list(joined(parts, months_between(M, M + 3)).values()) == [D("14.00"), D("40.00"), D("77.00"), D("100.00")]


@pytest.mark.parametrize(
    ("planned", "actual", "expected"),
    [
        ({M: D(30)}, {M: D(24)}, D(-6)),
        ({M: D(30)}, {M - 1: D(31)}, D(1)),
        ({M + 1: D(30)}, {M: D(24)}, None),
        ({M: D(30)}, {M + 1: D(24)}, None),
        ({}, {}, None),
    ],
)
def test_deviation_is_actual_less_planned_and_unknown_without_either(planned, actual, expected) -> None:
    assert deviation(planned, actual, M) == expected
