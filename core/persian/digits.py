"""Digits and numbers as people in Iran write them (domain notes §4, §4.3).

Nothing here uses ``str.isdigit`` or a bare ``\\d``: both take three sets of digits (and superscripts) for
one.
"""

import re
from decimal import Decimal
from typing import Literal

from core.persian.errors import NumberError, refuse_unreadable
from core.persian.text import normalise

Language = Literal["fa", "en"]

THOUSANDS = "\u066c"
DECIMAL = "\u066b"
MINUS = "\u2212"
LONGEST_INPUT = 64
MOST_DIGITS = 18

_TO_ASCII = {start + n: 0x30 + n for start in (0x06F0, 0x0660) for n in range(10)}
_TO_PERSIAN = {start + n: 0x06F0 + n for start in (0x30, 0x0660) for n in range(10)}
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>[0-9]+|[0-9]{1,3}(?:(?P<mark>[, ])[0-9]{3})(?:(?P=mark)[0-9]{3})*)"
    r"(?:\.(?P<fraction>[0-9]+))?"
)
_LOOKS_GROUPED = re.compile(r"[+-]?[0-9][0-9, ]*(?:\.[0-9]+)?")
_SIGNS = str.maketrans({"،": ",", THOUSANDS: ",", DECIMAL: ".", MINUS: "-"})


def to_ascii(text: str) -> str:
    """Return `text` with Persian and Arabic digits as 0–9; everything else, other digit sets too, stays."""
    return text.translate(_TO_ASCII)


def to_persian(text: str) -> str:
    """Return `text` with ASCII and Arabic digits as ۰–۹; everything else stays."""
    return text.translate(_TO_PERSIAN)


def format_number(number: int | Decimal, *, language: Language = "fa") -> str:
    """Return `number` for reading: ``۱٬۲۳۴٬۵۶۷٫۵`` in Persian, ``1,234,567.5`` in English, all its places
    kept.
    """
    latin = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,d}"
    if language != "fa":
        return latin
    signs = str.maketrans({",": THOUSANDS, ".": DECIMAL, "-": MINUS})
    # The mark keeps the sign before its number when the sentence around it runs from right to left.
    return ("\u200e" if number < 0 else "") + to_persian(latin.translate(signs))


def parse_integer(text: str, *, minimum: int | None = None, maximum: int | None = None) -> int:
    """Read a whole number in Persian, Arabic or ASCII digits, plain or grouped in threes by ``, ، ٬`` or a
    space.

    Raises NumberError; ``1_000``, ``1e5``, ``NaN``, ``²``, wrong groups and more than 18 digits are refused.
    """
    sign, whole, fraction = _split(text)
    if fraction:
        raise NumberError("format")
    number = int(sign + whole)
    _check_bounds(number, minimum, maximum)
    return number


def parse_decimal(
    text: str, *, places: int = 6, minimum: Decimal | int | None = None, maximum: Decimal | int | None = None
) -> Decimal:
    """Read a number as `parse_integer` does, with at most `places` digits after ``٫`` or a full stop.

    Raises NumberError.
    """
    sign, whole, fraction = _split(text)
    if len(fraction) > places:
        raise NumberError("too_many_places", {"places": places})
    number = Decimal(f"{sign}{whole}.{fraction}" if fraction else sign + whole)
    _check_bounds(number, minimum, maximum)
    return number


def _split(text: str) -> tuple[str, str, str]:
    plain = to_ascii(normalise(refuse_unreadable(text, LONGEST_INPUT, NumberError)))
    if not plain:
        raise NumberError("empty")
    plain = plain.translate(_SIGNS)
    found = _NUMBER.fullmatch(plain)
    if found is None:
        raise NumberError("grouping" if _LOOKS_GROUPED.fullmatch(plain) else "format")
    whole = re.sub("[, ]", "", found["whole"])
    if len(whole) > MOST_DIGITS:
        raise NumberError("too_many_digits", {"limit": MOST_DIGITS})
    return found["sign"], whole, found["fraction"] or ""


def _check_bounds(number: int | Decimal, minimum: Decimal | int | None, maximum: Decimal | int | None) -> None:
    if minimum is not None and number < minimum:
        raise NumberError("below_minimum", {"minimum": minimum})
    if maximum is not None and number > maximum:
        raise NumberError("above_maximum", {"maximum": maximum})
