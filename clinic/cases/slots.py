"""Times at which a consultant can be met: weekly hours cut into pieces, less what is taken. Pure: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.persian.calendar import TEHRAN, JalaliDate

Span = tuple[datetime, datetime]
"""From a moment to another, half open."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of one day of the week (Saturday = 0), wall clock of Tehran, the end not included."""

    weekday: int
    starts_at: time
    ends_at: time


@dataclass(frozen=True, slots=True)
class Away:
    """Days of absence, both included."""

    first: date
    last: date


def free_spans(
    hours: Iterable[Hours], away: Iterable[Away], taken: Iterable[Span], *, days: Iterable[date], length: timedelta
) -> list[Span]:
    """Pieces of `length` on `days` that lie within the hours, on no day of absence, and touch nothing that is taken.

    Each stretch of hours is cut from its beginning; what is left at its end is too short to be offered.
    """
    absences, busy, weekly = list(away), list(taken), list(hours)
    found = []
    for day in days:
        if any(one.first <= day <= one.last for one in absences):
            continue
        for span in _pieces(weekly, day, length):
            if not any(start < span[1] and span[0] < end for start, end in busy):
                found.append(span)
    return sorted(found)


def days_from(first: date, number: int) -> list[date]:
    """`number` days, from `first` on."""
    return [first + timedelta(days=offset) for offset in range(number)]


def _pieces(weekly: list[Hours], day: date, length: timedelta) -> Iterator[Span]:
    weekday = JalaliDate.from_date(day).weekday()
    for one in weekly:
        if one.weekday != weekday:
            continue
        start = datetime.combine(day, one.starts_at, tzinfo=TEHRAN)
        end = datetime.combine(day, one.ends_at, tzinfo=TEHRAN)
        while start + length <= end:
            yield start, start + length
            start += length
