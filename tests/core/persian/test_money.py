"""Whole rials: shown, spoken, read, split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools import digits as oracle

from core.persian.errors import NumberError
from core.persian.money import (
    MOST_RIALS,
    format_rials,
    format_tomans,
    in_words,
    parse_rials,
    rials_in_words,
    split_instalments,
)


def test_the_unit_is_always_printed() -> None:
    assert format_rials(1234567) == "۱٬۲۳۴٬۵۶۷ ریال"
    assert format_rials(1234567, language="en") == "1,234,567 rials"


def test_tomans_are_a_tenth_and_lose_nothing() -> None:
    assert format_tomans(90_000_000_000) == "۹٬۰۰۰٬۰۰۰٬۰۰۰ تومان"
    assert format_tomans(1234567) == "۱۲۳٬۴۵۶٫۷ تومان"
    assert format_tomans(MOST_RIALS, language="en") == "99,999,999,999,999,999.9 tomans"


@pytest.mark.parametrize(
    ("number", "persian", "english"),
    [
        (0, "صفر", "zero"),
        (15, "پانزده", "fifteen"),
        (21, "بیست و یک", "twenty-one"),
        (100, "یکصد", "one hundred"),
        (1000, "یک هزار", "one thousand"),
        (1_000_005, "یک میلیون و پنج", "one million five"),
        (80_000_000_000, "هشتاد میلیارد", "eighty billion"),
        (-250, "منفی دویست و پنجاه", "minus two hundred fifty"),
        (10**15, "یک کوادریلیون", "one quadrillion"),
    ],
)
def test_numbers_are_spoken(number: int, persian: str, english: str) -> None:
    assert in_words(number) == persian
    assert in_words(number, language="en") == english


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1))
def test_words_agree_with_another_library(number: int) -> None:
    assert in_words(number) == oracle.to_word(number)


def test_amounts_in_words_carry_their_unit_and_end_somewhere() -> None:
    assert rials_in_words(2_000_000) == "دو میلیون ریال"
    with pytest.raises(NumberError):
        in_words(MOST_RIALS + 1)


@pytest.mark.parametrize(
    "text", ["۱٬۲۳۴٬۵۶۷ ریال", "1,234,567", "1234567 IRR", "۱۲۳۴۵۶۷ریال", "1 234 567 rials", "١٢٣٤٥٦٧ ريال"]
)
def test_an_amount_is_read_with_or_without_its_unit(text: str) -> None:
    assert parse_rials(text) == 1234567


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("ریال", "empty"),
        ("۱۰۰ تومان", "unit"),
        ("-1", "below_minimum"),
        ("12.5", "format"),
        ("1_000", "format"),
        ("1e5", "format"),
        ("۱۰۰ دلار", "format"),
        ("9" * 5000, "too_long"),
        ("1\x00", "control_character"),
    ],
)
def test_other_amounts_are_refused_with_their_reason(text: str, code: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_rials(text)
    assert refusal.value.code == code


@given(st.integers(0, MOST_RIALS))
def test_an_amount_shown_is_the_amount_read(rials: int) -> None:
    assert parse_rials(format_rials(rials)) == rials
    assert parse_rials(format_rials(rials, language="en")) == rials


@given(st.integers(0, MOST_RIALS), st.integers(1, 240), st.sampled_from([1, 10, 1000, 1_000_000]))
def test_instalments_add_up_and_only_the_last_one_differs(total: int, parts: int, round_to: int) -> None:
    instalments = split_instalments(total, parts, round_to=round_to)
    assert sum(instalments) == total
    assert len(instalments) == parts
    assert len(set(instalments[:-1])) <= 1
    assert all(instalment % round_to == 0 for instalment in instalments[:-1])
    assert min(instalments) >= 0
    assert instalments[-1] - instalments[0] < parts * round_to


def test_the_last_instalment_takes_the_difference() -> None:
    assert split_instalments(100, 3) == [33, 33, 34]
    assert split_instalments(1_000_000, 3, round_to=1000) == [333_000, 333_000, 334_000]


@pytest.mark.parametrize(("total", "parts", "round_to"), [(-1, 3, 1), (10, 0, 1), (10, 2, 0)])
def test_senseless_splits_are_refused(total: int, parts: int, round_to: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        split_instalments(total, parts, round_to=round_to)
