"""The published record of a run: stored once, read back byte for byte."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from allocations import engine
from allocations.engine.canonical import sha256_hex
from allocations.models import RecordArchive, Run
from allocations.services import verifying
from core.audit import services as audit


def store(
    run: Run, data: bytes, outcome: engine.Outcome, verdict: verifying.Verdict, *, now: datetime
) -> RecordArchive:
    """Keep the ZIP of a run with its verifier; the digests go to the audit record. Part of the caller's transaction."""
    archive = RecordArchive.objects.create(
        run=run,
        data=data,
        size=len(data),
        sha256=sha256_hex(data),
        files=[
            {"name": name, "size": len(content), "sha256": sha256_hex(content)}
            for name, content in outcome.files.items()
        ],
        verifier=verdict.verifier,
        verifier_sha256=verdict.verifier_sha256,
        verdict=verdict.text,
        verified_at=now,
    )
    audit.record(
        action="allocations.record.stored", by=run.proposed_by, target=run, now=now,
        data={
            "manifest_sha256": run.manifest_sha256,
            "zip_sha256": archive.sha256,
            "verifier_sha256": archive.verifier_sha256,
        },
    )  # fmt: skip
    return archive


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


def verify_again(run: Run) -> verifying.Verdict:
    """Run the present verifier on the stored bytes once more. Raises RecordRefused."""
    previous = bytes_of(run.previous) if run.previous else None
    return verifying.check(bytes_of(run), manifest_sha256=run.manifest_sha256, previous=previous)


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
