"""A start does again only what is not done: never less than a whole migration run when anything could have changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection

from core import clock
from core.audit import services as audit
from portal import readiness
from portal.demo import LOADED, people
from portal.services import ServiceError
from portal.services.named import sign_in

ROLE = "portal_app"

UNDONE = (
    "DELETE FROM django_migrations WHERE app = 'training'",
    "INSERT INTO django_migrations (app, name, applied) VALUES ('training', '0009_of_another_branch', now())",
    "DELETE FROM auth_permission",
    "CREATE TABLE a_table_of_somebody (n int)",
    "REVOKE INSERT ON django_session FROM portal_app",
    "DROP TABLE django_session",
    "DROP TABLE django_migrations",
)


@pytest.mark.django_db
@pytest.mark.parametrize("happened", UNDONE)
def test_a_database_in_which_anything_was_undone_is_migrated_again(happened: str) -> None:
    with connection.cursor() as cursor:
        readiness.mark(cursor, "code")
        assert readiness.is_marked(cursor, "code")
        assert not readiness.is_marked(cursor, "other code")
        cursor.execute(happened)
        assert not readiness.is_marked(cursor, "code")


@pytest.fixture
def entry(transactional_db: None) -> Iterator[dict[str, Any]]:
    """The test database, whose mark is taken away at the end."""
    here = {**connection.settings_dict, "OPTIONS": {}}
    readiness.remember(here, "code")
    yield here
    run(here, "COMMENT ON TABLE django_migrations IS NULL")


def run(entry: dict[str, Any], statement: str) -> Any:
    with sign_in(entry) as session, session.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0] if cursor.description else None


def test_a_mark_that_was_carried_to_another_database_is_not_believed(
    entry: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = readiness.Found(is_migrated=False, has_demo=False)
    assert readiness.look(entry, "code") == readiness.Found(is_migrated=True, has_demo=False)
    assert readiness.look({**entry, "NAME": "postgres"}, "code") == nothing, "it has no tables"
    assert readiness.look({**entry, "NAME": "nowhere"}, "code") == nothing, "it does not exist"
    elsewhere = readiness.STATE.replace("current_database()", "'postgres'")
    assert elsewhere != readiness.STATE
    monkeypatch.setattr(readiness, "STATE", elsewhere)
    assert readiness.look(entry, "code") == nothing, "all is alike but the database itself"


def test_any_line_of_python_any_package_and_the_role_are_part_of_the_code(tmp_path: Path) -> None:
    project, packages = tmp_path / "project", tmp_path / "packages"
    (project / "app" / "migrations").mkdir(parents=True)
    for name in ("app/__init__.py", "app/migrations/0001_initial.py"):
        (project / name).write_text("# first\n")
    (packages / "Django-5.2.19.dist-info").mkdir(parents=True)

    def code(role: str = ROLE) -> str:
        return readiness.code(role, project=project, packages=packages)

    seen = [code(), code("another_role")]
    (project / "app/migrations/0002_more.py").write_text("# second\n")
    seen.append(code())
    (project / "app/migrations/0002_more.py").write_text("# changed\n")
    seen.append(code())
    shutil.move(packages / "Django-5.2.19.dist-info", packages / "Django-5.2.20.dist-info")
    seen.append(code())
    (project / "notes.txt").write_text("no code\n")
    assert len(set(seen)) == len(seen) == 5
    assert code() == seen[-1]


def test_a_second_start_does_nothing_again_but_what_may_have_changed(
    entry: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"postgres://{entry['USER']}@{quote(entry['HOST'], safe='')}:{entry['PORT']}/{entry['NAME']}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("DATABASE_OWNER_URL", url)
    ran: list[str] = []
    failing: set[str] = {"migrate"}

    def manage(command: str, *options: str) -> None:
        ran.append(command)
        if command in failing:
            raise ServiceError("failed")

    def start() -> tuple[bool, list[str]]:
        ran.clear()
        return readiness.make_ready(say=lambda line: None, manage=manage), list(ran)

    with pytest.raises(ServiceError):
        start()
    failing.clear()
    assert start() == (False, ["migrate", "load_demo"]), "a migration that failed has left no mark"
    assert start() == (False, ["load_demo"])
    cast = people.load(now=clock.now())
    assert start() == (False, ["load_demo"]), "its load was interrupted"
    audit.record(action=LOADED, by=None, target=next(iter(cast.values()))[0], now=clock.now())
    assert start() == (True, [])
    with monkeypatch.context() as changed:
        changed.setattr(readiness, "code", lambda role: "a migration more")
        assert start() == (True, ["migrate"])
        assert start() == (True, [])
    monkeypatch.setenv("DEMO", "off")
    assert start() == (False, ["migrate"]), "the mark is that of the other code"
    assert start() == (False, [])
