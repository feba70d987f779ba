"""Persian alphabetical order as a plain string (domain notes §4.5).

The database cannot be trusted with it (the embedded PostgreSQL has no ICU), so a key is stored beside the
text and compared code point by code point (collation "C").
"""

import re
import unicodedata

from core.persian.digits import to_ascii
from core.persian.text import ZWNJ, normalise

# Order of ICU's `fa`: آ, then ا, then hamza on whatever seat, then ب … ; و stands before ه.
_ALPHABET = ("آ", "اٱ", "ءأإؤئ", *"بپتثجچحخدذرزژسشصضطظعغفقکگلمنو", "هۀةھہە", "یےې")
_FIRST_RANK = ord("A")
_LETTER_RANKS = {letter: chr(_FIRST_RANK + rank) for rank, letters in enumerate(_ALPHABET) for letter in letters}
_TOKEN = re.compile("([0-9]+)|(.)", re.DOTALL)
_LONGEST_NUMBER = 40


def sort_key(text: str) -> str:
    """Return a key whose code-point order is the alphabetical order of `text`.

    Blank < signs < numbers < Persian letters < Latin letters < other letters; upper and lower case are one,
    ZWNJ and marks do not count. Numbers inside the text are ordered by value, so that plot ۲ comes before
    plot ۱۰, whichever digits they are written in. The key may be cut to a column's width: its beginning
    orders like the whole.
    """
    plain = to_ascii(normalise(text)).replace(ZWNJ, "").lower()
    return "".join(_number_key(found[1]) if found[1] else _character_key(found[2]) for found in _TOKEN.finditer(plain))


def _number_key(digits: str) -> str:
    # The length goes first: of two numbers the one with more digits is the greater one.
    significant = digits.lstrip("0")[:_LONGEST_NUMBER] or "0"
    return f"0{chr(ord('0') + len(significant))}{significant}"


def _character_key(character: str) -> str:
    if character == " ":
        return " "
    if character in _LETTER_RANKS:
        return _LETTER_RANKS[character]
    base = unicodedata.normalize("NFD", character)[0]
    category = unicodedata.category(base)
    if "a" <= base <= "z":
        return f"x{base}"
    if category[0] in "PSZ":
        return f"!{base}"
    return "" if category == "Mn" else f"~{base}"
