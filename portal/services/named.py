"""Servers that a person named: can they be used at all? Asked before anything is started, answered with one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg2
import psycopg2.extensions
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from portal.services.errors import ServiceError

WAIT_SECONDS = 5
OLDEST_POSTGRESQL = 14
"""The oldest major version that Django supports."""


def refuse_unusable_database(setting: str, entry: dict[str, Any], *, makes_tables: bool) -> None:
    """Sign in once as a database entry of Django says. Passwords never stand in the sentence."""
    if entry.get("ENGINE") != "django.db.backends.postgresql" or not entry.get("NAME"):
        raise ServiceError(
            f"{setting} is not the address of a PostgreSQL database (postgres://role:password@host/name)."
        )
    try:
        with sign_in(entry) as connection, connection.cursor() as cursor:
            version = connection.server_version // 10_000
            cursor.execute("SELECT has_schema_privilege(current_schema(), 'CREATE'), 'ظ' ~ '[[:alpha:]]'")
            may_make_tables, knows_letters = cursor.fetchone()
    except psycopg2.Error as error:
        raise ServiceError(f"The PostgreSQL server of {setting} cannot be used: {_first_line(error)}") from error
    if version < OLDEST_POSTGRESQL:
        raise ServiceError(f"The server of {setting} is PostgreSQL {version}; {OLDEST_POSTGRESQL} or newer is needed.")
    if not knows_letters:
        raise ServiceError(
            f"For the database {entry['NAME']} of {setting} Persian letters are no letters, so nothing could be searched:"
            " make it with ENCODING 'UTF8' and LC_CTYPE 'C.UTF-8' (docs/deployment.md)."
        )
    if makes_tables and not may_make_tables:
        raise ServiceError(
            f"The role {entry.get('USER')} of {setting} may not make tables in {entry['NAME']}. Let it own the database."
        )


@contextmanager
def sign_in(entry: dict[str, Any]) -> Iterator[psycopg2.extensions.connection]:
    """One transaction in the database of a Django entry, without Django; raises psycopg2.Error."""
    signing_in = {
        "host": entry.get("HOST"), "port": entry.get("PORT"), "dbname": entry["NAME"],
        "user": entry.get("USER"), "password": entry.get("PASSWORD"), **entry.get("OPTIONS", {}),
    }  # fmt: skip
    given = {name: value for name, value in signing_in.items() if value not in ("", None)}
    with closing(psycopg2.connect(connect_timeout=WAIT_SECONDS, **given)) as connection, connection:
        yield connection


def refuse_unusable_queue(setting: str, url: str) -> None:
    """Ping the Redis or Valkey server of an address."""
    try:
        waiting = {"socket_timeout": WAIT_SECONDS, "socket_connect_timeout": WAIT_SECONDS}
        client = redis.Redis.from_url(url, retry=Retry(NoBackoff(), 0), **waiting)
        client.ping()
        client.close()
    except (redis.RedisError, OSError, ValueError) as error:
        raise ServiceError(f"The Redis or Valkey server of {setting} cannot be used: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rstrip(". ") + "."
