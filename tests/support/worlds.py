"""A world that several tests of a module look at, made once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.test import override_settings


@contextmanager
def shared(blocker: Any, **settings: Any) -> Iterator[None]:
    """What is made inside stands until the end and is never committed; each test works in a savepoint of it."""
    whole = transaction.atomic()
    whole._from_testcase = True  # type: ignore[attr-defined]  # as Django marks its own, for services that end a request
    with blocker.unblock(), override_settings(**settings), whole:
        yield
        transaction.set_rollback(True)
