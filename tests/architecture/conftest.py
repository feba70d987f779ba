"""What the sweeps over all addresses share."""

from __future__ import annotations

from typing import Any

import pytest
from django.template.backends.django import Template

from tests.architecture.place import Place, build
from tests.architecture.sweep import DrawnOnce


@pytest.fixture(scope="module")
def place(make_once: Any) -> Place:
    """Built once, in a transaction that is never committed; each test works in a savepoint of it."""
    made: Place = make_once(build)
    return made


@pytest.fixture(scope="module")
def drawn() -> DrawnOnce:
    """Which pages the tests of this module have drawn."""
    return DrawnOnce()


@pytest.fixture
def draw_once(drawn: DrawnOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every view runs; a page that was drawn for somebody with the same rights is not drawn again."""

    def render(template: Template, context: Any = None, request: Any = None) -> Any:
        return drawn.render(template, context, request)

    monkeypatch.setattr(Template, "render", render)
