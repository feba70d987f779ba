"""Tracking codes: readable aloud, typed back with care or without, every slip found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.persian.digits import to_persian
from core.persian.errors import IdentifierError
from core.persian.tracking import (
    ALPHABET,
    SERIAL_SPACE,
    check_character,
    encode_serial,
    is_checked,
    make_tracking_code,
    parse_tracking_code,
)

YEARS = st.integers(1300, 1500)
NUMBERS = st.integers(0, SERIAL_SPACE - 1)
BODIES = st.text(alphabet=ALPHABET, min_size=1, max_size=29)


def test_the_alphabet_has_no_look_alikes_and_a_prime_number_of_signs() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 31
    assert not set("01ILO") & set(ALPHABET)


def test_a_code_shows_prefix_year_six_characters_and_the_check_character() -> None:
    assert make_tracking_code(1405, 0) == "ZN-1405-222222" + check_character(ALPHABET[1405 % 31] + "222222")
    assert make_tracking_code(1405, SERIAL_SPACE - 1, prefix="CL").startswith("CL-1405-ZZZZZZ")


def test_the_example_that_people_are_shown_is_a_right_code() -> None:
    assert parse_tracking_code("zn ۱۴۰۵ k7q2m9t") == "ZN-1405-K7Q2M9T"


def test_serials_are_one_to_one() -> None:
    numbers = [0, 1, 30, 31, 12345678, SERIAL_SPACE - 1]
    assert len({encode_serial(number) for number in numbers}) == len(numbers)
    for number in (-1, SERIAL_SPACE):
        with pytest.raises(ValueError, match="range"):
            encode_serial(number)


@given(BODIES, st.data())
def test_every_single_substitution_is_found(body: str, data: st.DataObject) -> None:
    checked = body + check_character(body)
    place = data.draw(st.integers(0, len(checked) - 1))
    other = data.draw(st.sampled_from(ALPHABET).filter(lambda sign: sign != checked[place]))
    assert is_checked(checked)
    assert not is_checked(checked[:place] + other + checked[place + 1 :])


@given(BODIES, st.data())
def test_every_transposition_of_neighbours_is_found(body: str, data: st.DataObject) -> None:
    checked = body + check_character(body)
    place = data.draw(st.integers(0, len(checked) - 2))
    swapped = checked[:place] + checked[place + 1] + checked[place] + checked[place + 2 :]
    assert is_checked(swapped) == (swapped == checked)


@given(YEARS, NUMBERS, st.integers(0, 3), st.sampled_from("0123456789"))
def test_a_slip_in_the_year_is_found(year: int, number: int, place: int, digit: str) -> None:
    code = make_tracking_code(year, number)
    at = len("ZN-") + place
    slipped = code[:at] + digit + code[at + 1 :]
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :] if place < 3 else code
    for wrong in {slipped, swapped} - {code}:
        with pytest.raises(IdentifierError):
            parse_tracking_code(wrong)


@given(YEARS, NUMBERS)
def test_a_code_is_read_however_it_is_typed(year: int, number: int) -> None:
    code = make_tracking_code(year, number)
    plain = code.replace("-", "")
    for typed in (
        code,
        code.lower(),
        to_persian(code),
        plain,
        plain[2:],
        code.replace("-", " – "),
        f"\u200f {code}\u202c",
    ):
        assert parse_tracking_code(typed) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("--", "empty"),
        ("ZN-1405-222222", "format"),
        ("ZN-1405-K7Q2M9TX", "format"),
        ("ZN-1405-K7Q2MO9", "format"),
        ("AB-1405-K7Q2M9X", "format"),
        ("ZN-1405-\x00K7Q2M9X", "control_character"),
        ("Z" * 100_000, "too_long"),
    ],
)
def test_other_texts_are_refused_with_their_reason(text: str, code: str) -> None:
    with pytest.raises(IdentifierError) as refusal:
        parse_tracking_code(text)
    assert refusal.value.code == code


def test_a_wrong_check_character_has_its_own_reason() -> None:
    right = make_tracking_code(1405, 42)
    wrong = right[:-1] + next(sign for sign in ALPHABET if sign != right[-1])
    with pytest.raises(IdentifierError) as refusal:
        parse_tracking_code(wrong)
    assert refusal.value.code == "check_digit"


def test_a_body_outside_the_alphabet_or_too_long_has_no_check_character() -> None:
    for body in ("K0", "a", "2" * 30):
        with pytest.raises(IdentifierError):
            check_character(body)
    assert not is_checked("0")
    assert not is_checked("OO")
