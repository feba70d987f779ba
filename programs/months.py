"""Jalali months as they are stored: the Gregorian date of their first day."""

from __future__ import annotations

from datetime import date

from core.persian.calendar import first_of_month


def is_first_day(day: date) -> bool:
    """Whether `day` is the first of a Jalali month."""
    return first_of_month(day) == day
