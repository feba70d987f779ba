"""The published record of a run: stored once, checked as often as anybody likes."""

from __future__ import annotations

from datetime import datetime

from allocations import engine
from allocations.engine.canonical import sha256_hex
from allocations.models import RecordArchive, Run
from allocations.selectors import archive
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


def verify_again(run: Run) -> verifying.Verdict:
    """Run the present verifier on the stored bytes once more. Raises RecordRefused."""
    previous = archive.bytes_of(run.previous) if run.previous else None
    return verifying.check(archive.bytes_of(run), manifest_sha256=run.manifest_sha256, previous=previous)
