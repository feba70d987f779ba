"""The rules of early warning: what each measures, from where on it counts, and how its points add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.units.warning import DEFAULTS, History, Neighbourhood, Past, Rule, examine

TODAY = date(2026, 11, 23)


def past(days: int, capacity: float = 60, **values: int) -> Past:
    return Past(TODAY - timedelta(days=days), D(str(capacity)), **values)


def history(*readings: Past, **values: object) -> History:
    return History(readings=readings, since=TODAY - timedelta(days=900), **values)  # type: ignore[arg-type]


def points(found: History) -> dict[str, D]:
    return {reason.code: reason.points for reason in examine(found, DEFAULTS, today=TODAY).reasons}


STEADY = history(*(past(30 * month, power_kwh=1000, insured=10, arrears=100) for month in range(13)))


def test_a_steady_unit_is_not_warned_of() -> None:
    warned = examine(STEADY, DEFAULTS, today=TODAY)
    assert (warned.score, warned.reasons) == (0, ())


@pytest.mark.parametrize(("now", "expected"), [(45.1, None), (45, "30.0"), (37.5, "45.0"), (30, "60.0"), (0, "60.0")])
def test_falling_capacity_counts_from_fifteen_points_below_the_year_before(now: float, expected: str | None) -> None:
    found = points(history(past(0, now), past(100), past(200)))
    assert found.get("FALLING_CAPACITY") == (None if expected is None else D(expected))


def test_what_lies_longer_ago_than_a_year_says_nothing_of_a_fall() -> None:
    assert points(history(past(0, 10), past(500, 90))) == {}


@pytest.mark.parametrize(("now", "expected"), [(701, None), (700, "20.0"), (0, "40.0")])
def test_power_is_compared_with_the_same_season_of_the_year_before(now: int, expected: str | None) -> None:
    found = points(history(past(0, power_kwh=now), past(180, power_kwh=9999), past(370, power_kwh=1000)))
    assert found.get("POWER_DOWN") == (None if expected is None else D(expected))


def test_power_of_no_neighbouring_season_is_no_comparison() -> None:
    assert "POWER_DOWN" not in points(history(past(0, power_kwh=1), past(180, power_kwh=1000)))


@pytest.mark.parametrize(("now", "expected"), [(9, None), (8, "15.0"), (4, "30.0")])
def test_the_insurance_list_is_compared_with_its_longest(now: int, expected: str | None) -> None:
    found = points(history(past(0, insured=now), past(60, insured=10), past(90, insured=7)))
    assert found.get("INSURED_DOWN") == (None if expected is None else D(expected))


@pytest.mark.parametrize(
    ("before", "now", "expected"), [(100, 124, None), (100, 125, "15.0"), (0, 1, "30.0"), (0, 0, None)]
)
def test_arrears_are_compared_with_those_of_a_year_ago(before: int, now: int, expected: str | None) -> None:
    found = points(history(past(0, arrears=now), past(60, arrears=max(before, now)), past(300, arrears=before)))
    assert found.get("ARREARS_UP") == (None if expected is None else D(expected))


def test_neighbours_count_from_five_on_and_the_worse_of_estate_and_trade_is_told() -> None:
    few = replace(STEADY, estate=Neighbourhood(4, 4))
    assert points(few) == {}
    many = replace(STEADY, estate=Neighbourhood(10, 2), trade=Neighbourhood(10, 3))
    [reason] = examine(many, DEFAULTS, today=TODAY).reasons
    assert (reason.points, reason.params) == (D("15.0"), {"stopped": 3, "worked": 10, "estate": 0})


@pytest.mark.parametrize(("days", "expected"), [(179, None), (180, "10.0"), (359, "18.3"), (720, "20.0")])
def test_a_unit_nobody_measures_comes_to_mind_after_six_months(days: int, expected: str | None) -> None:
    assert points(history(past(days))).get("NO_READING") == (None if expected is None else D(expected))
    assert points(History((), since=TODAY - timedelta(days=days))).get("NO_READING") == (expected and D(expected))


def test_signs_add_up_the_heaviest_first_and_rules_out_of_use_are_silent() -> None:
    found = history(past(0, 30, power_kwh=700, insured=8), past(365, 60, power_kwh=1000, insured=10))
    warned = examine(found, DEFAULTS, today=TODAY)
    assert [reason.code for reason in warned.reasons] == ["FALLING_CAPACITY", "POWER_DOWN", "INSURED_DOWN"]
    assert warned.score == D("95.0")
    assert examine(found, [Rule("INSURED_DOWN", 7, 10)], today=TODAY).score == D("14.0")


numbers = st.none() | st.integers(0, 10**12)
readings = st.builds(
    Past,
    measured_on=st.dates(date(2023, 1, 1), TODAY),
    capacity=st.decimals(0, 150, places=2),
    power_kwh=numbers,
    insured=numbers,
    arrears=numbers,
)


@given(st.lists(readings, max_size=8), st.integers(0, 20), st.integers(0, 20))
def test_every_history_is_answered_and_no_sign_gives_more_than_twice_its_weight(
    given_readings: list[Past], worked: int, stopped: int
) -> None:
    rows = tuple(sorted(given_readings, key=lambda one: one.measured_on, reverse=True))
    found = History(rows, date(2023, 1, 1), estate=Neighbourhood(worked, min(worked, stopped)))
    warned = examine(found, DEFAULTS, today=TODAY)
    weights = {str(rule.code): rule.weight for rule in DEFAULTS}
    assert warned.score == sum((reason.points for reason in warned.reasons), D(0))
    assert all(weights[one.code] <= one.points <= 2 * weights[one.code] for one in warned.reasons)
    assert [one.points for one in warned.reasons] == sorted((one.points for one in warned.reasons), reverse=True)
