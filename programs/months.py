"""Jalali months as they are stored: the Gregorian date of their first day."""

from __future__ import annotations

from datetime import date

from core.persian.calendar import JalaliDate, add_months, month_range


def first_day(day: date) -> date:
    """First day of the Jalali month in which `day` lies."""
    jalali = JalaliDate.from_date(day)
    return month_range(jalali.year, jalali.month)[0]


def is_first_day(day: date) -> bool:
    """Whether `day` is the first of a Jalali month."""
    return JalaliDate.from_date(day).day == 1


def months_between(first: date, last: date) -> list[date]:
    """First days of the Jalali months from that of `first` to that of `last`, both included."""
    start = JalaliDate.from_date(first_day(first))
    end = first_day(last)
    months: list[date] = []
    while not months or months[-1] < end:
        months.append(add_months(start, len(months)).to_date())
    return months
