"""The test session has its servers for as long as it lasts."""

from __future__ import annotations

from portal.env import Environment
from portal.services import using

_environment = Environment()
_servers = using(database=_environment.embedded_database, redis=_environment.embedded_redis)


def pytest_configure(config: object) -> None:
    """Start PostgreSQL and Valkey when no server was named."""
    _servers.__enter__()


def pytest_unconfigure(config: object) -> None:
    """Leave them; the last process to leave stops them."""
    _servers.__exit__(None, None, None)
