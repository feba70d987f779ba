"""Moments and numbers inside sentences, in the reader's language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from core.fields.language import active_language, local_digits
from core.persian.dates import format_date, format_datetime
from core.persian.digits import format_number


def moment_text(at: datetime | None) -> str:
    """A moment with words: ۲ آذر ۱۴۰۵، ساعت ۱۴:۳۲; empty when there is none."""
    return "" if at is None else format_datetime(at, "long", language=active_language())


def number_text(number: int) -> str:
    """A number in the digits of the active language."""
    return local_digits(number)


def day_text(day: date | None) -> str:
    """A day with words: ۲ آذر ۱۴۰۵; empty when there is none."""
    return "" if day is None else format_date(day, "long", language=active_language())


def points_text(hundredths: int) -> str:
    """Hundredths of a point as people read points: 6830 → ۶۸٫۳۰, 8800 → ۸۸."""
    points = Decimal(hundredths).scaleb(-2) if hundredths % 100 else hundredths // 100
    return format_number(points, language=active_language())


def code_text(code: str) -> str:
    """A code inside a sentence: isolated, so that its hyphens do not change places between Persian words."""
    return f"\u2068{code}\u2069"
