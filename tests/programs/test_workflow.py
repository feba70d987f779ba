"""The whole matrix state × arrow × role of programmes, plans, risks and issues, tried from the tables."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction

from accounts.choices import Role
from core.errors import PermissionRefused, WrongState
from core.transitions import Table, apply
from programs.models import Issue, Risk
from programs.services import plans, registers
from programs.workflow import BASELINE, ISSUE, PROGRAMME, RISK
from tests.factories.accounts import UserFactory, staff
from tests.factories.programs import NOW, STARTS, ProgrammeFactory, activity_row, baseline_of

pytestmark = pytest.mark.django_db

WHO = {
    "programs.activate": {Role.PROGRAMME_OFFICER, Role.MANAGER},
    "programs.decide": {Role.MANAGER},
    "programs.change": {Role.PROGRAMME_OFFICER},
    "programs.approve_baseline": {Role.MANAGER},
}
"""Who may use an arrow, by its permission: written here by hand, so that a changed permission is seen."""


def people() -> dict[str, Any]:
    cast: dict[str, Any] = {str(role): staff(role) for role in Role if role is not Role.APPLICANT}
    return cast | {"stranger": UserFactory(), "system": None}


def tried(table: Table, row: Any, changes: dict[str, dict[str, Any]]) -> list[str]:
    """Every arrow from every state with everybody; what did not come out as the table and WHO say."""
    bare = replace(table, transitions=tuple(replace(arrow, policy=None) for arrow in table.transitions))
    cast, wrong = people(), []
    for state in table.states:
        for name in {arrow.name for arrow in table.transitions}:
            arrow = next((one for one in table.possible(state) if one.name == name), None)
            for who, user in cast.items():
                allowed = arrow is not None and who in WHO[arrow.permission]
                with transaction.atomic():
                    type(row).objects.filter(pk=row.pk).update(status=state, **changes.get(state, {}))
                    extra = changes.get(arrow.target, {}) if arrow else {}
                    done = _moves(bare, row, name, user, extra)
                    transaction.set_rollback(True)
                if done != allowed:
                    wrong.append(f"{state} --{name}--> by {who}: {done}")
    return wrong


def _moves(table: Table, row: Any, name: str, user: Any, changes: dict[str, Any]) -> bool:
    try:
        apply(table, row, name, by=user, now=NOW, changes=changes)
    except (PermissionRefused, WrongState):
        return False
    return True


def test_programmes_move_only_by_the_table() -> None:
    # Without activities the row may stand in any state; what a state asks of the plan is the policies' matter.
    programme = ProgrammeFactory.planned()
    assert tried(PROGRAMME, programme, {}) == []


def test_plans_by_month_are_approved_by_managers_alone() -> None:
    programme = ProgrammeFactory()
    plans.set_activities(programme_id=programme.pk, rows=[activity_row(1, "100")], by=None, now=NOW)
    baseline, boss = baseline_of(programme), staff(Role.MANAGER)
    approved = {"APPROVED": {"approved_by": boss, "approved_at": NOW}}
    assert tried(BASELINE, baseline, approved) == []


def test_risks_move_only_by_the_table() -> None:
    programme = ProgrammeFactory()
    values = {"name": "تأخیر", "likelihood": 3, "impact": 4}
    risk = registers.add_risk(programme_id=programme.pk, values=values, by=None, now=NOW)
    assert tried(RISK, risk, {}) == []
    assert Risk.objects.get().score == 12


def test_issues_move_only_by_the_table() -> None:
    programme = ProgrammeFactory()
    issue = registers.add_issue(programme_id=programme.pk, values={"name": "معارض محلی"}, by=None, now=NOW)
    states = {"SOLVED": {"solved_on": STARTS}, "OPEN": {"solved_on": None}}
    assert tried(ISSUE, issue, states) == []
    assert Issue.objects.get().raised_on.isoformat() == "2026-11-23"
