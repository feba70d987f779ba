"""Numbers as people write them, and what looks like a number but is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.persian.digits import format_number, parse_decimal, parse_integer, to_ascii, to_persian
from core.persian.errors import NumberError, PersianValueError


def test_both_sets_of_digits_become_ascii_and_back() -> None:
    assert to_ascii("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ الف") == "0123456789 0123456789 الف"
    assert to_persian("0123456789 ٠١٢٣٤٥٦٧٨٩ a") == "۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹ a"


def test_superscripts_and_foreign_digits_are_not_taken_for_digits() -> None:
    assert to_ascii("²३๓𝟗") == "²३๓𝟗"


@pytest.mark.parametrize(
    ("number", "persian", "english"),
    [
        (0, "۰", "0"),
        (999, "۹۹۹", "999"),
        (1234567, "۱٬۲۳۴٬۵۶۷", "1,234,567"),
        (Decimal("1234567.5"), "۱٬۲۳۴٬۵۶۷٫۵", "1,234,567.5"),
        (-12, "\u200e\u2212۱۲", "-12"),
        (Decimal("1E+3"), "۱٬۰۰۰", "1,000"),
    ],
)
def test_numbers_are_shown_with_the_separators_of_the_language(
    number: int | Decimal, persian: str, english: str
) -> None:
    assert format_number(number) == persian
    assert format_number(number, language="en") == english


@pytest.mark.parametrize(
    "text",
    [
        "1234567",
        "۱۲۳۴۵۶۷",
        "١٢٣٤٥٦٧",
        "۱٬۲۳۴٬۵۶۷",
        "1,234,567",
        "۱،۲۳۴،۵۶۷",
        "1 234 567",
        "1\u00a0234\u202f567",
        " \u200f۱۲۳۴۵۶۷\u200e ",
        "+1234567",
    ],
)
def test_a_whole_number_is_read_in_every_usual_spelling(text: str) -> None:
    assert parse_integer(text) == 1234567


def test_thousand_with_its_separator_is_a_thousand() -> None:
    assert parse_integer("۱٬۰۰۰") == 1000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  \u200e ", "empty"),
        ("1_000", "format"),
        ("1e5", "format"),
        ("NaN", "format"),
        ("inf", "format"),
        ("²", "format"),
        ("३", "format"),
        ("0x10", "format"),
        ("--1", "format"),
        ("1-", "format"),
        ("۱۲٫۵", "format"),
        ("12.", "format"),
        ("1,23", "grouping"),
        ("12 34", "grouping"),
        ("1,,000", "grouping"),
        ("1,234 567", "grouping"),
        ("1" * 19, "too_many_digits"),
        ("9" * 5000, "too_long"),
        ("12\x003", "control_character"),
        ("😀", "format"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_integer(text)
    assert refusal.value.code == code


def test_numbers_outside_their_bounds_name_the_bound() -> None:
    with pytest.raises(NumberError) as low:
        parse_integer("\u2212۵", minimum=0)
    with pytest.raises(NumberError) as high:
        parse_integer("۱۱", maximum=10)
    assert (low.value.code, low.value.params) == ("below_minimum", {"minimum": 0})
    assert (high.value.code, high.value.params) == ("above_maximum", {"maximum": 10})


def test_decimals_take_the_persian_sign_and_the_full_stop() -> None:
    assert parse_decimal("۱۲٫۵") == Decimal("12.5")
    assert parse_decimal("1,234.50") == Decimal("1234.50")
    assert parse_decimal("-۰٫۲۵") == Decimal("-0.25")
    assert parse_decimal("۷") == Decimal(7)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.2.3", "format"),
        ("1e5", "format"),
        ("NaN", "format"),
        ("sNaN", "format"),
        (".5", "format"),
        ("۱/۵", "format"),
        ("1.1234567", "too_many_places"),
    ],
)
def test_other_decimals_are_refused(text: str, code: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_decimal(text)
    assert refusal.value.code == code


@given(st.integers(min_value=-(10**18) + 1, max_value=10**18 - 1))
def test_a_number_shown_is_the_number_read(number: int) -> None:
    assert parse_integer(format_number(number)) == number
    assert parse_integer(format_number(number, language="en")) == number


@given(st.text())
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    for parse in (parse_integer, parse_decimal):
        try:
            number = parse(text)
        except PersianValueError as refusal:
            assert refusal.code
        else:
            assert abs(number) < 10**18
