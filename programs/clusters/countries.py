"""Countries by their ISO 3166 code, with the names of the Unicode CLDR in Persian and English."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

from core.fields.language import active_language

DATA: Final = Path(__file__).parent / "data" / "countries.json"
HOME: Final = "IR"
"""Nothing is exported to one's own country."""


@cache
def names() -> dict[str, tuple[str, str]]:
    """Code → (Persian name, English name)."""
    return {code: (fa, en) for code, (fa, en) in json.loads(DATA.read_text("utf-8")).items()}


def is_known(code: str) -> bool:
    """Whether this is the code of a country."""
    return code in names()


def name_of(code: str) -> str:
    """Name of a country in the reader's language; the code itself for an unknown one."""
    if not is_known(code):
        return code
    fa, en = names()[code]
    return en if active_language() == "en" else fa


def choices() -> list[tuple[str, str]]:
    """(code, name in the reader's language) of every country but our own, for forms."""
    return [(code, name_of(code)) for code in names() if code != HOME]
