"""Many at the same moment: each racer in a thread with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import IntegrityError, connection, connections

from core.errors import DomainError


def race(*racers: Callable[[], object]) -> list[object]:
    """Let all racers start at once; what each returned, or the refusal it got."""
    barrier = Barrier(len(racers))
    results: list[object] = [None] * len(racers)

    def lane(place: int, racer: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            results[place] = racer()
        except (DomainError, IntegrityError) as error:
            results[place] = error
        finally:
            connections.close_all()

    threads = [Thread(target=lane, args=pair) for pair in enumerate(racers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results
