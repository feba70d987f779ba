"""Percentages and months inside sentences, in the reader's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.fields.language import active_language
from core.persian.dates import format_date
from core.persian.digits import format_number


def percent_text(number: Decimal) -> str:
    """A percentage or weight without needless places: ۹۵, ۱۲٫۵."""
    return format_number(number.normalize(), language=active_language())


def month_text(month: date) -> str:
    """A Jalali month given by its first day: آذر ۱۴۰۵."""
    return format_date(month, "month", language=active_language())
