"""Test databases in a second instead of a minute.

The schema is built once by the real migrations into a template database, named after a digest of those migrations; each
test process clones it. After a test that committed, only tables that hold rows are emptied.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import django
import psycopg2
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from psycopg2 import sql

from core.audit import sql as audit_sql
from portal.env import data_dir

KEPT = frozenset({"django_migrations", "django_content_type", "auth_permission"})
"""Tables that belong to the schema, not to a test."""


def fingerprint() -> str:
    """Digest of everything the schema is made of: our migrations and the versions of the packages that have some."""
    digest = hashlib.sha256(audit_sql.CREATE_FUNCTIONS.encode())
    for package in ("django", "django-allauth", "django-axes", "django-pghistory", "django-pgtrigger"):
        digest.update(f"{package}={version(package)};".encode())
    for config in apps.get_app_configs():
        folder = Path(config.path)
        if folder.is_relative_to(settings.BASE_DIR) and ".venv" not in folder.parts:
            for path in sorted((folder / "migrations").glob("*.py")):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _maintenance() -> Iterator[object]:
    """A cursor that may create and drop databases."""
    entry = connection.settings_dict
    session = psycopg2.connect(
        dbname="postgres",
        user=entry["USER"],
        password=entry["PASSWORD"],
        host=entry["HOST"],
        port=entry["PORT"] or None,
    )
    session.autocommit = True
    try:
        with session.cursor() as cursor:
            yield cursor
    finally:
        session.close()


def _exists(cursor: object, name: str) -> bool:
    cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])  # type: ignore[attr-defined]
    return bool(cursor.fetchone())  # type: ignore[attr-defined]


def _run(cursor: object, statement: str, *names: str) -> None:
    cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))  # type: ignore[attr-defined]


def _remove(cursor: object, name: str) -> None:
    """Drop a database, whoever is still in it."""
    try:
        _run(cursor, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    except psycopg2.errors.InsufficientPrivilege:
        # A worker of autovacuum is not ours to end; asked without force, PostgreSQL sends it away itself.
        _run(cursor, "DROP DATABASE IF EXISTS {}", name)


def template() -> str:
    """Name of the template of the present schema; built when it is missing, by one process while others wait."""
    name = f"template_{fingerprint()}"
    data_dir().mkdir(parents=True, exist_ok=True)
    with open(data_dir() / "test-template.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with _maintenance() as cursor:
            if _exists(cursor, name):
                return name
            building = f"{name}_new"
            _remove(cursor, building)
            _run(cursor, "CREATE DATABASE {} TEMPLATE template0", building)
        _point_at(building)
        call_command("migrate", verbosity=0, interactive=False)
        connection.close()
        with _maintenance() as cursor:
            _drop_old_templates(cursor)
            _run(cursor, "ALTER DATABASE {} RENAME TO {}", building, name)
    return name


def _drop_old_templates(cursor: object) -> None:
    """Templates of schemas nobody has any more; one that is being cloned at this moment is left for the next time."""
    cursor.execute(
        "SELECT datname FROM pg_database WHERE datname ~ '^template_[0-9a-f]{16}$' ORDER BY oid DESC OFFSET 3"
    )  # type: ignore[attr-defined]
    for (name,) in cursor.fetchall():  # type: ignore[attr-defined]
        _run(cursor, "DROP DATABASE IF EXISTS {}", name)


def _point_at(name: str) -> None:
    for alias in connections:
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
        settings.DATABASES[alias]["NAME"] = name


def create(name: str) -> None:
    """Make the database of this test process and point Django at it."""
    source = template()
    with _maintenance() as cursor:
        _remove(cursor, name)
        _run(cursor, "CREATE DATABASE {} TEMPLATE {}", name, source)
        # Nobody will want it back after a power cut, so no commit need wait for the disk.
        _run(cursor, "ALTER DATABASE {} SET synchronous_commit = off", name)
    _point_at(name)


UNCHAINED = (
    "CREATE OR REPLACE FUNCTION audit_append(p_table text, p_key text, p_row bigint) RETURNS void LANGUAGE sql AS ''"
)


def check_before_rollback() -> None:
    """What the database puts off to a commit, asked at the end of a test that commits nothing.

    All but the links of the audit chain: they refuse nothing, and to seal what is thrown away took a tenth of the suite. The
    function is replaced inside the test's own transaction, so it is itself again a moment later.
    """
    with connection.cursor() as cursor:
        cursor.execute(UNCHAINED)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def drop(name: str) -> None:
    """Remove the database of this test process."""
    connections.close_all()
    with _maintenance() as cursor:
        _remove(cursor, name)


WRITTEN = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND pg_relation_size(oid) > 0
"""
"""Tables that have a page on the disk: of 400 the few that anything was ever written to."""


def empty() -> None:
    """Delete every row a committed test left. Triggers are off meanwhile: they would refuse, or write events of it."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        tables = sorted({row[0] for row in cursor.fetchall()} - KEPT)
        if not tables:
            return
        asked = sql.SQL(" UNION ALL ").join(
            sql.SQL("(SELECT {} WHERE EXISTS (SELECT 1 FROM {}))").format(sql.Literal(table), sql.Identifier(table))
            for table in tables
        )
        cursor.execute(asked)
        filled = [row[0] for row in cursor.fetchall()]
        if not filled:
            return
        cursor.execute("BEGIN")
        for statement in ("ALTER TABLE {} DISABLE TRIGGER USER", "DELETE FROM {}"):
            for table in filled:
                _run(cursor, statement, table)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in filled:
            _run(cursor, "ALTER TABLE {} ENABLE TRIGGER USER", table)
        cursor.execute("COMMIT")


def main() -> None:
    """Make the template, if there is none yet, before the processes of the suite ask for it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    template()


if __name__ == "__main__":
    main()
