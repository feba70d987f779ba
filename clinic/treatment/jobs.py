"""The jobs of treatment and follow-up: postmen, one service call each."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from clinic.treatment import letters
from clinic.treatment.services import follow_ups, tasks
from core.jobs.context import JobContext
from core.jobs.registry import Result, handler, periodic


# Typesetting takes its own time and its own transaction; doing it twice finds the PDF there.
@handler(letters.JOB, atomic=False)
def make_letter(context: JobContext) -> Result:
    """The PDF of a letter to another body."""
    letters.make_pdf(referral_id=context.payload["referral"], now=context.now)
    with transaction.atomic():
        context.complete()
    return None


# 9:00 in Tehran, when a working day begins.
@periodic("treatment.ask_for_due", every=timedelta(days=1), offset=timedelta(hours=5, minutes=30))
def ask_for_due(context: JobContext) -> Result:
    """Measurements 3, 6 and 12 months after a treatment."""
    return {"asked": follow_ups.ask_for_due(now=context.now)}


@periodic("treatment.remind_of_tasks", every=timedelta(days=1), offset=timedelta(hours=5, minutes=30))
def remind_of_tasks(context: JobContext) -> Result:
    """Tasks that are due in two days, or were missed yesterday."""
    return {"reminded": tasks.remind(now=context.now)}
