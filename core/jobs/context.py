"""What a handler is given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from core.errors import Text
from core.jobs import leases
from core.jobs.errors import LeaseLost
from core.jobs.models import Job
from core.jobs.pulse import Pulse

NOTE_LENGTH = 200


class JobContext:
    """One try at one job: its task, who asked, when it began, and the ways to report and to end."""

    def __init__(self, job: Job, *, now: datetime, max_attempts: int, pulse: Pulse | None) -> None:
        self.job_id: int = job.pk
        self.kind = job.kind
        self.key = job.key
        self.payload: dict[str, Any] = job.payload
        self.by: Any | None = job.requested_by
        self.now = now
        self.fence = job.fence
        self.attempt = job.attempts + 1
        self.is_last_attempt = self.attempt >= max_attempts
        self.is_complete = False
        self._pulse = pulse
        self._progress: dict[str, Any] = {}

    def progress(self, done: int, total: int = 0, note: Text = "") -> None:
        """Show that `done` of `total` steps are done (total 0: unknown) and what is being done, in the reader's words.

        Seen at once by others, even inside the open transaction. Raises LeaseLost when the job was taken over.
        """
        done = max(0, min(done, total) if total else done)
        self._progress = {
            "progress_done": done,
            "progress_total": max(0, total),
            "progress_note": str(note)[:NOTE_LENGTH],
        }
        if self._pulse is not None:
            self._pulse.tell(self._progress)
        self.check()

    def check(self) -> None:
        """Stop early (LeaseLost) when somebody else has the job; `complete` asks the database in any case."""
        if self._pulse is not None and self._pulse.lost and not self.is_complete:
            raise LeaseLost(f"job {self.job_id} was taken again")

    def complete(self, result: Mapping[str, Any] | None = None) -> None:
        """Write "done" and `result` (JSON; `url` and `label` name what was made) into the transaction of the effect.

        Handlers with `atomic=False` call it inside their own `transaction.atomic()`; for all others the worker does.
        Raises LeaseLost, which must be let through so that the effect rolls back.
        """
        if not transaction.get_connection().in_atomic_block:
            raise RuntimeError("a job is completed in the transaction of its effect")
        leases.complete(self.job_id, self.fence, result=result, progress=self._progress)
        self.is_complete = True
