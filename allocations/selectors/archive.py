"""The stored record of a run, read back byte for byte, and what the engine makes of it."""

from __future__ import annotations

from functools import lru_cache

from allocations import engine
from allocations.models import RecordArchive, Run


def bytes_of(run: Run) -> bytes:
    """The ZIP of a run."""
    return bytes(RecordArchive.objects.values_list("data", flat=True).get(run=run))


def outcome_of(run: Run) -> engine.Outcome:
    """The outcome of a run, read from its record. Kept in memory for the next readers: it can never change."""
    return _outcome(run.pk, run.manifest_sha256)


def explainer_of(run: Run) -> engine.Explainer:
    """Explains the applications of a run by the waiting lists it published; kept in memory like the outcome."""
    return _explainer(run.pk, run.manifest_sha256)


def results_of(run: Run) -> tuple[engine.ResultLine, ...]:
    """The result lines of a run."""
    return outcome_of(run).results


# The digest is part of the key, so that a database that was restored or emptied cannot meet another run's outcome.
@lru_cache(maxsize=4)
def _outcome(run_id: int, manifest_sha256: str) -> engine.Outcome:
    outcome = engine.parse(bytes(RecordArchive.objects.values_list("data", flat=True).get(run_id=run_id)))
    if engine.manifest_sha256(outcome) != manifest_sha256:
        raise ValueError(f"the record of run {run_id} is not the one the run names")
    return outcome


@lru_cache(maxsize=4)
def _explainer(run_id: int, manifest_sha256: str) -> engine.Explainer:
    return engine.Explainer(_outcome(run_id, manifest_sha256))
