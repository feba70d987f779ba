"""The jobs of runs and results: postmen, one service call each."""

from __future__ import annotations

from datetime import timedelta

from allocations.services import notices, runs
from core.jobs.context import JobContext
from core.jobs.registry import Result, handler


# Two computations and the verifier may take minutes for very large calls; "done" is written with the run itself.
@handler(runs.KIND, atomic=False, lease=timedelta(seconds=60), permission="allocations.view_run")
def run_allocation(context: JobContext) -> Result:
    """Compute, check and propose a run."""
    run = runs.execute(context)
    return {"run": run.pk, "number": run.number, "manifest_sha256": run.manifest_sha256}


@handler(notices.KIND)
def tell_results(context: JobContext) -> Result:
    """Write the messages about a published result."""
    return {"told": notices.tell_results(context)}
