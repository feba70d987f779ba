"""Who is acting and in which request: put into every event of the block."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import pghistory
from pghistory import runtime

OF_SAVEPOINTS = ("savepoint", "release savepoint", "rollback to savepoint")
# They write nothing. The library would tell who acts before each of them too: a quarter of all statements of a long act.
runtime.IGNORED_SQL_PREFIXES = (*runtime.IGNORED_SQL_PREFIXES, *OF_SAVEPOINTS)  # type: ignore[assignment]

_request_id: ContextVar[str] = ContextVar("request_id", default="")


def request_id() -> str:
    """Id of the request, command or job that is being worked on, or an empty text."""
    return _request_id.get()


@contextmanager
def acting(user: Any | None, *, request: str = "", reason: str = "") -> Iterator[None]:
    """Everything written in this block is recorded as done by `user` (None: the system) in `request`."""
    token = _request_id.set(request or _request_id.get())
    facts = {"actor": getattr(user, "pk", None), "request": _request_id.get()}
    if reason:
        facts["reason"] = reason
    with pghistory.context() as tracked:
        # pghistory adds to the facts of the block around it and leaves them changed; who acted there must stand again.
        before = dict(tracked.metadata)
        tracked.metadata.clear()
        tracked.metadata.update(facts)
        try:
            yield
        finally:
            tracked.metadata.clear()
            tracked.metadata.update(before)
            _request_id.reset(token)
