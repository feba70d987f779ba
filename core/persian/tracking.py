"""Tracking codes such as ``ZN-1405-K7Q2M9T``: year, six characters, one check character.

The alphabet has 31 signs, none of which is mistaken for another when read aloud, written by hand or printed
(no I, L, O, 0, 1). 31 is prime, so a weighted sum modulo 31 catches every single wrong character and every
two neighbours that changed places, the check character and the year's digits included.
"""

import re

from core.persian.digits import to_ascii
from core.persian.errors import IdentifierError, refuse_unreadable
from core.persian.text import normalise

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
PREFIX = "ZN"
SERIAL_LENGTH = 6
SERIAL_SPACE = len(ALPHABET) ** SERIAL_LENGTH
LONGEST_INPUT = 40

_MODULUS = len(ALPHABET)
_WEIGHT = 3  # a primitive root of 31: its powers differ for 30 places
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_NOISE = re.compile("[\\s_.\u2010-\u2015\u2212-]+")


def check_character(body: str) -> str:
    """Return the check character for up to 29 characters of ALPHABET. Raises IdentifierError (format)
    otherwise.
    """
    if len(body) > _MODULUS - 2 or any(character not in _VALUES for character in body):
        raise IdentifierError("format")
    total = 0
    for character in body:
        total = (total + _VALUES[character]) * _WEIGHT % _MODULUS
    return ALPHABET[-total % _MODULUS]


def is_checked(text: str) -> bool:
    """Return whether the last character of `text` is the check character of what stands before it."""
    try:
        return len(text) > 1 and check_character(text[:-1]) == text[-1]
    except IdentifierError:
        return False


def encode_serial(number: int) -> str:
    """Return six characters for a number from 0 to SERIAL_SPACE − 1 (draw it at random: codes must not be
    guessable).

    Raises ValueError outside that range.
    """
    if not 0 <= number < SERIAL_SPACE:
        raise ValueError("serial out of range")
    characters = ""
    for _ in range(SERIAL_LENGTH):
        number, value = divmod(number, _MODULUS)
        characters = ALPHABET[value] + characters
    return characters


def make_tracking_code(year: int, number: int, *, prefix: str = PREFIX) -> str:
    """Return ``<prefix>-<year>-<six characters><check>`` for a Jalali year (four digits) and a serial
    number.
    """
    if not 1000 <= year <= 9999:
        raise ValueError("the year has four digits")
    serial = encode_serial(number)
    return f"{prefix}-{year}-{serial}{check_character(_year_sign(year) + serial)}"


def parse_tracking_code(text: str, *, prefix: str = PREFIX) -> str:
    """Return the canonical tracking code in `text`. Raises IdentifierError.

    Persian digits, lower case, blanks, other dashes or none, and a missing prefix are all forgiven.
    """
    plain = to_ascii(normalise(refuse_unreadable(text, LONGEST_INPUT, IdentifierError)))
    plain = _NOISE.sub("", plain).upper()
    if not plain:
        raise IdentifierError("empty")
    found = re.fullmatch(rf"(?:{re.escape(prefix)})?([0-9]{{4}})([{ALPHABET}]{{{SERIAL_LENGTH + 1}}})", plain)
    if found is None:
        raise IdentifierError("format")
    year, serial = found[1], found[2]
    if not is_checked(_year_sign(int(year)) + serial):
        raise IdentifierError("check_digit")
    return f"{prefix}-{year}-{serial}"


def _year_sign(year: int) -> str:
    # 31 divides neither d·10ᵏ nor 9·d·10ᵏ for a digit d: every slip in the year changes its remainder.
    return ALPHABET[year % _MODULUS]
