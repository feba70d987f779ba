"""The one function that puts readings together, against numbers worked out by hand, and by its laws."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.persian.calendar import JalaliDate, add_months_to_date
from programs.aggregation import DoubleReading, Row, aggregate, carried, kept, rounded, weighted
from programs.choices import IndicatorKind

START = JalaliDate(1405, 1, 1).to_date()


def month(number: int):
    return add_months_to_date(START, number - 1)


def rows(*values: str, place: str = "") -> list[Row]:
    return [Row(month(number), D(value), place=place) for number, value in enumerate(values, start=1)]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("SUM", "21.5"), ("LAST", "9"), ("AVERAGE", "7.166666666666666666666666667")],  # 5 + 7.5 + 9 = 21.5; ÷ 3
)
def test_three_months_put_together_by_kind(kind, expected):
    assert aggregate(kind, rows("5", "7.5", "9")) == D(expected)


def test_a_ratio_is_the_sum_above_over_the_sum_below_and_not_the_mean_of_ratios():
    # 1/2 and 9/10: together 10/12 = 0.8333…, where the mean of the two would be 0.7
    given_rows = [Row(month(1), numerator=D(1), denominator=D(2)), Row(month(2), numerator=D(9), denominator=D(10))]
    assert kept(aggregate("RATIO", given_rows)) == D("0.8333")


def test_last_is_by_month_and_not_by_the_order_of_the_rows_and_adds_places():
    assert aggregate("LAST", reversed(rows("5", "7"))) == 7
    # Zanjan stands at 7, Abhar at 4 since its only reading: 11
    assert aggregate("LAST", [*rows("5", "7", place="zanjan"), *rows("4", place="abhar")]) == 11


def test_two_readings_of_one_place_and_month_are_never_put_together():
    with pytest.raises(DoubleReading):
        aggregate("SUM", [*rows("5"), *rows("6")])


@pytest.mark.parametrize("kind", IndicatorKind.values)
def test_nothing_makes_nothing(kind):
    assert aggregate(kind, []) is None


def test_a_ratio_over_nought_is_no_figure_and_an_unknown_kind_a_mistake():
    assert aggregate("RATIO", [Row(month(1), numerator=D(1), denominator=D(0))]) is None
    with pytest.raises(ValueError, match="no kind"):
        aggregate("MEDIAN", rows("1"))


def test_a_whole_is_made_of_its_parts_by_weight():
    # (60·50 + 40·25) ÷ 100 = 40
    assert weighted([(D(60), D(50)), (D(40), D(25))]) == 40
    # a part without a reading stands at nought: (60·50) ÷ 100 = 30
    assert weighted([(D(60), D(50)), (D(40), None)]) == 30
    # weights that are not a hundred are taken by their own sum: (1·10 + 2·40) ÷ 3 = 30
    assert weighted([(D(1), D(10)), (D(2), D(40))]) == 30
    assert weighted([(D(0), D(10))]) is None and weighted([]) is None


def test_a_cumulative_series_is_carried_and_begins_with_its_first_reading():
    months = [month(number) for number in range(1, 7)]
    assert carried({month(2): D(10), month(5): D(30)}, months) == {
        month(2): 10, month(3): 10, month(4): 10, month(5): 30, month(6): 30,
    }  # fmt: skip
    assert carried({}, months) == {}


def test_half_a_cent_goes_up():
    assert (rounded(D("33.335")), rounded(None), kept(None)) == (D("33.34"), None, 0)


numbers = st.decimals(min_value=0, max_value=10**6, places=2)


@given(st.lists(numbers, min_size=1, max_size=24), st.randoms())
def test_the_order_of_the_readings_never_matters(values, chance):
    given_rows = rows(*map(str, values))
    shuffled = list(given_rows)
    chance.shuffle(shuffled)
    for kind in ("SUM", "LAST", "AVERAGE"):
        assert aggregate(kind, given_rows) == aggregate(kind, shuffled)


@given(st.lists(numbers, min_size=1, max_size=24))
def test_the_average_lies_between_the_smallest_and_the_largest_and_last_is_never_the_sum(values):
    given_rows = rows(*map(str, values))
    average = aggregate("AVERAGE", given_rows)
    assert min(values) <= rounded(average) <= max(values)
    assert aggregate("LAST", given_rows) == values[-1]


@given(st.lists(st.tuples(st.integers(1, 100), st.decimals(0, 100, places=2)), min_size=1, max_size=12))
def test_a_whole_lies_between_its_parts_and_is_a_hundred_only_when_all_are(parts):
    found = weighted([(D(weight), percent) for weight, percent in parts])
    percents = [percent for _weight, percent in parts]
    assert min(percents) <= rounded(found) <= max(percents)
    assert (found == 100) == all(percent == 100 for percent in percents)


@given(st.dictionaries(st.integers(1, 24), numbers, max_size=12))
def test_a_carried_series_that_does_not_go_back_never_goes_back(given_values):
    growing = dict(zip(sorted(given_values), sorted(given_values.values()), strict=True))
    series = carried({month(number): value for number, value in growing.items()}, [month(n) for n in range(1, 25)])
    values = list(series.values())
    assert values == sorted(values)
