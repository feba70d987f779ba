"""The whole matrix state × arrow × person of a workflow table, tried one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import connection, models, transaction

from accounts.choices import Role
from core import clock
from core.errors import PermissionRefused, WrongState
from core.transitions import Table, Transition, apply
from tests.factories.accounts import UserFactory, staff

Facts = Mapping[str, Mapping[str, Any]]
"""State → the other columns a row must have in it."""


def everybody(**others: Any) -> dict[str, Any]:
    """Who could try: every role of the staff, the system, a stranger, and those of the row itself."""
    cast: dict[str, Any] = {str(role): staff(role) for role in Role if role is not Role.APPLICANT}
    return cast | {"stranger": UserFactory(), "system": None, **others}


def tried(
    table: Table, row: models.Model, who: Mapping[str, set[str]], cast: Mapping[str, Any], facts: Facts | None = None
) -> list[str]:
    """Every arrow from every state by everybody, without its "when"; what did not come out as the table and `who` say.

    `who` names by permission those who may; it is written by hand in the test, so that a changed permission is seen.
    """
    bare = replace(table, transitions=tuple(replace(arrow, policy=None) for arrow in table.transitions))
    wrong = []
    for state in table.states:
        # The row is brought into the state once: each version of it that is rolled back is one more to look past.
        with transaction.atomic():
            _bring_into(state, table, row, facts or {})
            wrong += _from(state, bare, row, who, cast, facts or {})
            transaction.set_rollback(True)
    return wrong


def _from(
    state: str, table: Table, row: models.Model, who: Mapping[str, set[str]], cast: Mapping[str, Any], facts: Facts
) -> list[str]:
    wrong = []
    for name in sorted({arrow.name for arrow in table.transitions}):
        arrow = next((one for one in table.possible(state) if one.name == name), None)
        # Whether there is an arrow is asked before who comes: one person is enough where there is none.
        for person, user in cast.items() if arrow else [("system", None)]:
            found = _outcome(table, row, name, user, facts, arrow)
            expected = _expected(arrow, person, who)
            if found != expected:
                wrong.append(f"{state} --{name}--> by {person}: {found}, not {expected}")
    return wrong


def _bring_into(state: str, table: Table, row: models.Model, facts: Facts) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    type(row)._default_manager.filter(pk=row.pk).update(**{table.field: state, **facts.get(state, {})})


def _expected(arrow: Transition | None, person: str, who: Mapping[str, set[str]]) -> str:
    if arrow is None:
        return "no arrow"
    return arrow.target if person in who[arrow.permission] else "refused"


def _outcome(table: Table, row: models.Model, name: str, user: Any, facts: Facts, arrow: Transition | None) -> str:
    with transaction.atomic():
        changes = facts.get(arrow.target, {}) if arrow else {}
        try:
            moved = apply(table, row, name, by=user, now=clock.now(), changes=changes)
            answer = str(getattr(moved, table.field))
        except PermissionRefused:
            answer = "refused"
        except WrongState:
            answer = "no arrow"
        transaction.set_rollback(True)
    return answer
