"""The whole matrix state × arrow × role of courses and registrations, tried from the tables."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction

from accounts.choices import Role
from core import clock
from core.errors import PermissionRefused, WrongState
from core.transitions import Table, apply
from tests.factories.accounts import UserFactory, staff
from tests.factories.training import CourseFactory
from training.workflow import COURSE, REGISTRATION

pytestmark = pytest.mark.django_db

HOLDERS = {str(Role.PROGRAMME_OFFICER), str(Role.CLINIC_LEAD)}
WHO: dict[str, set[str]] = {
    "training.publish_course": HOLDERS,
    "training.cancel_course": HOLDERS,
    "training.close_course": HOLDERS,
    "training.cancel_registration": HOLDERS | {"participant"},
    "training.decide_registration": HOLDERS,
    "": {"system"},
}
"""Who may use an arrow, by its permission: written here by hand, so that a changed permission is seen."""


def people(participant: Any) -> dict[str, Any]:
    """Everybody who could try."""
    cast: dict[str, Any] = {str(role): staff(role) for role in Role if role is not Role.APPLICANT}
    return cast | {"participant": participant, "stranger": UserFactory(), "system": None}


def tried(table: Table, row: Any, state: str, cast: dict[str, Any]) -> list[str]:
    """Every arrow from `state` with everybody; what did not come out as the table and WHO say."""
    bare = replace(table, transitions=tuple(replace(one, policy=None) for one in table.transitions))
    wrong = []
    for name in sorted({arrow.name for arrow in table.transitions}):
        arrow = next((one for one in table.possible(state) if one.name == name), None)
        for who, user in cast.items() if arrow else [("system", None)]:
            may = arrow is not None and who in WHO[arrow.permission]
            expected = arrow.target if arrow is not None and may else "refused" if arrow is not None else "no arrow"
            with transaction.atomic():
                found = outcome(bare, row, name, user)
                transaction.set_rollback(True)
            if found != expected:
                wrong.append(f"{state} {name} {who}: {found}, not {expected}")
    return wrong


def outcome(table: Table, row: Any, name: str, user: Any) -> str:
    changes = {
        "training.course": {"cancel": {"cancelled_reason": "x"}, "close": {"closed_at": clock.now()}},
        "training.registration": {
            "seat": {"seated_at": clock.now()},
            **{arrow: {"ended_at": clock.now()} for arrow in ("cancel", "lapse", "complete", "fail")},
        },
    }[table.name].get(name, {})
    try:
        return str(apply(table, row, name, by=user, now=clock.now(), changes=changes).status)
    except PermissionRefused:
        return "refused"
    except WrongState:
        return "no arrow"


def put(row: Any, state: str, **facts: Any) -> Any:
    """The row in this state, whatever the services say."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    type(row).objects.filter(pk=row.pk).update(status=state, **facts)
    row.refresh_from_db()
    return row


@pytest.mark.parametrize("state", COURSE.states)
def test_courses(state: str) -> None:
    made = CourseFactory()
    facts = {"CLOSED": {"closed_at": clock.now()}, "CANCELLED": {"cancelled_reason": "x"}}.get(state, {})
    row = put(made.course, state, **facts)
    assert tried(COURSE, row, state, people(UserFactory())) == []


@pytest.mark.parametrize("state", REGISTRATION.states)
def test_registrations(state: str) -> None:
    made = CourseFactory()
    row = made.join()
    now = clock.now()
    facts: dict[str, Any] = {"seated_at": None if state == "WAITING" else now}
    facts["ended_at"] = None if state in ("WAITING", "REGISTERED") else now
    assert tried(REGISTRATION, put(row, state, **facts), state, people(made.people[0].user)) == []
