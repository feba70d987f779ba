"""One try at one job: take it, run its handler, end it."""

from __future__ import annotations

import logging
import traceback
from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import translation

from core import clock
from core.audit.context import acting
from core.errors import DomainError
from core.jobs import leases
from core.jobs.choices import JobStatus
from core.jobs.context import JobContext
from core.jobs.errors import LeaseLost, TryAgain
from core.jobs.models import Job
from core.jobs.pulse import Pulse
from core.jobs.registry import Handler, find
from core.jobs.signals import job_parked

log = logging.getLogger(__name__)


def run(job_id: int, *, now: datetime | None) -> JobStatus | None:
    """See `core.jobs.services.work`."""
    kind = Job.objects.filter(pk=job_id).values_list("kind", flat=True).first()
    if kind is None:
        return None
    try:
        handler = find(kind)
    except LookupError:
        # A newer version of the portal asked for it; its own workers will do it.
        log.warning("job %s of kind %s has no handler here", job_id, kind)
        return None
    job = leases.take(job_id, due_at=now, lease=handler.lease, max_attempts=handler.max_attempts)
    if job is None:
        return None
    if job.status == JobStatus.PARKED:
        _alert(job)
        return JobStatus.PARKED
    return _run_taken(job, handler, now)


def _run_taken(job: Job, handler: Handler, now: datetime | None) -> JobStatus | None:
    # Inside an outer transaction (a test's) nobody else can see the row: there is no lease to renew.
    outer = transaction.get_connection().in_atomic_block
    pulse = None if outer else Pulse(job.pk, job.fence, lease=handler.lease, limit=handler.limit)
    context = JobContext(job, now=now or clock.database_now(), max_attempts=handler.max_attempts, pulse=pulse)
    try:
        if pulse is not None:
            pulse.start()
        with (
            acting(job.requested_by, request=f"job-{job.pk}", reason=job.kind),
            translation.override(settings.LANGUAGE_CODE),
        ):
            _call(handler, context)
        return JobStatus.DONE
    except LeaseLost as error:
        log.warning("nothing kept: %s", error)
        return None
    except DomainError as error:
        return _end(context, partial(leases.refuse, error=error.message))
    except TryAgain as error:
        log.warning("job %s (%s) must be tried again: %s", job.pk, job.kind, error)
        return _end(context, partial(leases.fail, error=str(error), max_attempts=handler.max_attempts, due_at=now))
    except Exception as error:
        log.exception("job %s (%s) failed, try %s", job.pk, job.kind, context.attempt)
        text = "".join(traceback.format_exception_only(error)).strip()
        return _end(context, partial(leases.fail, error=text, max_attempts=handler.max_attempts, due_at=now))
    finally:
        if pulse is not None:
            pulse.stop()


def _call(handler: Handler, context: JobContext) -> None:
    if handler.atomic:
        with transaction.atomic():
            result = handler.run(context)
            if not context.is_complete:
                context.complete(result)
        return
    result = handler.run(context)
    if not context.is_complete:
        with transaction.atomic():
            context.complete(result)


def _end(context: JobContext, write: partial[Job]) -> JobStatus | None:
    """Write the end of a try that failed. A job that was completed by its handler stays done."""
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        # What made the handler fail may be the connection itself.
        connection.close_if_unusable_or_obsolete()
    if context.is_complete and Job.objects.filter(pk=context.job_id, status=JobStatus.DONE).exists():
        return JobStatus.DONE
    try:
        with transaction.atomic():
            job = write(context.job_id, context.fence)
    except LeaseLost as error:
        log.warning("nothing kept: %s", error)
        return None
    if job.status == JobStatus.PARKED:
        _alert(job)
    return JobStatus(job.status)


def _alert(job: Job) -> None:
    log.error("job %s (%s %s) was set aside after %s tries", job.pk, job.kind, job.key, job.attempts)
    for receiver, outcome in job_parked.send_robust(sender=Job, job=job):
        if isinstance(outcome, Exception):
            log.error("the alert of job %s failed in %s", job.pk, receiver, exc_info=outcome)
