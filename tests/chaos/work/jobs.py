"""Handlers that wait at a marked point for as long as a file lies there; the effect is one row of the audit record."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path

from django.db import transaction

from core.audit.models import Entry
from core.jobs.context import JobContext
from core.jobs.registry import handler

LEASE = timedelta(seconds=2)
TRIES = 50
"""More than a slow machine can use up: these tests are not about setting aside."""
EFFECT = "chaos.effect"


def effect(context: JobContext) -> None:
    """One row that says which try made it."""
    Entry.objects.create(
        at=context.now, action=EFFECT, target_type="chaos", target_id=context.key, data={"fence": context.fence}
    )


def marked(context: JobContext, point: str) -> None:
    """Say that the point is reached, with our process number; wait there if this is the point to be stopped at."""
    folder = Path(context.payload["folder"])
    (folder / f"{point}-{context.fence}").write_text(str(os.getpid()))
    while context.payload["point"] == point and (folder / "hold").exists():
        time.sleep(0.02)


@handler("chaos.stop", lease=LEASE, max_attempts=TRIES)
def stop(context: JobContext) -> None:
    """Before the effect, and after it while its transaction is open."""
    marked(context, "before")
    effect(context)
    marked(context, "open")


@handler("chaos.committed", lease=LEASE, atomic=False, max_attempts=TRIES)
def committed(context: JobContext) -> None:
    """After the commit, before the queue is told."""
    with transaction.atomic():
        effect(context)
        context.complete()
    marked(context, "committed")


@handler("chaos.quick", max_attempts=TRIES)
def quick(context: JobContext) -> None:
    """Just the effect."""
    effect(context)
