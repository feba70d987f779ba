"""Asking for jobs and doing them (trust.md §1, R8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core import clock
from core.audit.services import record
from core.errors import Conflict, PermissionRefused, WrongState
from core.jobs import queue, registry
from core.jobs.choices import JobStatus
from core.jobs.models import Job
from core.jobs.runner import run

SWEEP_LIMIT = 500
POKE_QUIET = timedelta(seconds=60)
KEPT = timedelta(days=30)


def request(
    *,
    kind: str,
    key: str,
    now: datetime,
    payload: Mapping[str, Any] | None = None,
    by: Any | None = None,
    run_after: datetime | None = None,
) -> Job:
    """Ask for a job, in the transaction of the change that needs it; workers hear of it after the commit.

    `key` names the wish: while a job of this kind and key waits or runs, that one is returned and nothing is added.
    `payload` is JSON (ids, not people's data). `run_after`: not before this moment. LookupError for an unknown kind.
    """
    registry.find(kind)
    # This machine's clock may run ahead of the database's: a job that is due at once must not seem to lie in the future.
    due = run_after or min(now, clock.database_now())
    with transaction.atomic():
        job = _insert(kind=kind, key=key, payload=dict(payload or {}), by=by, due=due, now=now)
        if job.status == JobStatus.QUEUED and due <= now:
            transaction.on_commit(partial(announce, job.pk), robust=True)
    return job


def _insert(*, kind: str, key: str, payload: dict[str, Any], by: Any | None, due: datetime, now: datetime) -> Job:
    while True:
        try:
            with transaction.atomic():
                return Job.objects.create(
                    kind=kind, key=key, payload=payload, requested_by=by, run_after=due, created_at=now
                )
        except IntegrityError:
            live: Job | None = Job.objects.live().filter(kind=kind, key=key).first()
            if live is not None:
                return live
            # The one that stood in the way ended between the two statements: now there is room.


def announce(job_id: int) -> None:
    """Tell the workers of a committed job and note that they were told."""
    _tell(Job.objects.filter(pk=job_id, status=JobStatus.QUEUED), job_id, clock.lease_now())


def _tell(rows: QuerySet[Job], job_id: int, moment: datetime) -> bool:
    """The note comes first: a quick worker would find the row locked by it, pass it by, and the job would lie for a minute."""
    rows.update(poked_at=moment)
    told = queue.poke(job_id)
    if not told:
        rows.update(poked_at=None)
    return told


def work(job_id: int, *, now: datetime | None = None) -> JobStatus | None:
    """Do one job here and now if it is due and free; its state afterwards, or None when there was nothing to do.

    `now` is the moment by which it must be due and which the handler gets (default: the database's clock).
    """
    return run(job_id, now=now)


def drain(*, now: datetime | None = None, kinds: tuple[str, ...] = (), limit: int = 10_000) -> int:
    """Do everything that is due in this process, jobs asked for by jobs included; how many tries that were.

    For tests, the rehearsal and a machine without workers. What fails waits for its next try, later than `now`.
    """
    done = 0
    while done < limit:
        moment = now or clock.database_now()
        due = Job.objects.takeable(due_at=moment, clock=clock.lease_now()).order_by("run_after", "id")
        if kinds:
            due = due.filter(kind__in=kinds)
        ids = list(due.values_list("pk", flat=True)[:100])
        begun = sum(1 for job_id in ids if run(job_id, now=moment) is not None)
        done += begun
        if not begun:
            break
    return done


def sweep() -> int:
    """Plan what is due by the clock and tell the workers again of everything nobody holds; how many were told.

    Also takes up what a dead worker left, since its lease has run out. Any number of sweeps at once does no harm.
    """
    moment = clock.lease_now()
    plan(now=moment)
    waiting = Job.objects.to_poke(clock=moment, quiet=POKE_QUIET).order_by("run_after", "id")
    told = 0
    for job_id in list(waiting.values_list("pk", flat=True)[:SWEEP_LIMIT]):
        if not _tell(Job.objects.filter(pk=job_id), job_id, moment):
            break
        told += 1
    return told


def plan(*, now: datetime) -> None:
    """Make the row of every periodic job whose slot has begun. One row per slot by constraint: two schedulers are one.

    While an older one still waits or runs, the new slot is not planned: after an outage a job runs once, not as often as it was missed.
    """
    for kind, entry in registry.PERIODIC.items():
        slot = entry.slot(now)
        if Job.objects.filter(kind=kind, slot=slot).exists():
            continue
        row = Job(kind=kind, key="periodic", slot=slot, run_after=slot, created_at=now)
        Job.objects.bulk_create([row], ignore_conflicts=True)


def requeue(*, job_id: int, by: Any, now: datetime) -> Job:
    """Give a job that was set aside another five tries. Raises PermissionRefused, WrongState, Conflict."""
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job_id)
        if not by.has_perm("jobs.requeue_job", job):
            raise PermissionRefused(code="may_not_requeue")
        if job.status != JobStatus.PARKED:
            raise WrongState(_("Only a job that was set aside can be tried again."), code="not_parked")
        if Job.objects.live().filter(kind=job.kind, key=job.key).exists():
            raise Conflict(_("The same job is waiting already."), code="live_already")
        job.status, job.attempts, job.run_after, job.finished_at, job.poked_at = (
            JobStatus.QUEUED,
            0,
            min(now, clock.database_now()),
            None,
            None,
        )
        job.save(update_fields=["status", "attempts", "run_after", "finished_at", "poked_at"])
        record(action="jobs.job.requeued", by=by, target=job, now=now, before=JobStatus.PARKED, after=JobStatus.QUEUED)
        transaction.on_commit(partial(announce, job.pk), robust=True)
    return job


def prune(*, now: datetime) -> int:
    """Delete periodic jobs that are done for a month; what people asked for is kept. Returns how many."""
    old = Job.objects.filter(slot__isnull=False, status=JobStatus.DONE, finished_at__lt=now - KEPT)
    return old.delete()[0]
