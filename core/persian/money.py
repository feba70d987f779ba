"""Money is a whole number of rials (domain notes §4.3): never a float, the unit always printed beside it."""

from decimal import Decimal

from core.persian.digits import Language, format_number, parse_integer
from core.persian.errors import NumberError, refuse_unreadable
from core.persian.text import normalise

RIALS_IN_TOMAN = 10
MOST_RIALS = 10**18 - 1
LONGEST_INPUT = 64

_UNITS: dict[Language, tuple[str, str]] = {"fa": ("ریال", "تومان"), "en": ("rials", "tomans")}
_RIAL_WORDS = ("ریال", "rials", "rial", "irr")
_TOMAN_WORDS = ("تومان", "تومن", "tomans", "toman")

_BELOW_TWENTY: dict[Language, tuple[str, ...]] = {
    "fa": (
        *("صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده"),
        *("سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"),
    ),
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
        *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    ),
}
_TENS: dict[Language, tuple[str, ...]] = {
    "fa": ("بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"),
    "en": ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
}
_HUNDREDS = ("یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_SCALES: dict[Language, tuple[str, ...]] = {
    "fa": ("", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون"),
    "en": ("", "thousand", "million", "billion", "trillion", "quadrillion"),
}
_JOINTS: dict[Language, str] = {"fa": " و ", "en": " "}
_NEGATIVE: dict[Language, str] = {"fa": "منفی", "en": "minus"}


def format_rials(rials: int, *, language: Language = "fa") -> str:
    """Return an amount of rials with its unit: ``۱٬۲۳۴٬۵۶۷ ریال``."""
    return f"{format_number(rials, language=language)} {_UNITS[language][0]}"


def format_tomans(rials: int, *, language: Language = "fa") -> str:
    """Return an amount given **in rials** as tomans with the unit: ``۱۲۳٬۴۵۶٫۷ تومان``; nothing is rounded
    away.
    """
    whole = rials % RIALS_IN_TOMAN == 0
    tomans = rials // RIALS_IN_TOMAN if whole else Decimal(rials).scaleb(-1)
    return f"{format_number(tomans, language=language)} {_UNITS[language][1]}"


def in_words(number: int, *, language: Language = "fa") -> str:
    """Return a whole number in words, as on a cheque. Raises NumberError beyond ±(10¹⁸ − 1)."""
    if abs(number) > MOST_RIALS:
        raise NumberError("above_maximum", {"maximum": MOST_RIALS})
    if number == 0:
        return _BELOW_TWENTY[language][0]
    groups: list[str] = []
    rest = abs(number)
    for scale in _SCALES[language]:
        rest, group = divmod(rest, 1000)
        if group:
            groups.insert(0, f"{_group_in_words(group, language)} {scale}".rstrip())
    words = _JOINTS[language].join(groups)
    return f"{_NEGATIVE[language]} {words}" if number < 0 else words


def rials_in_words(rials: int, *, language: Language = "fa") -> str:
    """Return an amount of rials in words with its unit: ``دو میلیون ریال``."""
    return f"{in_words(rials, language=language)} {_UNITS[language][0]}"


def _group_in_words(group: int, language: Language) -> str:
    words: list[str] = []
    hundreds, rest = divmod(group, 100)
    if hundreds:
        words.append(_HUNDREDS[hundreds - 1] if language == "fa" else f"{_BELOW_TWENTY['en'][hundreds]} hundred")
    if rest >= 20:
        words.append(_TENS[language][rest // 10 - 2])
        rest %= 10
        if language == "en" and rest:
            words[-1] += f"-{_BELOW_TWENTY['en'][rest]}"
            rest = 0
    if rest:
        words.append(_BELOW_TWENTY[language][rest])
    return _JOINTS[language].join(words)


def parse_rials(text: str, *, minimum: int = 0, maximum: int = MOST_RIALS) -> int:
    """Read an amount typed in rials, with or without the word «ریال».

    Raises NumberError; an amount typed in tomans is refused (code ``unit``), since guessing would be wrong
    by ten.
    """
    plain = normalise(refuse_unreadable(text, LONGEST_INPUT, NumberError)).lower()
    if any(word in plain for word in _TOMAN_WORDS):
        raise NumberError("unit")
    for word in _RIAL_WORDS:
        if plain.endswith(word):
            plain = plain.removesuffix(word)
            break
    return parse_integer(plain, minimum=minimum, maximum=maximum)


def split_instalments(total: int, parts: int, *, round_to: int = 1) -> list[int]:
    """Split `total` rials into `parts` equal instalments, each a multiple of `round_to`; the last one takes
    the rest.

    The sum is always `total`. Raises ValueError for a negative total, or parts or round_to below one.
    """
    if total < 0 or parts < 1 or round_to < 1:
        raise ValueError("total must not be negative; parts and round_to must be at least one")
    each = total // parts // round_to * round_to
    return [each] * (parts - 1) + [total - each * (parts - 1)]
