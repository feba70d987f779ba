"""The jobs of exhibitions: postmen, one service call each."""

from __future__ import annotations

from datetime import timedelta

from core.jobs.context import JobContext
from core.jobs.registry import Result, handler, periodic
from programs.exhibitions.permissions import READ
from programs.exhibitions.services import exhibitions, runs


# Nothing is locked while it computes; what it stores commits together with "done".
@handler(runs.JOB, atomic=False, permission=READ)
def run(context: JobContext) -> Result:
    """Compute who gets which booth."""
    runs.execute(context)
    return None


@periodic("exhibitions.follow_dates", every=timedelta(minutes=10))
def follow_dates(context: JobContext) -> Result:
    """Exhibitions whose time for requests began or ended. Only the stored status waits for this; decisions do not."""
    return {"exhibitions": exhibitions.settle_phases(now=context.now)}
