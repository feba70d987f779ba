"""Jalali months as they are stored: the Gregorian date of their first day."""

from __future__ import annotations

from datetime import date

from core.persian.calendar import JalaliDate, first_of_month


def is_first_day(day: date) -> bool:
    """Whether `day` is the first of a Jalali month."""
    return first_of_month(day) == day


def number_of(month: date) -> int:
    """A month as one number, 12 × year + month − 1 of the Jalali calendar: as `programs.forecast` counts months."""
    jalali = JalaliDate.from_date(month)
    return 12 * jalali.year + jalali.month - 1


def month_numbered(number: int) -> date:
    """First day of the month with this number."""
    year, month = divmod(number, 12)
    return JalaliDate(year, month + 1, 1).to_date()


def judged_month(today: date, reported_until: date | None) -> date:
    """The month at whose end a plan and its progress are compared: the last whole one, or the running one once it is reported.

    The running month is not held against anybody before it is over.
    """
    running = first_of_month(today)
    if reported_until is not None and reported_until >= running:
        return running
    return month_numbered(number_of(running) - 1)
