"""Identity numbers: one canonical ASCII spelling for each, or an IdentifierError (domain notes §4.1).

Input is normalised first (Persian and Arabic digits, blanks, invisible marks), then measured, then its
check digits are verified. Numbers stay text: leading zeros count, and nothing is filled up silently.
"""

import re

from core.persian.digits import to_ascii
from core.persian.errors import IdentifierError, refuse_unreadable
from core.persian.text import ZWNJ, normalise

LONGEST_INPUT = 64

_DIGITS = re.compile(r"[0-9]+")
_MOBILE = re.compile(r"(?:\+98|0098|98|0)?(9[0-9]{9})")
_LEGAL_WEIGHTS = (29, 27, 23, 19, 17)
_DASHES = re.compile("[-\u2010-\u2015\u2212]")


def parse_national_code(text: str) -> str:
    """Return the ten digits of a natural person's national code (کد ملی). Raises IdentifierError.

    The first digits tell where a card was issued, never where its owner lives.
    """
    digits = _exact_digits(_compact(text), 10)
    # All ten repeated-digit numbers satisfy the checksum, and none was ever issued.
    _refuse_repeated(digits)
    remainder = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    if int(digits[9]) != (remainder if remainder < 2 else 11 - remainder):
        raise IdentifierError("check_digit")
    return digits


def parse_legal_national_id(text: str) -> str:
    """Return the eleven digits of a legal entity's national ID (شناسه ملی). Raises IdentifierError."""
    digits = _exact_digits(_compact(text), 11)
    _refuse_repeated(digits)
    shift = int(digits[9]) + 2
    total = sum((int(digit) + shift) * _LEGAL_WEIGHTS[place % 5] for place, digit in enumerate(digits[:10]))
    if int(digits[10]) != total % 11 % 10:
        raise IdentifierError("check_digit")
    return digits


def legal_national_id_warnings(legal_national_id: str) -> list[str]:
    """Return reason codes for a canonical legal ID that is unusual but allowed: ``unusual_prefix``."""
    return [] if legal_national_id.startswith(("10", "14")) else ["unusual_prefix"]


def parse_mobile(text: str) -> str:
    """Return a mobile number of Iran as ``09xxxxxxxxx``; +98, 0098, 98, 0 or nothing may stand before the 9.

    Raises IdentifierError. Operator and province cannot be told from it (numbers are portable).
    """
    plain = _DASHES.sub("", _compact(text))
    found = _MOBILE.fullmatch(plain)
    if found is None:
        raise IdentifierError("format")
    return f"0{found[1]}"


def mobile_warnings(mobile: str) -> list[str]:
    """Return reason codes for a canonical mobile number that is unusual but allowed: ``unusual_prefix``."""
    return [] if mobile[2:3] in set("012349") else ["unusual_prefix"]


def parse_postal_code(text: str) -> str:
    """Return the ten digits of a postal code; a hyphen after the fifth digit may be typed. Raises
    IdentifierError.

    There is no checksum. The older rules about single digits are only warnings: see `postal_code_warnings`.
    """
    plain = _compact(text)
    if re.fullmatch(r"[0-9]{5}.[0-9]{5}", plain) and _DASHES.fullmatch(plain[5]):
        plain = plain[:5] + plain[6:]
    digits = _exact_digits(plain, 10)
    _refuse_repeated(digits)
    return digits


def postal_code_warnings(postal_code: str) -> list[str]:
    """Return reason codes for a canonical postal code that breaks the older rules, whose present force is
    unknown.

    ``zero_at_start`` (a 0 in the first five), ``has_two`` (a 2 anywhere), ``repeated_start`` (first four
    alike), ``fifth_is_five``, ``not_zanjan`` (codes of the province begin with 45).
    """
    checks = {
        "zero_at_start": "0" in postal_code[:5],
        "has_two": "2" in postal_code,
        "repeated_start": len(set(postal_code[:4])) == 1,
        "fifth_is_five": postal_code[4:5] == "5",
        "not_zanjan": not postal_code.startswith("45"),
    }
    return [code for code, broken in checks.items() if broken]


def parse_sheba(text: str) -> str:
    """Return an account number (شبا) as ``IR`` and 24 digits; IR and blanks may be left out. Raises
    IdentifierError.

    A bank card number in its place has its own code (``bank_card``): cards are never stored.
    """
    plain = _DASHES.sub("", _compact(text)).upper()
    if is_bank_card(plain):
        raise IdentifierError("bank_card")
    digits = _exact_digits(plain.removeprefix("IR"), 24)
    if int(f"{digits[2:]}1827{digits[:2]}") % 97 != 1:
        raise IdentifierError("check_digit")
    return f"IR{digits}"


def is_bank_card(text: str) -> bool:
    """Return whether the text is a bank card number: 16 digits, not all zero, Luhn. Used to keep cards out."""
    plain = _DASHES.sub("", spell(text))
    if not re.fullmatch(r"[0-9]{16}", plain) or set(plain) == {"0"}:
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(plain)]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def spell(text: str) -> str:
    """Return any text as an identifier would be spelled (ASCII digits, no blanks), checked for nothing.

    For looking things up by what was typed: it finds the canonical spelling or nothing.
    """
    return to_ascii(normalise(text)).replace(" ", "").replace(ZWNJ, "")


def mask_national_code(text: str) -> str:
    """Return a national code (or legal ID) for lists and logs: only its last four characters can be read."""
    return _masked(text, first=0, last=4)


def mask_mobile(text: str) -> str:
    """Return a mobile number for lists and logs: ``0912***6789``."""
    return _masked(text, first=4, last=4)


def _masked(text: str, *, first: int, last: int) -> str:
    # A text too short to be the real thing is hidden whole: it may be half of somebody's number.
    hidden = len(text) - first - last
    if hidden < 3:
        return "*" * len(text)
    return f"{text[:first]}{'*' * hidden}{text[-last:]}"


def _compact(text: str) -> str:
    plain = spell(refuse_unreadable(text, LONGEST_INPUT, IdentifierError))
    if not plain:
        raise IdentifierError("empty")
    return plain


def _exact_digits(plain: str, length: int) -> str:
    if not _DIGITS.fullmatch(plain):
        raise IdentifierError("format")
    if len(plain) != length:
        raise IdentifierError("length", {"expected": length, "actual": len(plain)})
    return plain


def _refuse_repeated(digits: str) -> None:
    if len(set(digits)) == 1:
        raise IdentifierError("repeated")
