"""Celery tasks: ids in, one service call. Nothing is retried here; the row knows how often and when."""

from __future__ import annotations

from celery import shared_task

from core.jobs import services


@shared_task(name="core.jobs.tasks.work_job", ignore_result=True, acks_late=True, reject_on_worker_lost=True)
def work_job(job_id: int) -> None:
    """Do one job if nobody has done it."""
    services.work(job_id)


@shared_task(name="core.jobs.tasks.sweep", ignore_result=True)
def sweep() -> None:
    """Announce again what nobody holds."""
    services.sweep()
