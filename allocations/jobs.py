"""The jobs of calls, applications, runs and results: postmen, one service call each."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from allocations.services import call_notices, calls, corrections, notices, receipts, reminders, runs, submission
from core.jobs.context import JobContext
from core.jobs.registry import Result, handler, periodic


# Typesetting takes its own time and its own transaction; doing it twice finds the PDF there.
@handler(submission.RECEIPT_JOB, atomic=False)
def make_receipt(context: JobContext) -> Result:
    """The PDF of a receipt."""
    receipts.make_pdf(receipt_id=context.payload["receipt"], now=context.now)
    with transaction.atomic():
        context.complete()
    return None


@handler(call_notices.KIND, permission="allocations.view_call")
def tell_call(context: JobContext) -> Result:
    """Messages to everybody in a call."""
    return call_notices.tell_call(context)


@periodic("allocations.follow_dates", every=timedelta(minutes=1))
def follow_dates(context: JobContext) -> Result:
    """Calls that opened or closed, corrections that ran out. Only the stored status waits for this; decisions do not."""
    return {
        "calls": calls.settle_phases(now=context.now),
        "corrections": corrections.lapse_corrections(now=context.now),
    }


@periodic("allocations.remind", every=timedelta(hours=1))
def remind(context: JobContext) -> Result:
    """Reminders before a term or a correction ends."""
    return {
        "closing": reminders.remind_of_closing(now=context.now),
        "corrections": reminders.remind_of_corrections(now=context.now),
    }


# Two computations and the verifier may take minutes for very large calls; "done" is written with the run itself.
@handler(runs.KIND, atomic=False, lease=timedelta(seconds=60), permission="allocations.view_run")
def run_allocation(context: JobContext) -> Result:
    """Compute, check and propose a run."""
    run = runs.execute(context)
    return runs.described(run)


@handler(notices.KIND)
def tell_results(context: JobContext) -> Result:
    """Write the messages about a published result."""
    return {"told": notices.tell_results(context)}
