"""Jalali dates as text."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.persian.calendar import JalaliDate
from core.persian.dates import format_date, format_datetime, format_time, month_name, parse_date, weekday_name
from core.persian.errors import DateError

DAY = dt.date(2026, 11, 23)
MOMENT = dt.datetime(2026, 11, 23, 11, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("style", "persian", "english"),
    [
        ("short", "۱۴۰۵/۰۹/۰۲", "1405/09/02"),
        ("long", "۲ آذر ۱۴۰۵", "2 Azar 1405"),
        ("full", "دوشنبه ۲ آذر ۱۴۰۵", "Monday 2 Azar 1405"),
        ("month", "آذر ۱۴۰۵", "Azar 1405"),
    ],
)
def test_a_day_is_written_in_each_style_and_language(style, persian: str, english: str) -> None:
    for day in (DAY, JalaliDate(1405, 9, 2), MOMENT):
        assert format_date(day, style) == persian
        assert format_date(day, style, language="en") == english


def test_a_moment_is_written_in_the_time_of_tehran() -> None:
    assert format_time(MOMENT) == "۱۴:۳۲"
    assert format_datetime(MOMENT) == "۱۴۰۵/۰۹/۰۲ ۱۴:۳۲"
    assert format_datetime(MOMENT, "long") == "۲ آذر ۱۴۰۵، ساعت ۱۴:۳۲"
    assert format_datetime(MOMENT, "long", language="en") == "2 Azar 1405, 14:32"


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        format_datetime(MOMENT.replace(tzinfo=None))


def test_months_and_weekdays_have_names_in_both_languages() -> None:
    assert [month_name(month) for month in (1, 2, 12)] == ["فروردین", "اردیبهشت", "اسفند"]
    assert month_name(9, language="en") == "Azar"
    assert (weekday_name(0), weekday_name(6)) == ("شنبه", "جمعه")
    with pytest.raises(DateError):
        month_name(0)


@pytest.mark.parametrize(
    "text",
    [
        "1405/9/2",
        "۱۴۰۵/۰۹/۰۲",
        "١٤٠٥-٠٩-٠٢",
        "1405.09.02",
        "1405 9 2",
        " \u200f۱۴۰۵/۹/۲\u200e",
        "۲ آذر ۱۴۰۵",
        "2 Azar 1405",
        "۲\u00a0آذر ۱۴۰۵",
    ],
)
def test_a_date_is_read_in_every_usual_spelling(text: str) -> None:
    assert parse_date(text) == JalaliDate(1405, 9, 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("1404/12/30", "day"),
        ("۱۴۰۴/۱۲/۳۰", "day"),
        ("1405/07/31", "day"),
        ("1405/13/01", "month"),
        ("1405/00/10", "month"),
        ("2026-11-23", "gregorian_year"),
        ("1979/02/11", "gregorian_year"),
        ("0405/01/01", "year"),
        ("1700/01/01", "year"),
        ("05/09/02", "format"),
        ("2/9/1405", "format"),
        ("1405/9-2", "format"),
        ("1405/9/2/1", "format"),
        ("۲ نوامبر ۱۴۰۵", "format"),
        ("14050902", "format"),
        ("1405/²/1", "format"),
        ("1405/1/\x001", "control_character"),
        ("1" * 100_000, "too_long"),
        ("😀", "format"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_date(text)
    assert refusal.value.code == code


@given(st.dates(min_value=JalaliDate(1300, 1, 1).to_date(), max_value=JalaliDate(1500, 12, 29).to_date()))
def test_a_date_written_is_the_date_read(day: dt.date) -> None:
    for style in ("short", "long"):
        for language in ("fa", "en"):
            assert parse_date(format_date(day, style, language=language)).to_date() == day
    assert parse_date(JalaliDate.from_date(day).isoformat()).to_date() == day
