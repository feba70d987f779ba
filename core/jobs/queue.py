"""The wire to the Celery workers. It may be down at any time; the rows are the truth (trust.md R1, R8)."""

from __future__ import annotations

import logging
import time

from celery import current_app

log = logging.getLogger(__name__)

WORK = "core.jobs.tasks.work_job"
SILENCE = 5.0
"""Seconds in which a broker that did not answer is not asked again, so that an outage costs a request nothing."""

_silent_until = 0.0


def poke(job_id: int) -> bool:
    """Tell a worker that there is something to do. Never raises; False when nobody was told (the sweep will)."""
    global _silent_until
    if time.monotonic() < _silent_until:
        return False
    try:
        current_app.send_task(WORK, args=[job_id], retry=False, ignore_result=True)
    except Exception:
        # Whatever the broker's client raises: the change is committed, and the person must get the answer to it.
        _silent_until = time.monotonic() + SILENCE
        log.warning("job %s was not announced; the sweep will find it", job_id, exc_info=True)
        return False
    return True
