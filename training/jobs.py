"""The jobs of courses: postmen, one service call each."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from core.jobs.context import JobContext
from core.jobs.registry import Result, handler, periodic
from training.services import certificates, courses, reminders


# Typesetting takes its own time and its own transaction; doing it twice finds the PDF there.
@handler(certificates.JOB, atomic=False)
def make_certificate(context: JobContext) -> Result:
    """The PDF of a certificate."""
    certificates.make_pdf(certificate_id=context.payload["certificate"], now=context.now)
    with transaction.atomic():
        context.complete()
    return None


@periodic("training.follow_dates", every=timedelta(minutes=10))
def follow_dates(context: JobContext) -> Result:
    """Courses that began or ended. Only the stored status waits for this; decisions do not."""
    return {"courses": courses.settle_phases(now=context.now)}


# 13:30 in Tehran: late enough that most changes of the day are in, early enough to arrange the next one.
@periodic("training.remind", every=timedelta(days=1), offset=timedelta(hours=10))
def remind(context: JobContext) -> Result:
    """The day before a session."""
    return {"reminded": reminders.remind_of_sessions(now=context.now)}
