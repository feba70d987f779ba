"""What a start finds done already, read from the database without Django.

A migration run and a demo load that find nothing to do still build every model, fifteen seconds of work on a small
machine. So the last whole run leaves a mark, and a start that finds it whole does neither. The mark is a comment on the
table of migrations: it goes where that table goes and ends when it does. It binds together what could make a run do
something: every line of our Python, every package and its version, the database itself, its tables and who may use them,
and the migrations it has. Whatever else cannot be told for certain is answered with "not ready".
"""

from __future__ import annotations

import hashlib
import os
import sysconfig
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2

from portal.demo import LOADED
from portal.env import BASE_DIR, Environment
from portal.services.named import sign_in

MARK = "COMMENT ON TABLE django_migrations IS %s"
READ_MARK = "SELECT obj_description(to_regclass('django_migrations'), 'pg_class')"
STATE = """
SELECT
    (SELECT oid FROM pg_database WHERE datname = current_database()),
    (
        SELECT array_agg(ARRAY[oid::text, relname, relacl::text] ORDER BY relname)
        FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
    ),
    (SELECT array_agg(ARRAY[app, name] ORDER BY app, name) FROM django_migrations),
    (SELECT count(*) FROM django_content_type),
    (SELECT count(*) FROM auth_permission)
"""
"""All that a migration run makes or reads, apart from the code."""
DEMO = """
SELECT EXISTS (SELECT FROM accounts_user) AND EXISTS (SELECT FROM audit_entry WHERE action = %s)
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What need not be done again."""

    is_migrated: bool
    has_demo: bool


def make_ready(*, say: Callable[[str], None], manage: Callable[..., None]) -> bool:
    """Bring the database to the present shape and give an empty one the demo world; tells whether there is a demo world.

    `manage` runs one management command and raises when it fails. What an earlier start has done and nothing has undone is
    not done again.
    """
    environment = Environment({**os.environ, "PORTAL_DB_ROLE": "owner"})
    owner, present = environment.database(), code(environment.app_role())
    found = look(owner, present)
    if found.is_migrated:
        say("→ the database is up to date")
    else:
        say("→ bringing the database up to date")
        manage("migrate", "--verbosity", "0")
        remember(owner, present)
        found = look(owner, present)
    if not environment.flag("DEMO", default=True):
        return False
    if found.has_demo:
        return True
    say("→ loading the demo world when the database is empty")
    manage("load_demo", "--if-empty")
    return look(owner, present).has_demo


def code(role: str, *, project: Path = BASE_DIR, packages: Path | None = None) -> str:
    """Digest of everything a migration run reads from the disk: our packages' Python, the packages that are installed, and the
    name of the role that is given its rights."""
    digest = hashlib.sha256(role.encode())
    for path in _sources(project):
        digest.update(f"\0{path.relative_to(project)}\0".encode())
        digest.update(path.read_bytes())
    for name in sorted(os.listdir(packages or sysconfig.get_path("purelib"))):
        if name.endswith(".dist-info"):
            digest.update(f"\0{name}".encode())
    return digest.hexdigest()


def _sources(project: Path) -> Iterator[Path]:
    for package in sorted(project.glob("*/__init__.py")):
        yield from sorted(package.parent.rglob("*.py"))


def look(entry: dict[str, Any], code: str) -> Found:
    """What the database of a Django entry has already, for this code (see `code`)."""
    try:
        with sign_in(entry) as connection, connection.cursor() as cursor:
            if not is_marked(cursor, code):
                return Found(is_migrated=False, has_demo=False)
            cursor.execute(DEMO, [LOADED])
            return Found(is_migrated=True, has_demo=cursor.fetchone()[0])
    except psycopg2.Error:
        return Found(is_migrated=False, has_demo=False)


def remember(entry: dict[str, Any], code: str) -> None:
    """Leave the mark, as the owner of the tables, after a whole migration run of `code`. Who may not leave it, migrates next
    time."""
    try:
        with sign_in(entry) as connection, connection.cursor() as cursor:
            mark(cursor, code)
    except psycopg2.Error:
        return


def is_marked(cursor: Any, code: str) -> bool:
    """True when the mark fits this code and everything that is in the database now."""
    cursor.execute(READ_MARK)
    (found,) = cursor.fetchone()
    return found is not None and found == _digest(cursor, code)


def mark(cursor: Any, code: str) -> None:
    """Write the mark of this code and of what is in the database now."""
    cursor.execute(MARK, [_digest(cursor, code)])


def _digest(cursor: Any, code: str) -> str:
    cursor.execute(STATE)
    return hashlib.sha256(f"{code}{cursor.fetchone()}".encode()).hexdigest()
