"""Which tests stay in one process, and what begins first.

Tests of a file share a world, those of some folders a browser or the whole demo: each is made once only where they run in one
process. pytest-xdist has a mark for this, which does nothing since pytest keeps ids in another form; so the scheduler says it.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

LONG = (
    "tests/browser",
    "tests/flows",
    "tests/architecture/test_desk_addresses.py",
    "tests/architecture/test_addresses.py",
    "tests/allocations",
    "tests/chaos",
    "tests/clinic",
    "tests/programs",
)
"""What takes long begins early, or one process would be busy with it while the others have nothing left to do. What waits more
than it computes comes while others compute: the browser first, faults when that is over."""
TOGETHER = ("tests/browser", "tests/flows")
"""Folders whose files share more than a file's world."""


class ByWorld(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out whole files, or whole folders of `TOGETHER`, in the order of the collection."""

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)


def scope_of(nodeid: str) -> str:
    """The file of a test, or the folder whose tests all stay together."""
    path = nodeid.split("::", 1)[0]
    return next((folder for folder in TOGETHER if path.startswith(f"{folder}/")), path)


def turn_of(nodeid: str) -> int:
    """When a test is handed out: smaller is earlier."""
    return next((turn for turn, start in enumerate(LONG) if nodeid.startswith(start)), len(LONG))
