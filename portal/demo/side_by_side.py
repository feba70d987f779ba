"""Parts of the demo world that need nothing of each other, loaded at the same time."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from django.db import connections

Say = Callable[[str], None]
Part = Callable[[Say], object]
"""A function of a module, or a `partial` of one: it is handed to another process by its name. It tells what it has done."""

MOST_PROCESSES = 4


def processes_here() -> int:
    """As many as there are cores, within reason."""
    return min(MOST_PROCESSES, os.cpu_count() or 1)


def run(parts: Sequence[Part], *, say: Say, processes: int) -> None:
    """Run all parts, up to `processes` of them at once; what one of them raises is raised here when all have ended.

    With more than one process the parts see only what is committed, `say` is called in those processes, and nobody may
    have begun anything in this one that does not survive a fork. With one they run here, one after the other.
    """
    if processes < 2:
        for part in parts:
            part(say)
        return
    connections.close_all()  # a connection cannot be shared with a child process
    fork = get_context("fork")
    with ProcessPoolExecutor(processes, mp_context=fork, initializer=_listen, initargs=(say,)) as pool:
        ended = [pool.submit(_begin, part) for part in parts]
    for one in ended:
        one.result()


_listeners: list[Say] = []
"""Who is told in this process: what somebody waits with cannot be sent along with each part, but it is inherited."""


def _listen(say: Say) -> None:
    _listeners[:] = [say]


def _begin(part: Part) -> None:
    part(_listeners[0])
