"""What two readings show, and how sure a share is: golden values and what holds for all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.cases.choices import Outcome
from clinic.treatment.effects import Figures, compare, shows, wilson
from clinic.units.bands import DEFAULT


def figures(capacity: float, **more: int | None) -> Figures:
    return Figures(Decimal(str(capacity)), **more)


def test_less_arrears_and_more_of_the_rest_is_better_and_what_is_unknown_is_neither() -> None:
    found = compare(figures(10, staff=4, sales=100, arrears=50), figures(40, staff=4, sales=None, arrears=20))
    assert [(one.difference, one.is_better) for one in found] == [
        (Decimal(30), True), (0, None), (None, None), (-30, True),
    ]  # fmt: skip
    worse = compare(figures(40, staff=9, arrears=1), figures(10, staff=3, arrears=5))
    assert [one.is_better for one in worse] == [False, False, None, False]


@pytest.mark.parametrize(
    ("before", "after", "revived"),
    [(0, 31, True), (25, 40, True), (25, 30, False), (60, 71, True), (50, 69, False), (80, 100, False), (0, 30, False)],
)
def test_a_revival_is_a_higher_band_in_which_the_unit_works(before: float, after: float, revived: bool) -> None:
    assert shows(Outcome.REVIVED, figures(before), figures(after), DEFAULT) is revived


def test_an_improvement_is_one_better_figure_and_the_other_outcomes_need_none() -> None:
    same = figures(20, staff=5)
    assert not shows(Outcome.IMPROVED, same, same, DEFAULT)
    assert shows(Outcome.IMPROVED, same, figures(20, staff=6), DEFAULT)
    assert shows(Outcome.NOT_REVIVABLE, same, figures(0, staff=0), DEFAULT)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), table I: 15/148 and 0/20; the others by R's prop.test(correct=FALSE).
    [(15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (29, 29, 0.8830, 1.0), (3, 5, 0.2307, 0.8824)],
)
def test_the_interval_of_a_share_is_wilsons(part: int, whole: int, low: float, high: float) -> None:
    found = wilson(part, whole)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (-1, 5), (6, 5)])
def test_what_is_no_share_has_no_interval(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="share"):
        wilson(part, whole)


@given(st.integers(1, 500), st.data())
def test_the_share_lies_in_its_interval_and_the_interval_between_nought_and_one(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    found = wilson(part, whole)
    assert 0 <= found.low <= found.value + 1e-12 and found.value <= found.high + 1e-12 <= 1 + 1e-9
