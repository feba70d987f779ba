"""Job kinds that exist for these tests alone, and a person who asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from core.jobs import registry

NOW = datetime(2025, 6, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def person(db: None) -> Any:
    return get_user_model().objects.create(
        national_code="0499370899", phone="09121234567", first_name="سارا", last_name="محمدی"
    )


@pytest.fixture
def handle(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Register a handler for one test: `handle("kind", function, atomic=…)`."""
    monkeypatch.setattr(registry, "HANDLERS", dict(registry.HANDLERS))
    monkeypatch.setattr(registry, "PERIODIC", {})

    def register(kind: str, run: Callable[[Any], Any], every: timedelta | None = None, **options: Any) -> None:
        if every is None:
            registry.handler(kind, **options)(run)
        else:
            registry.periodic(kind, every=every, **options)(run)

    return register
