"""The Jalali calendar (domain notes §4.2): a date value, months, years as Gregorian ranges.

The portal stores ordinary dates and aware moments; Jalali is for reading, writing and counting months. The
conversion is that of persiantools, which agrees with ICU and the 33-year breaks; the 2820-year formula does
not. Writing and reading dates as text is in `dates`.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Self
from zoneinfo import ZoneInfo

from persiantools import jdatetime

from core.persian.errors import DateError

_Converter: Any = jdatetime.JalaliDate  # its methods carry no types

TEHRAN = ZoneInfo("Asia/Tehran")
FIRST_YEAR = 1
LAST_YEAR = 3000


@dataclass(frozen=True, order=True, slots=True)
class JalaliDate:
    """A day of the Jalali calendar, years 1 to 3000; an impossible day raises DateError (year, month or
    day).
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise DateError("year", {"first": FIRST_YEAR, "last": LAST_YEAR})
        if not 1 <= self.month <= 12:
            raise DateError("month")
        length = days_in_month(self.year, self.month)
        if not 1 <= self.day <= length:
            raise DateError("day", {"last": length})

    @classmethod
    def from_date(cls, day: dt.date) -> Self:
        """Return the Jalali day of a Gregorian date (of a moment: use `jalali_day`). Raises DateError
        outside.
        """
        if isinstance(day, dt.datetime):
            raise TypeError("a moment has a day only in a time zone: use jalali_day()")
        try:
            converted = _Converter.to_jalali(day)
        except ValueError as error:
            raise DateError("range") from error
        return cls(converted.year, converted.month, converted.day)

    def to_date(self) -> dt.date:
        """Return the same day as a Gregorian date."""
        day: dt.date = _Converter(self.year, self.month, self.day).to_gregorian()
        return day

    def weekday(self) -> int:
        """Return the day of the week, Saturday = 0 … Friday = 6."""
        return (self.to_date().weekday() + 2) % 7

    def isoformat(self) -> str:
        """Return ``1405-09-02``: the Jalali date in ASCII, for codes and machine-readable values."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def __str__(self) -> str:
        return self.isoformat()


def is_leap_year(year: int) -> bool:
    """Return whether Esfand of the Jalali `year` has 30 days."""
    return bool(_Converter.is_leap(year))


def days_in_month(year: int, month: int) -> int:
    """Return 31 for months 1–6, 30 for 7–11, and 29 or 30 for Esfand."""
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap_year(year) else 29


def jalali_day(moment: dt.datetime) -> JalaliDate:
    """Return the Jalali day on which an aware moment falls in Tehran. Raises ValueError for a naive one."""
    return JalaliDate.from_date(tehran_date(moment))


def tehran_date(moment: dt.datetime) -> dt.date:
    """Return the Gregorian date of an aware moment in Tehran. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a naive datetime has no place on the calendar")
    return moment.astimezone(TEHRAN).date()


def start_of_day(day: dt.date | JalaliDate) -> dt.datetime:
    """Return the first moment of `day` in Tehran, aware; for ranges over moments: start ≤ moment < next
    start.
    """
    date = day.to_date() if isinstance(day, JalaliDate) else day
    return dt.datetime(date.year, date.month, date.day, tzinfo=TEHRAN)


def add_months(first: JalaliDate, months: int) -> JalaliDate:
    """Return the day `months` Jalali months after `first` (before, when negative), clamped to the month's
    length.

    Series are counted from their first date: ``add_months(first, 3 * k)``. Counting on from a clamped date
    would lose days for good (31 → 29 → 29).
    """
    years, month_index = divmod(first.month - 1 + months, 12)
    year, month = first.year + years, month_index + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError("range")
    return JalaliDate(year, month, min(first.day, days_in_month(year, month)))


def add_months_to_date(first: dt.date, months: int) -> dt.date:
    """Do as `add_months` for a Gregorian date: counted in Jalali months, returned as a Gregorian date."""
    return add_months(JalaliDate.from_date(first), months).to_date()


def month_range(year: int, month: int) -> tuple[dt.date, dt.date]:
    """Return the Gregorian dates [start, end) of a Jalali month: start ≤ day < end."""
    first = JalaliDate(year, month, 1)
    return first.to_date(), add_months(first, 1).to_date()


def year_range(year: int) -> tuple[dt.date, dt.date]:
    """Return the Gregorian dates [start, end) of a Jalali year: start ≤ day < end."""
    return JalaliDate(year, 1, 1).to_date(), JalaliDate(year + 1, 1, 1).to_date()


def fiscal_year(day: dt.date) -> int:
    """Return the fiscal year of a Gregorian date: in Iran it is the Jalali year."""
    return JalaliDate.from_date(day).year


def first_of_month(day: dt.date) -> dt.date:
    """Return the first day of the Jalali month that holds a Gregorian date: how the portal names a month in a column."""
    jalali = JalaliDate.from_date(day)
    return JalaliDate(jalali.year, jalali.month, 1).to_date()


def months_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the first days of the Jalali months from that of `first` to that of `last`, both included; [] when reversed."""
    month, end, months = JalaliDate.from_date(first_of_month(first)), first_of_month(last), []
    while month.to_date() <= end:
        months.append(month.to_date())
        month = add_months(month, 1)
    return months


def is_first_day(day: dt.date) -> bool:
    """Return whether a Gregorian date is the first day of a Jalali month."""
    return first_of_month(day) == day


def month_number(day: dt.date) -> int:
    """Return the Jalali month of a Gregorian date as one number, 12 × year + month − 1: months are counted by taking one from
    another.
    """
    jalali = JalaliDate.from_date(day)
    return 12 * jalali.year + jalali.month - 1


def month_numbered(number: int) -> dt.date:
    """Return the first day of the month with this number (see `month_number`). Raises DateError outside the years."""
    year, month_index = divmod(number, 12)
    return JalaliDate(year, month_index + 1, 1).to_date()
