"""Workflow as a table.

An app describes each life cycle as a `Table` of `Transition` rows in its workflow.py; `apply()` is the only code that
assigns a status. It locks the row, asks who may and when, writes, and records, all inside the caller's transaction.
`manage.py diagrams` draws docs/states.md from the same tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import PermissionRefused, WrongState

Row = TypeVar("Row", bound=models.Model)
Policy = Callable[[Any, datetime], None]
"""Asks when: gets the locked row and the moment, raises a DomainError when the state does not allow it."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One arrow: `name` is the verb, `permission` says who (rules name, or "" for the system alone), `policy` says when,
    `event` is the action written to the audit record."""

    name: str
    sources: frozenset[str]
    target: str
    permission: str
    event: str
    policy: Policy | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """All arrows of one status field; at most one arrow per (name, source)."""

    name: str
    states: tuple[str, ...]
    initial: str
    transitions: tuple[Transition, ...]
    field: str = "status"
    ends: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        known = set(self.states)
        seen: set[tuple[str, str]] = set()
        for row in self.transitions:
            if row.target not in known or not row.sources <= known:
                raise ValueError(f"{self.name}.{row.name} names a state that does not exist")
            for source in row.sources:
                if (row.name, source) in seen:
                    raise ValueError(f"{self.name}.{row.name} leaves {source} twice")
                seen.add((row.name, source))

    def find(self, name: str, source: str) -> Transition:
        """The arrow `name` from `source`; raises WrongState when there is none, ValueError when no arrow has that name."""
        named = [row for row in self.transitions if row.name == name]
        if not named:
            raise ValueError(f"{self.name} has no transition {name}")
        for row in named:
            if source in row.sources:
                return row
        raise WrongState(code=f"{name}_from_{source.lower()}")

    def possible(self, source: str) -> list[Transition]:
        """The arrows that leave `source`, in the order of the table."""
        return [row for row in self.transitions if source in row.sources]


TABLES: dict[str, Table] = {}
"""Every table of the portal by name; filled by `register()` when the apps are loaded."""


def register(table: Table) -> Table:
    """Make a table known to the diagrams and to the matrix test."""
    if table.name in TABLES:
        raise ValueError(f"the workflow {table.name} is registered twice")
    TABLES[table.name] = table
    return table


def sources(*states: str) -> frozenset[str]:
    """States an arrow may leave."""
    return frozenset(states)


def apply(
    table: Table,
    row: Row,
    name: str,
    *,
    by: Any | None,
    now: datetime,
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
    data: Mapping[str, Any] | None = None,
) -> Row:
    """Move `row` along the arrow `name` and return it, freshly locked and saved.

    `by` is the user, or None for the system (deadlines, jobs), which may use only arrows without a permission.
    `changes` are other fields written in the same UPDATE; `data` goes to the audit record.
    Must run inside a transaction. Raises PermissionRefused, WrongState, or what the policy raises; then nothing is written.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a transition needs the transaction of its service")
    locked = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    before = getattr(locked, table.field)
    arrow = table.find(name, before)
    _ask_who(arrow, by, locked)
    if arrow.policy is not None:
        arrow.policy(locked, now)
    values = {table.field: arrow.target, **(changes or {})}
    for attribute, value in values.items():
        setattr(locked, attribute, value)
    locked.save(update_fields=_columns(locked, values))
    record(
        action=arrow.event, by=by, target=locked, now=now, before=before, after=arrow.target, reason=reason, data=data
    )
    for attribute in values:
        setattr(row, attribute, getattr(locked, attribute))
    return locked


def _ask_who(arrow: Transition, by: Any | None, row: models.Model) -> None:
    if by is None:
        if arrow.permission and arrow.permission != "system":
            raise PermissionRefused(_("This step needs a person."), code="needs_person")
        return
    if arrow.permission in ("", "system") or not by.has_perm(arrow.permission, row):
        raise PermissionRefused(code=f"may_not_{arrow.name}")


def _columns(row: models.Model, values: Iterable[str]) -> list[str]:
    """The changed fields, and `updated_at` when the model keeps it."""
    names = {f.name for f in row._meta.concrete_fields}
    wanted = {row._meta.get_field(name).name for name in values}
    return sorted(wanted | ({"updated_at"} & names))
