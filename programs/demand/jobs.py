"""The jobs of the register."""

from __future__ import annotations

from datetime import timedelta

from core.jobs.context import JobContext
from core.jobs.registry import Result, periodic
from programs.demand.services import wishes


@periodic("demand.daily", every=timedelta(days=1), offset=timedelta(hours=6))
def daily(context: JobContext) -> Result:
    """Ask for renewal, and end what was not renewed."""
    return {"asked": wishes.ask_to_renew(now=context.now), "ended": wishes.lapse(now=context.now)}
