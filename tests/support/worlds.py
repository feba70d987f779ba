"""Worlds that several tests of a module look at, made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import connection, transaction
from django.test import override_settings

World = TypeVar("World")
Make = Callable[[Callable[[], World]], World]


@contextmanager
def shared(blocker: Any, **settings: Any) -> Iterator[Make[Any]]:
    """What is made inside stands until the end and is never committed; each test works in a savepoint of it."""
    whole = transaction.atomic()
    whole._from_testcase = True  # type: ignore[attr-defined]  # as Django marks its own, for services that end a request
    with blocker.unblock(), override_settings(**settings), whole:
        yield made
        transaction.set_rollback(True)


def made(build: Callable[[], World]) -> World:
    """What `build` makes, with everything done that the database puts off to a commit: else each test would do it again."""
    world = build()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return world
