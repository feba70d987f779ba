"""One spelling for each Persian text (domain notes §4.4).

`normalise` gives the form that is stored and shown; `search_key` gives the form that is searched and
compared. Both are idempotent and never raise on a string.
"""

import re
import unicodedata

ZWNJ = "\u200c"

# Characters that look like another one, or like nothing at all. Everything else is decided by category below.
_LETTERS = {
    "\u064a": "\u06cc",  # Arabic yeh
    "\u0649": "\u06cc",  # alef maksura
    "\u0643": "\u06a9",  # Arabic kaf
    "\u06c2": "\u06c0",  # heh goal with hamza: the same ۀ
    "\u0640": "",  # tatweel
    "\u0670": "",  # superscript alef
    "\u034f": "",  # combining grapheme joiner
    **dict.fromkeys("\u115f\u1160\u3164\uffa0\u2800", " "),  # letters that print as a blank
    **{chr(0x0660 + n): chr(0x06F0 + n) for n in range(10)},  # Arabic digits
}
_COMPOSED = {
    "\u06cc\u0654": "\u0626",  # ی + hamza above, which NFC leaves apart
    "\u0647\u0654": "\u06c0",  # ه + hamza above, which NFC leaves apart
    "\u06c2": "\u06c0",
}
_COMPOSED_PATTERN = re.compile("|".join(_COMPOSED))
_LINE_BREAKS = "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"

_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u06d5\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f"
_IDLE_ZWNJ = re.compile(f"(?<![{_ARABIC}]){ZWNJ}(?![{_ARABIC}])|(?<!\\S){ZWNJ}|{ZWNJ}(?!\\S)")
_ZWNJ_RUN = re.compile(f"{ZWNJ}+")
_SPACE_RUN = re.compile(" +")
_BLANK_LINES = re.compile("\n{3,}")

# Letters that writers use for one another; folded for searching only, the stored text keeps them.
_FOLDED = str.maketrans(
    {
        "ة": "ه",
        "ۀ": "ه",
        "\u06be": "ه",
        "\u06c1": "ه",
        "\u06c3": "ه",
        "\u06d5": "ه",
        "أ": "ا",
        "إ": "ا",
        "ٱ": "ا",
        "ؤ": "و",
        "ئ": "ی",
        "\u06d0": "ی",
        "\u06d2": "ی",
        "\u06aa": "ک",
        "ء": "",
        " ": "",
        "\n": "",
        ZWNJ: "",
        **{chr(0x06F0 + n): chr(0x30 + n) for n in range(10)},
    }
)


class _CharacterTable(dict[int, str]):
    """Translation table that decides each character once, when it is first met."""

    def __missing__(self, codepoint: int) -> str:
        result = _clean_character(chr(codepoint))
        self[codepoint] = result
        return result


def _clean_character(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    if character in _LINE_BREAKS:
        return "\n"
    if character in ("\t", ZWNJ):
        return " " if character == "\t" else ZWNJ
    codepoint = ord(character)
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs") or _is_invisible(codepoint):
        return ""
    if category == "Zs":
        return " "
    if 0xFB50 <= codepoint <= 0xFDFF or 0xFE70 <= codepoint <= 0xFEFE:
        shaped = unicodedata.normalize("NFKC", character)
        return shaped if shaped == character else "".join(_clean_character(part) for part in shaped)
    return character


def _is_invisible(codepoint: int) -> bool:
    return (
        0x064B <= codepoint <= 0x0652  # vowel marks
        or 0x0656 <= codepoint <= 0x065F
        or (0x06D6 <= codepoint <= 0x06ED and unicodedata.category(chr(codepoint)) == "Mn")
        or 0x180B <= codepoint <= 0x180F
        or 0xFE00 <= codepoint <= 0xFE0F  # variation selectors
        or 0xE0100 <= codepoint <= 0xE01EF
        or 0xFDD0 <= codepoint <= 0xFDEF  # noncharacters
        or codepoint & 0xFFFE == 0xFFFE
    )


_CHARACTERS = _CharacterTable()


def normalise(text: str, *, multiline: bool = False) -> str:
    """Return the form of `text` that is stored and shown.

    Arabic yeh, kaf and digits become the Persian ones; ۀ has one spelling; presentation forms are taken
    apart; tatweel, vowel marks, bidi marks and overrides, BOM, NUL and every other control or invisible
    character go. ZWNJ stays inside words only, once. Every kind of blank becomes one space; ends are
    trimmed. With `multiline` line breaks stay as ``\\n`` (at most one empty line between paragraphs); else
    they are spaces. Latin and Persian digits stay as they were typed: numbers and codes are read by
    `digits` and `identifiers`.
    """
    cleaned = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_CHARACTERS))
    cleaned = _COMPOSED_PATTERN.sub(lambda found: _COMPOSED[found.group()], cleaned)
    if not multiline:
        return _tidy_line(cleaned.replace("\n", " "))
    lines = "\n".join(_tidy_line(line) for line in cleaned.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")


def _tidy_line(line: str) -> str:
    line = _ZWNJ_RUN.sub(ZWNJ, line)
    line = _IDLE_ZWNJ.sub("", line)
    return _SPACE_RUN.sub(" ", line).strip(" ")


def search_key(text: str) -> str:
    """Return the form of `text` by which it is found: two texts match when the key of one contains the
    other's.

    On top of `normalise`: hamza carriers, ة and ۀ are folded to the plain letter, ء and stray marks go,
    digits are ASCII, Latin letters lower case. **ZWNJ and spaces are both removed**: the sources have lost
    their ZWNJs, so شهرک‌های, شهرکهای and شهرک های must be one word. The price is a match across a word
    border now and then, which is harmless in a search. The key of a text without letters or digits may be
    empty: that finds nothing.
    """
    folded = unicodedata.normalize("NFC", normalise(text, multiline=True).lower()).translate(_FOLDED)
    return "".join(character for character in folded if unicodedata.category(character) != "Mn")


def masked_name(name: str) -> str:
    """Return the first letter of each word of a name, the rest hidden: who knows the name recognises it, others learn little.

    How long the words are stays hidden too.
    """
    return " ".join(f"{word[0]}***" for word in normalise(name).split())
