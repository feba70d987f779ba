"""The jobs of clusters: postmen, one service call each."""

from __future__ import annotations

from datetime import timedelta

from core.jobs.context import JobContext
from core.jobs.registry import Result, periodic
from programs.clusters.services import trademarks


@periodic("clusters.daily", every=timedelta(days=1), offset=timedelta(hours=4))
def daily(context: JobContext) -> Result:
    """Reminders of trade marks that are about to expire."""
    return {"trademarks": trademarks.remind_of_expiry(now=context.now)}
