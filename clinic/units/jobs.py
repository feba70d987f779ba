"""The jobs of the register: postmen, one service call each."""

from __future__ import annotations

from datetime import timedelta

from clinic.units.services import warnings
from core.jobs.context import JobContext
from core.jobs.registry import Result, periodic


# Before the offices open in Tehran, so that the list of the morning is that of the day.
@periodic("units.warnings", every=timedelta(days=1), offset=timedelta(hours=2))
def warn(context: JobContext) -> Result:
    """Work the list of early warnings out anew."""
    return warnings.recompute(now=context.now)
