"""Earned value against the example worked out on paper."""

from decimal import Decimal as D

import pytest

from programs.forecast import Work, earned_value


def test_three_activities_by_hand() -> None:
    # BAC 1,000 + 500 + 500 = 2,000; PV 800 + 250 + 0 = 1,050; EV 700 + 250 + 50 = 1,000; AC 1,250.
    # SPI 1,000 ÷ 1,050 = 0.952…; CPI 1,000 ÷ 1,250 = 0.8; EAC 2,000 ÷ 0.8 = 2,500.
    value = earned_value([Work(1000, 800, D(70)), Work(500, 250, D(50)), Work(500, 0, D(10))], paid=1250)
    assert (value.bac, value.pv, value.ev, value.ac) == (2000, 1050, 1000, 1250)
    assert (value.spi, value.cpi, value.eac) == (D("0.95"), D("0.80"), 2500)
    assert (value.schedule_variance, value.cost_variance) == (-50, -250)


def test_nothing_planned_and_nothing_paid_gives_no_index() -> None:
    value = earned_value([Work(1000, 0, D(0))], paid=0)
    assert (value.spi, value.cpi, value.eac) == (None, None, None)


def test_money_paid_without_work_done_gives_no_expected_cost() -> None:
    value = earned_value([Work(1000, 100, D(0))], paid=300)
    assert (value.spi, value.cpi, value.eac) == (D("0.00"), D("0.00"), None)


def test_rials_are_whole_and_large_sums_exact() -> None:
    # 33.33 % of 100,000,000,000,001 = 33,330,000,000,000.3333 → …000
    value = earned_value([Work(100_000_000_000_001, 1, D("33.33"))], paid=1)
    assert value.ev == 33_330_000_000_000


@pytest.mark.parametrize("done", [D("-0.01"), D("100.01")])
def test_a_share_outside_its_range_is_refused(done: D) -> None:
    with pytest.raises(ValueError, match="between 0 and 100"):
        earned_value([Work(10, 0, done)], paid=0)
