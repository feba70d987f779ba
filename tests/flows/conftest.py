"""The demo world, loaded and committed once for all tests of this folder.

Each test works in a transaction of its own that is never committed, so it may load again, walk and change what it likes. All
modules of the folder run in one process (tests.support.scheduling).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest
from django.test import override_settings
from django.utils import translation

from accounts.models import User
from core import clock
from core.persian.calendar import first_of_month, tehran_date
from portal.demo import people, world
from tests.support import databases

APPLICANTS = 14
"""So many apply at Zarifan, not the 263 of the demo."""
AT_ESHRAGH = 23
"""More than there are workshops: they are drawn by lot."""


@dataclass(frozen=True, slots=True)
class Demo:
    """When it was loaded, who acts in it, what was said."""

    now: datetime
    cast: dict[str, list[User]]
    said: list[str]
    was_unfinished: bool
    """Whether the people who were there before counted as a load that had been interrupted."""

    @property
    def today(self) -> date:
        return tehran_date(self.now)

    @property
    def month(self) -> date:
        return first_of_month(self.today)


@pytest.fixture(scope="package")
def loaded(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The whole world, as a start makes it that ends an interrupted one."""
    files = tmp_path_factory.mktemp("files")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=files, DEMO=True), translation.override("fa"):
        try:
            yield _load()
        finally:
            databases.empty()


def _load() -> Demo:
    said: list[str] = []
    with clock.shifted(-world.BEFORE_ALL_CALLS):
        cast = people.load(now=clock.now())
    was_unfinished, now = world.is_unfinished(), clock.now()
    world.load(now=now, say=said.append, applicants=APPLICANTS, at_eshragh=AT_ESHRAGH)
    return Demo(now, cast, said, was_unfinished)


@pytest.fixture
def demo(loaded: Demo) -> Demo:
    """What the test changes in memory stays its own."""
    return deepcopy(loaded)
