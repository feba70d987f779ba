"""Taking, keeping and ending a job. Every function is a compare-and-set on one locked row, by the database's clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from core import clock
from core.jobs.choices import JobStatus
from core.jobs.errors import LeaseLost
from core.jobs.models import Job

WORKER_DIED = "The worker that held this job ended without an answer."
ERROR_LENGTH = 4000


def take(job_id: int, *, due_at: datetime | None, lease: timedelta, max_attempts: int) -> Job | None:
    """Begin a job: the row as taken (new fence, lease running), parked when it killed too many workers, or None.

    None: not due, done, held by somebody, or just being taken (`SKIP LOCKED`), so the same message a hundred times
    costs a hundred short questions.
    """
    with transaction.atomic():
        moment = clock.database_now()
        leased_from = clock.lease_now()
        found = Job.objects.select_for_update(skip_locked=True).takeable(due_at=due_at or moment, clock=leased_from)
        job: Job | None = found.filter(pk=job_id).first()
        if job is None:
            return None
        if job.status == JobStatus.RUNNING:
            job.attempts += 1
            job.error = WORKER_DIED
            if job.attempts >= max_attempts:
                _end(job, JobStatus.PARKED, moment, ["attempts", "error"])
                return job
        job.status = JobStatus.RUNNING
        job.fence += 1
        job.lease_until = leased_from + lease
        job.started_at = moment
        job.progress_done, job.progress_total, job.progress_note = 0, 0, ""
        fields = ["status", "fence", "lease_until", "started_at", "attempts", "error"]
        job.save(update_fields=[*fields, "progress_done", "progress_total", "progress_note"])
        return job


def held(job_id: int, fence: int) -> Job:
    """The row, locked until the transaction ends, if its lease still is ours; else LeaseLost.

    A lease that ran out counts as lost even when nobody has taken the job yet: who was frozen once may not decide late.
    """
    job = Job.objects.select_for_update().get(pk=job_id)
    if job.status != JobStatus.RUNNING or job.fence != fence or job.lease_until is None:
        raise LeaseLost(f"job {job_id} was taken again")
    if job.lease_until <= clock.lease_now():
        raise LeaseLost(f"the lease on job {job_id} ran out")
    return job


def extend(job_id: int, fence: int, *, lease: timedelta, progress: Mapping[str, Any]) -> bool:
    """A sign of life, with the progress made. False when the lease is lost; a lease that ran out is not renewed.

    Whoever holds the row at this moment is ending the job, so a locked row is left alone and counts as held.
    """
    with transaction.atomic():
        moment = clock.lease_now()
        mine = Job.objects.filter(pk=job_id, fence=fence, status=JobStatus.RUNNING, lease_until__gt=moment)
        job = mine.select_for_update(skip_locked=True).first()
        if job is None:
            return mine.exists()
        job.lease_until = moment + lease
        for name, value in progress.items():
            setattr(job, name, value)
        job.save(update_fields=["lease_until", *progress])
    return True


def complete(job_id: int, fence: int, *, result: Mapping[str, Any] | None, progress: Mapping[str, Any]) -> Job:
    """Write "done" into the transaction of the effect. LeaseLost makes both roll back together."""
    job = held(job_id, fence)
    for name, value in progress.items():
        setattr(job, name, value)
    job.result = dict(result) if result is not None else None
    job.error = ""
    _end(job, JobStatus.DONE, clock.database_now(), ["result", "error", *progress])
    return job


def refuse(job_id: int, fence: int, *, error: str) -> Job:
    """End as refused by the rules: `error` is the sentence for the person who asked."""
    job = held(job_id, fence)
    job.error = error[:ERROR_LENGTH]
    _end(job, JobStatus.FAILED, clock.database_now(), ["error"])
    return job


def fail(job_id: int, fence: int, *, error: str, max_attempts: int, due_at: datetime | None) -> Job:
    """Count a failure: back to the queue, not before a pause that grows, or set aside when it was the last try.

    The pause is counted from `due_at`, or from now by the database's clock.
    """
    job = held(job_id, fence)
    job.attempts += 1
    job.error = error[:ERROR_LENGTH]
    if job.attempts >= max_attempts:
        _end(job, JobStatus.PARKED, clock.database_now(), ["attempts", "error"])
        return job
    job.status = JobStatus.QUEUED
    job.lease_until = None
    job.poked_at = None
    job.run_after = (due_at or clock.database_now()) + pause(job.attempts)
    job.save(update_fields=["status", "lease_until", "poked_at", "run_after", "attempts", "error"])
    return job


def pause(attempts: int) -> timedelta:
    """Time to wait after so many failures: 10 s, 30 s, 90 s, 4½ min, … at most 15 min."""
    return timedelta(seconds=min(10 * 3 ** (attempts - 1), 900))


def _end(job: Job, status: JobStatus, moment: datetime, fields: list[str]) -> None:
    job.status = status
    job.lease_until = None
    job.finished_at = moment
    job.save(update_fields=["status", "lease_until", "finished_at", *fields])
