"""Which code does which job, and which jobs come back by themselves.

Apps register in their `jobs.py`, which is read when the apps are loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from core.jobs.context import JobContext

Result = Mapping[str, Any] | None
Run = Callable[[JobContext], Result]

LEASE = timedelta(seconds=45)
"""How long a worker is trusted without a sign of life. A sweep comes every 30 s, so 75 s later at most the job goes on."""
LIMIT = timedelta(minutes=14)
"""When a job's heart stops by itself: shortly before Celery's hard limit kills its process."""
MAX_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Handler:
    """How one kind of job is done.

    `atomic`: effect and "done" are one transaction around `run`. Else `run` has its own transactions and calls
    `context.complete(...)` in the one that holds its effect. `permission` lets staff who have it see the progress.
    """

    kind: str
    run: Run
    atomic: bool = True
    lease: timedelta = LEASE
    limit: timedelta = LIMIT
    max_attempts: int = MAX_ATTEMPTS
    permission: str = ""


@dataclass(frozen=True, slots=True)
class Periodic:
    """A job that is due once in every slot of length `every`; slots are counted from 1970-01-01T00:00Z plus `offset`."""

    kind: str
    every: timedelta
    offset: timedelta = timedelta()

    def slot(self, now: datetime) -> datetime:
        """Beginning of the slot that holds `now`."""
        start = datetime(1970, 1, 1, tzinfo=UTC) + self.offset
        return start + ((now - start) // self.every) * self.every


HANDLERS: dict[str, Handler] = {}
PERIODIC: dict[str, Periodic] = {}


def handler(
    kind: str,
    *,
    atomic: bool = True,
    lease: timedelta = LEASE,
    limit: timedelta = LIMIT,
    max_attempts: int = MAX_ATTEMPTS,
    permission: str = "",
) -> Callable[[Run], Run]:
    """Decorator: `run` does the jobs of this kind. A kind has one handler; a second one is a mistake (ValueError)."""

    def decorate(run: Run) -> Run:
        if kind in HANDLERS:
            raise ValueError(f"the job {kind} has two handlers")
        HANDLERS[kind] = Handler(kind, run, atomic, lease, limit, max_attempts, permission)
        return run

    return decorate


def periodic(
    kind: str,
    *,
    every: timedelta,
    offset: timedelta = timedelta(),
    atomic: bool = True,
    lease: timedelta = LEASE,
    limit: timedelta = LIMIT,
) -> Callable[[Run], Run]:
    """Decorator: `run` is due once in every slot of time, however many schedulers there are, and late after an outage."""

    def decorate(run: Run) -> Run:
        handler(kind, atomic=atomic, lease=lease, limit=limit)(run)
        PERIODIC[kind] = Periodic(kind, every, offset)
        return run

    return decorate


def find(kind: str) -> Handler:
    """The handler of a kind; LookupError when this version of the portal has none."""
    try:
        return HANDLERS[kind]
    except KeyError:
        raise LookupError(f"no handler for jobs of kind {kind}") from None
