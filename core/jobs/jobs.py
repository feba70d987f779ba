"""The jobs of the job table itself."""

from __future__ import annotations

from datetime import timedelta

from core.jobs import services
from core.jobs.context import JobContext
from core.jobs.registry import Result, periodic


@periodic("jobs.prune", every=timedelta(days=1), offset=timedelta(minutes=30))
def prune(context: JobContext) -> Result:
    """Forget old periodic jobs, at four in the morning in Tehran."""
    return {"deleted": services.prune(now=context.now)}
