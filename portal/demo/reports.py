"""The monthly reports of the demo: those of the last months, made by the job that makes all of them, all but the newest public."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from accounts.choices import Role
from accounts.models import User
from core.jobs import services as jobs
from core.persian.calendar import add_months_to_date, first_of_month, start_of_day, tehran_date
from programs.dashboards.models import MonthlyReport
from programs.dashboards.services import reports

MONTHS: Final = 2
"""Whole months with a report: enough to lay two of them side by side."""


def load(*, now: datetime, cast: Mapping[str, list[User]], say: Callable[[str], None]) -> None:
    """Have the reports of the last months made, each on the first of the next one; a month that has one stays as it is."""
    running = first_of_month(tehran_date(now))
    for back in range(MONTHS, 0, -1):
        month = add_months_to_date(running, -back)
        if not MonthlyReport.objects.filter(month=month).exists():
            _make(month, now)
            if back > 1:
                _publish(month, cast[Role.MANAGER][0], now)
    say(f"reports: {MonthlyReport.objects.count()} made, those of the months before the last one public")


def _make(month: date, now: datetime) -> None:
    at = min(start_of_day(add_months_to_date(month, 1)) + timedelta(hours=6), now)
    jobs.work(reports.ask(month=month, by=None, now=at).pk, now=at)


def _publish(month: date, manager: User, now: datetime) -> None:
    report = MonthlyReport.objects.filter(month=month).first()
    if report is not None:
        reports.publish(report_id=report.pk, by=manager, now=min(report.made_at + timedelta(days=2), now))
