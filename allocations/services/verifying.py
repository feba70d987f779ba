"""The published verifier of plots' records, run the way a citizen runs it."""

from __future__ import annotations

from pathlib import Path

from core.procedure import verifying
from core.procedure.verifying import RecordRefused as RecordRefused
from core.procedure.verifying import Verdict as Verdict

VERIFIER = Path(__file__).resolve().parent.parent / "engine" / "verify.py"
"""The file that is published beside each record."""


def check(record: bytes, *, manifest_sha256: str, previous: bytes | None = None) -> Verdict:
    """Run verify.py on the bytes of a record (and of the run before); raises RecordRefused unless it ends with 0."""
    return verifying.check(record, script=VERIFIER, manifest_sha256=manifest_sha256, previous=previous)
