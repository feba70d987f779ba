"""Jalali dates as text: names, formats, and reading what people type (domain notes §4.2)."""

import datetime as dt
import re
from typing import Literal

from core.persian.calendar import TEHRAN, JalaliDate, jalali_day
from core.persian.digits import Language, to_ascii, to_persian
from core.persian.errors import DateError, refuse_unreadable
from core.persian.text import normalise, search_key

DateStyle = Literal["short", "long", "full", "month"]

MONTHS: dict[Language, tuple[str, ...]] = {
    "fa": (
        *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
        *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
    ),
    "en": (
        *("Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar"),
        *("Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"),
    ),
}
# The week begins on Saturday.
WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "fa": ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"),
    "en": ("Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
}
LONGEST_INPUT = 40
# Years a person may mean; a Gregorian year typed into a Jalali field falls outside and is named as such.
FIRST_TYPED_YEAR, LAST_TYPED_YEAR = 1250, 1550
FIRST_GREGORIAN_YEAR, LAST_GREGORIAN_YEAR = 1850, 2150

_NUMERIC = re.compile(r"([0-9]{4})([/.-]| )([0-9]{1,2})\2([0-9]{1,2})")
_TIME = re.compile(r"(?P<date>.+?)(?:،|,)? ?(?:ساعت )?(?<![0-9])(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})")
_WRITTEN = re.compile(r"([0-9]{1,2}) ([^\W\d_]+) ([0-9]{4})")
_MONTH_NUMBERS = {search_key(name): number for names in MONTHS.values() for number, name in enumerate(names, start=1)}


def month_name(month: int, *, language: Language = "fa") -> str:
    """Return the name of a Jalali month, 1–12."""
    if not 1 <= month <= 12:
        raise DateError("month")
    return MONTHS[language][month - 1]


def weekday_name(weekday: int, *, language: Language = "fa") -> str:
    """Return the name of a day of the week, Saturday = 0 … Friday = 6."""
    return WEEKDAYS[language][weekday]


def format_date(day: dt.date | JalaliDate, style: DateStyle = "short", *, language: Language = "fa") -> str:
    """Return a Gregorian or Jalali date for reading.

    ``short`` ۱۴۰۵/۰۹/۰۲, ``long`` ۲ آذر ۱۴۰۵, ``full`` دوشنبه ۲ آذر ۱۴۰۵, ``month`` آذر ۱۴۰۵; in English the
    digits are Latin and the months carry their English names. An aware moment counts by its day in Tehran.
    """
    jalali = _as_jalali(day)
    month = month_name(jalali.month, language=language)
    if style == "short":
        text = f"{jalali.year:04d}/{jalali.month:02d}/{jalali.day:02d}"
    elif style == "month":
        text = f"{month} {jalali.year}"
    else:
        text = f"{jalali.day} {month} {jalali.year}"
        if style == "full":
            text = f"{weekday_name(jalali.weekday(), language=language)} {text}"
    return to_persian(text) if language == "fa" else text


def format_time(moment: dt.datetime, *, language: Language = "fa") -> str:
    """Return the wall-clock time of an aware moment in Tehran: ۱۴:۳۲."""
    if moment.tzinfo is None:
        raise ValueError("a naive datetime has no place on the clock")
    text = f"{moment.astimezone(TEHRAN):%H:%M}"
    return to_persian(text) if language == "fa" else text


def format_datetime(moment: dt.datetime, style: DateStyle = "short", *, language: Language = "fa") -> str:
    """Return an aware moment in Tehran: ``۱۴۰۵/۰۹/۰۲ ۱۴:۳۲``, or with words ``۲ آذر ۱۴۰۵، ساعت ۱۴:۳۲``."""
    date, time = format_date(moment, style, language=language), format_time(moment, language=language)
    if style == "short":
        return f"{date} {time}"
    return f"{date}، ساعت {time}" if language == "fa" else f"{date}, {time}"


def _as_jalali(day: dt.date | JalaliDate) -> JalaliDate:
    if isinstance(day, JalaliDate):
        return day
    return jalali_day(day) if isinstance(day, dt.datetime) else JalaliDate.from_date(day)


def parse_date(text: str) -> JalaliDate:
    """Read a Jalali date: ``1405/9/2``, ``۱۴۰۵-۰۹-۰۲``, ``1405.09.02`` or ``۲ آذر ۱۴۰۵``; year first, four
    digits.

    Raises DateError. A Gregorian year is refused with its own code rather than read as a Jalali one.
    """
    plain = to_ascii(normalise(refuse_unreadable(text, LONGEST_INPUT, DateError)))
    if not plain:
        raise DateError("empty")
    if found := _NUMERIC.fullmatch(plain):
        return typed_date(int(found[1]), int(found[3]), int(found[4]))
    if found := _WRITTEN.fullmatch(plain):
        month = _MONTH_NUMBERS.get(search_key(found[2]))
        if month is not None:
            return typed_date(int(found[3]), month, int(found[1]))
    raise DateError("format")


def parse_datetime(text: str) -> dt.datetime:
    """Read a Jalali date with a time, as `format_datetime` writes it; the time is the wall clock of Tehran.

    Returns an aware moment. Raises DateError (``time`` when the time is missing or impossible).
    """
    plain = to_ascii(normalise(refuse_unreadable(text, LONGEST_INPUT, DateError)))
    if not plain:
        raise DateError("empty")
    found = _TIME.fullmatch(plain)
    if found is None:
        parse_date(plain)
        raise DateError("time")
    hour, minute = int(found["hour"]), int(found["minute"])
    if hour > 23 or minute > 59:
        raise DateError("time")
    day = parse_date(found["date"]).to_date()
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=TEHRAN)


def typed_date(year: int, month: int, day: int) -> JalaliDate:
    """Return the date a person meant by three numbers; DateError for years nobody means and impossible
    days.
    """
    if FIRST_GREGORIAN_YEAR <= year <= LAST_GREGORIAN_YEAR:
        raise DateError("gregorian_year")
    if not FIRST_TYPED_YEAR <= year <= LAST_TYPED_YEAR:
        raise DateError("year", {"first": FIRST_TYPED_YEAR, "last": LAST_TYPED_YEAR})
    return JalaliDate(year, month, day)
