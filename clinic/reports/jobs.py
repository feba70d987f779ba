"""The job of reports: a postman."""

from __future__ import annotations

from django.db import transaction

from clinic.reports.services import reports
from core.jobs.context import JobContext
from core.jobs.registry import Result, handler


# Typesetting takes its own time and its own transaction; doing it twice finds the paper there.
@handler(reports.JOB, atomic=False)
def set_paper(context: JobContext) -> Result:
    """The paper of a report."""
    reports.set_paper(report_id=context.payload["report"], now=context.now)
    with transaction.atomic():
        context.complete()
    return None
