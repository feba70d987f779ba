"""The monthly report of the demo: that of the last month, made by the job that makes all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from accounts.choices import Role
from accounts.models import User
from core.jobs import services as jobs
from core.persian.calendar import add_months_to_date, first_of_month, tehran_date
from programs.dashboards.models import MonthlyReport
from programs.dashboards.services import reports


def load(*, now: datetime, cast: Mapping[str, list[User]], say: Callable[[str], None]) -> None:
    """Have the last month's report made; when there is one: no change."""
    month = add_months_to_date(first_of_month(tehran_date(now)), -1)
    if not MonthlyReport.objects.filter(month=month).exists():
        reports.ask(month=month, by=cast[Role.MANAGER][0], now=now)
        jobs.drain(kinds=(reports.KIND,))
    say(f"reports: {MonthlyReport.objects.count()} made, that of the last month")
