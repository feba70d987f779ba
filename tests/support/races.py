"""Many at the same moment: each racer in a thread with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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


@contextmanager
def lanes(number: int) -> Iterator[Callable[..., list[object]]]:
    """`race` for many races of up to `number` racers: each lane keeps its thread and its connection from one to the next."""

    def lane(barrier: Barrier, racer: Callable[[], object]) -> object:
        connection.ensure_connection()
        # Nobody leaves before all are in, so that each stands in a lane of his own.
        barrier.wait(timeout=30)
        try:
            return racer()
        except (DomainError, IntegrityError) as error:
            return error

    def all_at_once(*racers: Callable[[], object]) -> list[object]:
        barrier = Barrier(len(racers))
        return [one.result(timeout=60) for one in [pool.submit(lane, barrier, racer) for racer in racers]]

    with ThreadPoolExecutor(number) as pool:
        try:
            yield all_at_once
        finally:
            all_at_once(*[connections.close_all] * number)
