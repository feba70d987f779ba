"""The Jalali calendar: table of domain notes §4.2, months counted with clamping, years as Gregorian ranges."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.persian.calendar import (
    JalaliDate,
    add_months,
    add_months_to_date,
    days_in_month,
    first_of_month,
    fiscal_year,
    is_first_day,
    is_leap_year,
    jalali_day,
    month_number,
    month_numbered,
    month_range,
    months_between,
    start_of_day,
    tehran_date,
    year_range,
)
from core.persian.errors import DateError

DAYS_1300_TO_1500 = st.dates(min_value=JalaliDate(1300, 1, 1).to_date(), max_value=JalaliDate(1500, 12, 29).to_date())
KNOWN_DAYS = [
    ((1357, 11, 22), dt.date(1979, 2, 11)),
    ((1362, 12, 7), dt.date(1984, 2, 26)),
    ((1387, 2, 31), dt.date(2008, 5, 20)),
    ((1398, 1, 1), dt.date(2019, 3, 21)),
    ((1399, 12, 30), dt.date(2021, 3, 20)),
    ((1403, 12, 30), dt.date(2025, 3, 20)),
    ((1404, 1, 1), dt.date(2025, 3, 21)),
    ((1404, 12, 29), dt.date(2026, 3, 20)),
    ((1405, 9, 2), dt.date(2026, 11, 23)),
    ((1405, 12, 29), dt.date(2027, 3, 20)),
    ((1408, 12, 30), dt.date(2030, 3, 20)),
    ((1409, 1, 1), dt.date(2030, 3, 21)),
]


@pytest.mark.parametrize(("jalali", "gregorian"), KNOWN_DAYS)
def test_known_days_convert_both_ways(jalali: tuple[int, int, int], gregorian: dt.date) -> None:
    assert JalaliDate(*jalali).to_date() == gregorian
    assert JalaliDate.from_date(gregorian) == JalaliDate(*jalali)


def test_leap_years_between_1397_and_1442() -> None:
    leap_years = [year for year in range(1397, 1443) if is_leap_year(year)]
    assert leap_years == [1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441]


def test_leap_years_follow_the_33_year_cycle_over_two_centuries() -> None:
    years = range(1300, 1501)
    assert [is_leap_year(year) for year in years] == [(8 * year + 29) % 33 < 8 for year in years]


@pytest.mark.parametrize(
    ("year", "month", "day", "code"),
    [
        (1404, 12, 30, "day"),
        (1405, 7, 31, "day"),
        (1405, 13, 1, "month"),
        (1405, 0, 10, "month"),
        (1405, 1, 0, "day"),
        (1405, 1, 32, "day"),
        (0, 1, 1, "year"),
        (3001, 1, 1, "year"),
        (-5, 1, 1, "year"),
    ],
)
def test_impossible_days_are_refused_by_name(year: int, month: int, day: int, code: str) -> None:
    with pytest.raises(DateError) as refusal:
        JalaliDate(year, month, day)
    assert refusal.value.code == code


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_gregorian_days_outside_the_calendar_are_refused(day: dt.date) -> None:
    with pytest.raises(DateError):
        JalaliDate.from_date(day)


@given(DAYS_1300_TO_1500)
def test_every_day_of_two_centuries_comes_back(day: dt.date) -> None:
    assert JalaliDate.from_date(day).to_date() == day


@given(DAYS_1300_TO_1500, DAYS_1300_TO_1500)
def test_jalali_days_are_ordered_as_the_days_are(one: dt.date, other: dt.date) -> None:
    assert (JalaliDate.from_date(one) < JalaliDate.from_date(other)) == (one < other)


def test_the_week_starts_on_saturday() -> None:
    assert JalaliDate.from_date(dt.date(2026, 11, 21)).weekday() == 0
    assert JalaliDate(1405, 9, 2).weekday() == 2


@pytest.mark.parametrize(
    ("first", "months", "expected"),
    [
        ((1405, 6, 31), 3, (1405, 9, 30)),
        ((1405, 6, 31), 6, (1405, 12, 29)),
        ((1403, 12, 30), 12, (1404, 12, 29)),
        ((1407, 12, 29), 12, (1408, 12, 29)),
        ((1405, 9, 2), 3, (1405, 12, 2)),
        ((1405, 9, 2), 0, (1405, 9, 2)),
        ((1405, 1, 31), -1, (1404, 12, 29)),
        ((1405, 1, 31), -13, (1403, 12, 30)),
    ],
)
def test_months_are_counted_with_clamping(
    first: tuple[int, int, int], months: int, expected: tuple[int, int, int]
) -> None:
    assert add_months(JalaliDate(*first), months) == JalaliDate(*expected)
    assert add_months_to_date(JalaliDate(*first).to_date(), months) == JalaliDate(*expected).to_date()


def test_a_series_counted_from_its_first_day_keeps_that_day() -> None:
    first = JalaliDate(1405, 6, 31)
    series = [add_months(first, 3 * k).day for k in range(5)]
    assert series == [31, 30, 29, 31, 31]


def test_months_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(DateError):
        add_months(JalaliDate(2999, 12, 1), 24)


@given(DAYS_1300_TO_1500, st.integers(-600, 600))
def test_adding_months_moves_by_that_many_months_and_never_past_the_day(day: dt.date, months: int) -> None:
    first = JalaliDate.from_date(day)
    later = add_months(first, months)
    assert (later.year - first.year) * 12 + later.month - first.month == months
    assert later.day == min(first.day, days_in_month(later.year, later.month))


def test_a_month_and_a_year_are_half_open_gregorian_ranges() -> None:
    assert month_range(1405, 12) == (dt.date(2027, 2, 20), dt.date(2027, 3, 21))
    assert month_range(1405, 9) == (dt.date(2026, 11, 22), dt.date(2026, 12, 22))
    assert year_range(1404) == (dt.date(2025, 3, 21), dt.date(2026, 3, 21))
    assert year_range(1403)[1] == year_range(1404)[0]


def test_the_fiscal_year_is_the_jalali_year() -> None:
    assert fiscal_year(dt.date(2026, 3, 20)) == 1404
    assert fiscal_year(dt.date(2026, 3, 21)) == 1405


def test_a_moment_belongs_to_its_day_in_tehran() -> None:
    before = dt.datetime(2026, 11, 23, 20, 29, 59, tzinfo=dt.UTC)
    after = dt.datetime(2026, 11, 23, 20, 30, tzinfo=dt.UTC)
    assert (jalali_day(before), jalali_day(after)) == (JalaliDate(1405, 9, 2), JalaliDate(1405, 9, 3))
    assert tehran_date(after) == dt.date(2026, 11, 24)
    assert start_of_day(JalaliDate(1405, 9, 3)) == after
    assert start_of_day(dt.date(2026, 11, 24)) == after


def test_there_is_no_summer_time_since_1401() -> None:
    assert start_of_day(JalaliDate(1405, 4, 1)).utcoffset() == dt.timedelta(hours=3, minutes=30)
    assert start_of_day(JalaliDate(1400, 4, 1)).utcoffset() == dt.timedelta(hours=4, minutes=30)


def test_a_naive_moment_is_refused() -> None:
    naive = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="naive"):
        jalali_day(naive)
    with pytest.raises(TypeError):
        JalaliDate.from_date(naive)


def test_a_month_is_named_by_its_first_day() -> None:
    assert first_of_month(dt.date(2026, 11, 23)) == dt.date(2026, 11, 22)  # 1 Azar 1405
    assert first_of_month(dt.date(2026, 11, 22)) == dt.date(2026, 11, 22)
    assert first_of_month(dt.date(2026, 11, 21)) == JalaliDate(1405, 8, 1).to_date()


def test_months_between_cross_the_turn_of_the_year_and_hold_both_ends() -> None:
    found = months_between(JalaliDate(1404, 11, 30).to_date(), JalaliDate(1405, 2, 1).to_date())
    assert found == [JalaliDate(*month, 1).to_date() for month in ((1404, 11), (1404, 12), (1405, 1), (1405, 2))]
    assert months_between(JalaliDate(1405, 2, 1).to_date(), JalaliDate(1405, 1, 31).to_date()) == []


def test_months_have_numbers_that_follow_one_another_over_the_turn_of_the_year() -> None:
    esfand, farvardin = JalaliDate(1404, 12, 29).to_date(), JalaliDate(1405, 1, 1).to_date()
    assert month_number(esfand) == 12 * 1404 + 11
    assert month_number(farvardin) - month_number(esfand) == 1
    assert month_numbered(month_number(esfand)) == JalaliDate(1404, 12, 1).to_date()
    assert is_first_day(farvardin) and not is_first_day(esfand)


@given(st.dates(dt.date(1000, 1, 1), dt.date(2600, 1, 1)), st.integers(-600, 600))
def test_counting_by_numbers_is_counting_months(day: dt.date, months: int) -> None:
    assert month_numbered(month_number(day) + months) == add_months_to_date(first_of_month(day), months)
