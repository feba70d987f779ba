"""Monthly reports for tests: their figures are the real ones; papers and slides only where a test asks for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import translation

from programs.dashboards.models import MonthlyReport
from programs.dashboards.reports.content import content
from programs.dashboards.services import reports
from tests.factories.programs import NOW, month


class ReportFactory:
    """Reports."""

    def __new__(cls, of: date | None = None, *, by: Any | None = None, made: Any = ()) -> MonthlyReport:
        """The next version of this month (Aban 1405), without papers."""
        at = of or month(8)
        with translation.override("fa"):
            data = content(at, NOW)
        with transaction.atomic():
            return reports.keep(month=at, data=data, made=made, by=by, now=NOW)
