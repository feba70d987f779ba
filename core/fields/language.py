"""What the active language means for numbers and dates."""

from django.utils.translation import get_language

from core.persian.digits import Language, to_persian


def active_language() -> Language:
    """Return "en" when the page is in English, else "fa"."""
    return "en" if (get_language() or "fa").startswith("en") else "fa"


def local_digits(text: object) -> str:
    """Return `text` with the digits of the active language: Persian ones on a Persian page, unchanged in English."""
    return to_persian(str(text)) if active_language() == "fa" else str(text)


def with_percent(text: str) -> str:
    """Return `text` with the percent sign of the active language: ۴۰٫۸٪, 40.8%; "" stays empty."""
    return text and text + ("٪" if active_language() == "fa" else "%")
