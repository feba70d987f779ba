"""Figures that exist for these tests alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from core.metrics import registry
from core.metrics.choices import MetricKind
from core.metrics.registry import Metric, Point

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # 2 Azar 1405


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Metric]]:
    """`offer("tests.plots", points)` registers a figure; `points` may be changed afterwards."""
    monkeypatch.setattr(registry, "METRICS", {})

    def make(name: str, points: Iterable[Point], **options: Any) -> Metric:
        values = {
            "label": name, "unit": "plots", "kind": MetricKind.LAST, "dimensions": ("estate", "state"),
            "url": lambda dimensions: "/plots/?" + registry.key_of(dimensions), **options,
        }  # fmt: skip
        return registry.register(Metric(name=name, read=lambda now: points, **values))

    return make
