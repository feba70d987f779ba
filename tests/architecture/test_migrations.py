"""An upgrade stops nobody: no migration holds an exclusive lock while it reads or rewrites a table that may be long.

Read off the operations, without a database. A table made in the same migration is empty and may be treated anyhow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.db import connection, models
from django.db.migrations import AddConstraint, AddField, AddIndex, AlterField, CreateModel, Migration, RenameField
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

OURS = {config.label for config in apps.get_app_configs() if "site-packages" not in config.path}
SHORT = {"estates", "programs", "clusters", "training"}
"""Apps whose tables stay short enough to be read in half a second (hundreds or thousands of rows)."""


def columns(field: models.Field) -> tuple[str | None, bool, bool]:
    """What PostgreSQL makes of a field: type, index, may be empty."""
    return field.db_type(connection), bool(field.db_index or field.unique), bool(field.null)


def complaint(operation: Operation, app: str, before: ProjectState, made: set[str]) -> str:
    """Why an operation would hold up a long table; empty when it does not."""
    name = str(getattr(operation, "model_name_lower", ""))
    if not name or name in made:
        return ""
    if isinstance(operation, AddIndex) and not isinstance(operation, AddIndexConcurrently):
        return "an index is built under a lock against writing: AddIndexConcurrently"
    if isinstance(operation, AddConstraint) and not isinstance(operation, AddConstraintNotValid):
        return "every row is checked under an exclusive lock: AddConstraintNotValid, then ValidateConstraint"
    if isinstance(operation, AddField) and not operation.field.many_to_many:
        _type, is_indexed, _null = columns(operation.field)
        if is_indexed:
            return "the index of a new column is built under a lock: add the column bare, the index concurrently"
    if isinstance(operation, AlterField):
        old = before.models[app, name].fields[operation.name]
        was, will = columns(_bound(old)), columns(_bound(operation.field))
        if was[0] != will[0] and not _is_longer(str(was[0]), str(will[0])):
            return f"the table is rewritten from {was[0]} to {will[0]}: a new column, filled in parts"
        if will[1] and not was[1]:
            return "an index is built under a lock: AddIndexConcurrently"
        if was[2] and not will[2]:
            return "every row is looked at for empty values: a check that is not valid first"
    if isinstance(operation, RenameField):
        return "the running version still asks for the old name: a new column"
    return ""


def _bound(field: models.Field) -> models.Field:
    """A field of a migration with a name, as `db_type` wants it."""
    clone = field.clone()
    clone.set_attributes_from_name("field")
    return clone


def _is_longer(was: str, will: str) -> bool:
    """Room for more letters is a matter of the catalogue alone."""
    sizes = [re.fullmatch(r"varchar\((\d+)\)", one) for one in (was, will)]
    return bool(sizes[0]) and (will == "text" or (bool(sizes[1]) and int(sizes[0][1]) <= int(sizes[1][1])))


def findings(loader: MigrationLoader) -> Iterator[tuple[tuple[str, str], str]]:
    """Every complaint about our migrations, in the order in which they are applied."""
    state = ProjectState(real_apps=loader.unmigrated_apps)
    for key in loader.graph._generate_plan(loader.graph.leaf_nodes(), True):
        migration: Migration = loader.graph.nodes[key]
        made: set[str] = set()
        for operation in migration.operations:
            if key[0] in OURS - SHORT and not migration.initial:
                found = complaint(operation, key[0], state, made)
                if found:
                    yield key, f"{operation.describe()}: {found}"
            if isinstance(operation, CreateModel):
                made.add(operation.name_lower)
            operation.state_forwards(key[0], state)


def test_no_migration_holds_up_a_long_table() -> None:
    assert list(findings(MigrationLoader(None))) == []


NOTE = CreateModel(
    "Note",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("code", models.CharField(max_length=16)),
        ("text", models.TextField(null=True)),
    ],
)


@pytest.mark.parametrize(
    ("operation", "is_slow"),
    [
        (AddIndex("note", models.Index(fields=["code"], name="note_code")), True),
        (AddIndexConcurrently("note", models.Index(fields=["code"], name="note_code")), False),
        (AddConstraint("note", models.CheckConstraint(condition=~models.Q(code=""), name="note_said")), True),
        (AddConstraintNotValid("note", models.CheckConstraint(condition=~models.Q(code=""), name="note_said")), False),
        (AddField("note", "done", models.BooleanField(default=False)), False),
        (AddField("note", "number", models.IntegerField(null=True, db_index=True)), True),
        (AddField("note", "number", models.IntegerField(null=True, unique=True)), True),
        (AlterField("note", "code", models.CharField(max_length=32)), False),
        (AlterField("note", "code", models.TextField()), False),
        (AlterField("note", "code", models.CharField(max_length=8)), True),
        (AlterField("note", "code", models.CharField(max_length=16, db_index=True)), True),
        (AlterField("note", "code", models.CharField(max_length=16, verbose_name="other words")), False),
        (AlterField("note", "text", models.TextField(default="")), True),
        (RenameField("note", "code", "number"), True),
    ],
)
def test_the_check_tells_slow_changes_from_quick_ones(operation: Operation, is_slow: bool) -> None:
    state = ProjectState()
    NOTE.state_forwards("notes", state)
    assert bool(complaint(operation, "notes", state, made=set())) is is_slow
    assert complaint(operation, "notes", state, made={"note"}) == ""
