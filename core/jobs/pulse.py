"""The heart of a running job: a thread that renews the lease and shows the progress.

It has its own database connection, so that progress is seen while the transaction of the effect is still open. A
frozen process freezes its heart too, which is the point.
"""

from __future__ import annotations

import logging
import threading
import time
from datetime import timedelta
from typing import Any

from django.db import Error as DatabaseError
from django.db import connection

from core.jobs import leases

log = logging.getLogger(__name__)

SHORTEST_PAUSE = 0.3
"""Seconds between two writes: a handler may report every row it did."""


class Pulse:
    """Beats from `start()` to `stop()`; `lost` turns true when the lease is somebody else's."""

    def __init__(self, job_id: int, fence: int, *, lease: timedelta, limit: timedelta) -> None:
        self._job_id = job_id
        self._fence = fence
        self._lease = lease
        self._ends = time.monotonic() + limit.total_seconds()
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._progress: dict[str, Any] = {}
        self._thread = threading.Thread(target=self._beat, name=f"job-{job_id}", daemon=True)
        self.lost = False

    def start(self) -> None:
        """Begin. The first write comes after a third of the lease or with the first progress, so short jobs pay nothing."""
        self._thread.start()

    def tell(self, progress: dict[str, Any]) -> None:
        """Have this progress written soon; never waits for the database."""
        self._progress = progress
        self._wake.set()

    def stop(self) -> None:
        """End the thread and give its connection back. May be called twice."""
        self._stopping.set()
        self._wake.set()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(timeout=5)

    def _beat(self) -> None:
        try:
            while not self._stopping.is_set():
                self._wake.wait(self._lease.total_seconds() / 3)
                self._wake.clear()
                if self._stopping.is_set() or self.lost or time.monotonic() > self._ends:
                    return
                self._write()
                self._stopping.wait(SHORTEST_PAUSE)
        finally:
            connection.close()

    def _write(self) -> None:
        try:
            kept = leases.extend(self._job_id, self._fence, lease=self._lease, progress=self._progress)
        except DatabaseError:
            # The database may be restarting. The lease goes on as long as it goes on; the next beat tries again.
            log.warning("the lease on job %s could not be renewed", self._job_id, exc_info=True)
            connection.close()
            return
        self.lost = not kept
