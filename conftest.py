"""The test session: its servers for as long as it lasts, a database for each process."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings as property_settings

from portal.env import Environment
from portal.services import using

# A busy machine is no mistake of ours: what must be quick is measured by benchmarks, and tests assert no seconds.
property_settings.register_profile("portal", deadline=None)
property_settings.load_profile("portal")

_environment = Environment()
_servers = using(database=_environment.embedded_database, redis=_environment.embedded_redis)


_template: list[subprocess.Popen[bytes]] = []
"""Makes the database that all processes clone, while they still collect tests."""


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL and Valkey when no server was named."""
    _servers.__enter__()
    if config.getoption("numprocesses", None):
        _template.append(subprocess.Popen([sys.executable, "-m", "tests.support.databases"], cwd=config.rootpath))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave them; the last process to leave stops them."""
    for process in _template:
        process.wait()
    _servers.__exit__(None, None, None)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was imported stays to the end: the collector need not walk it for each test (a sixth of the suite's time)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Tests that share a world stay in one process; see tests.support.scheduling."""
    from tests.support.scheduling import ByWorld

    return ByWorld(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins early."""
    from tests.support.scheduling import turn_of

    items.sort(key=lambda item: turn_of(item.nodeid))


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[None]:
    """A database of this process, cloned from the template that the migrations built."""
    from django.conf import settings
    from django.db.backends.postgresql.base import DatabaseWrapper
    from django.test import TransactionTestCase

    from tests.support import databases

    name = f"{settings.DATABASES['default']['TEST']['NAME']}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with django_db_blocker.unblock():
        databases.create(name)
        # Django would truncate all tables and make all permissions again, which takes most of a second.
        TransactionTestCase._fixture_teardown = lambda case: databases.empty()  # type: ignore[method-assign]
        DatabaseWrapper.check_constraints = lambda wrapper, table_names=None: databases.check_before_rollback()  # type: ignore[method-assign]
    yield
    with django_db_blocker.unblock():
        databases.drop(name)


@pytest.fixture(scope="module")
def make_once(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """For fixtures of a module: `make_once(build)` gives what `build` makes in a transaction that is never committed.

    Each test works in a savepoint of it, with a deep copy of the rows so that what it changes in memory stays its own. Files
    of the module lie in a folder of their own. Not for tests that commit.
    """
    from core.files import sandbox
    from tests.support import worlds
    from tests.support.pictures import remembering

    files = tmp_path_factory.mktemp("files")
    with pytest.MonkeyPatch.context() as patch, worlds.shared(django_db_blocker, MEDIA_ROOT=files) as make:
        patch.setattr(sandbox, "process", remembering(sandbox.process))
        yield make


@pytest.fixture(autouse=True)
def portal_language() -> Iterator[None]:
    """Each test begins in the portal's language; a page asked for in English would leave its own to the next."""
    from django.conf import settings
    from django.utils import translation

    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.deactivate()


@pytest.fixture
def bare_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refusals without their page: for sweeps that would draw the same page ten thousand times and look at the status only."""
    from django.http import HttpResponse

    def refuse(request: object, status: int, message: str = "", *, code: str = "") -> HttpResponse:
        return HttpResponse(status=status)

    monkeypatch.setattr("core.web.errors.refuse", refuse)


@pytest.fixture(autouse=True)
def remembered_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers of the factories are opened by the real child process once in a session; see tests.support.pictures."""
    from core.files import sandbox
    from tests.support.pictures import remembering

    monkeypatch.setattr(sandbox, "process", remembering(sandbox.process))


@pytest.fixture(autouse=True)
def menus_made_anew() -> None:
    """The desk's menus are made once for each set of roles: a test that counts queries must not see what another one made."""
    from django.contrib import admin

    admin.site._menus.clear()
