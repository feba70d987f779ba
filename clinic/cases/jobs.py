"""The jobs of requests and cases: postmen, one service call each."""

from __future__ import annotations

from datetime import timedelta

from clinic.cases.services import appointments
from core.jobs.context import JobContext
from core.jobs.registry import Result, periodic


# 13:30 in Tehran: late enough that most bookings of the day are in, early enough to arrange the next one.
@periodic("clinic.remind_of_talks", every=timedelta(days=1), offset=timedelta(hours=10))
def remind_of_talks(context: JobContext) -> Result:
    """The day before a talk with a consultant."""
    return {"talks": appointments.remind(now=context.now)}
