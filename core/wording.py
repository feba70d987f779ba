"""Moments and numbers inside sentences, in the reader's language."""

from __future__ import annotations

from datetime import date, datetime

from core.fields.language import active_language, local_digits
from core.persian.dates import format_date, format_datetime


def moment_text(at: datetime | None) -> str:
    """A moment with words: ۲ آذر ۱۴۰۵، ساعت ۱۴:۳۲; empty when there is none."""
    return "" if at is None else format_datetime(at, "long", language=active_language())


def number_text(number: int) -> str:
    """A number in the digits of the active language."""
    return local_digits(number)


def day_text(day: date | None) -> str:
    """A day with words: ۲ آذر ۱۴۰۵; empty when there is none."""
    return "" if day is None else format_date(day, "long", language=active_language())
