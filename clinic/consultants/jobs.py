"""The jobs of consultants: postmen, one service call each."""

from __future__ import annotations

from datetime import timedelta

from clinic.consultants.services import papers
from core.jobs.context import JobContext
from core.jobs.registry import Result, periodic


# 10:30 in Tehran: in the hours in which a paper can be looked for.
@periodic("consultants.papers", every=timedelta(days=1), offset=timedelta(hours=7))
def warn_of_papers(context: JobContext) -> Result:
    """Papers that run out soon; each consultant is told of each paper once."""
    return {"papers": papers.warn_of_ending(now=context.now)}
