"""A stand-alone verifier, run the way a citizen runs it: another process, the standard library alone."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from core.errors import DomainError

SECONDS = 600


class RecordRefused(DomainError):
    """The verifier does not confirm the record: nothing of the run may be stored."""

    status = 500
    default_message = _("The verifier does not confirm this run: %(line)s")
    default_code = "record_refused"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the verifier printed, and which verifier it was: its text and SHA-256 (hex)."""

    text: str
    verifier: str
    verifier_sha256: str


def check(record: bytes, *, script: Path, manifest_sha256: str, previous: bytes | None = None) -> Verdict:
    """Run the verifier `script` on the bytes of a record (and of the run before); raises RecordRefused unless it ends with 0."""
    verifier = script.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="record-") as folder:
        place = Path(folder)
        (place / "verify.py").write_text(verifier, encoding="utf-8")
        (place / "record.zip").write_bytes(record)
        command = [sys.executable, "-I", "-S", "verify.py", "record.zip", "--manifest", manifest_sha256]
        if previous is not None:
            (place / "previous.zip").write_bytes(previous)
            command += ["--previous", "previous.zip"]
        done = subprocess.run(
            command, cwd=place, env={"LC_ALL": "C.UTF-8"}, capture_output=True, timeout=SECONDS, check=False
        )
    printed = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
    if done.returncode != 0:
        raise RecordRefused(params={"line": printed.splitlines()[-1] if printed else "?"})
    return Verdict(text=printed, verifier=verifier, verifier_sha256=hashlib.sha256(verifier.encode()).hexdigest())
