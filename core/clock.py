"""The only place that reads a clock. Everything else gets `now` as an argument."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import connection
from django.utils import timezone

TEHRAN = ZoneInfo("Asia/Tehran")
"""Time zone of every date a person reads (UTC+03:30, no summer time since 1401)."""


_shift: ContextVar[timedelta] = ContextVar("clock_shift", default=timedelta())


@contextmanager
def shifted(by: timedelta) -> Iterator[None]:
    """Let every clock of this thread run ahead by `by` (behind, when negative), the database's included.

    For the demo's past, the rehearsal and tests, which pass deadlines without waiting for them; no request does it.
    """
    token = _shift.set(_shift.get() + by)
    try:
        yield
    finally:
        _shift.reset(token)


def now() -> datetime:
    """The moment, aware, in UTC, by this machine's clock: for what is shown and for reminders."""
    return timezone.now() + _shift.get()


def today() -> date:
    """The calendar day in Tehran."""
    return now().astimezone(TEHRAN).date()


def database_now() -> datetime:
    """The moment by the database's clock, which alone decides deadlines (trust.md R2).

    `clock_timestamp()` and not `now()`: a transaction that waited for a lock must not keep the time it began.
    """
    return lease_now() + _shift.get()


def lease_now() -> datetime:
    """The database's clock as it is, never shifted: for leases, which every thread and process must read alike."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
    return moment
