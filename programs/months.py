"""Which month a plan and its progress are compared at; months themselves are counted in `core.persian.calendar`."""

from __future__ import annotations

from datetime import date

from core.persian.calendar import add_months_to_date, first_of_month


def judged_month(today: date, reported_until: date | None) -> date:
    """The month at whose end a plan and its progress are compared: the last whole one, or the running one once it is reported.

    The running month is not held against anybody before it is over. Given and returned as the first day of the month.
    """
    running = first_of_month(today)
    if reported_until is not None and reported_until >= running:
        return running
    return add_months_to_date(running, -1)
