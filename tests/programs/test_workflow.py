"""The whole matrix state × arrow × role of programmes, plans, risks and issues, tried from the tables."""

from __future__ import annotations

import pytest

from accounts.choices import Role
from programs.models import Issue, Risk
from programs.services import plans, registers
from programs.workflow import BASELINE, ISSUE, PROGRAMME, RISK
from tests.factories.accounts import staff
from tests.factories.programs import NOW, STARTS, ProgrammeFactory, activity_row, baseline_of
from tests.support.matrix import everybody, tried

pytestmark = pytest.mark.django_db

WHO = {
    "programs.activate": {Role.PROGRAMME_OFFICER, Role.MANAGER},
    "programs.decide": {Role.MANAGER},
    "programs.change": {Role.PROGRAMME_OFFICER},
    "programs.approve_baseline": {Role.MANAGER},
}
"""Who may use an arrow, by its permission: written here by hand, so that a changed permission is seen."""


def test_programmes_move_only_by_the_table() -> None:
    # Without activities the row may stand in any state; what a state asks of the plan is the policies' matter.
    programme = ProgrammeFactory.planned()
    assert tried(PROGRAMME, programme, WHO, everybody()) == []


def test_plans_by_month_are_approved_by_managers_alone() -> None:
    programme = ProgrammeFactory()
    plans.set_activities(programme_id=programme.pk, rows=[activity_row(1, "100")], by=None, now=NOW)
    baseline, boss = baseline_of(programme), staff(Role.MANAGER)
    approved = {"APPROVED": {"approved_by": boss, "approved_at": NOW}}
    assert tried(BASELINE, baseline, WHO, everybody(), approved) == []


def test_risks_move_only_by_the_table() -> None:
    programme = ProgrammeFactory()
    values = {"name": "تأخیر", "likelihood": 3, "impact": 4}
    risk = registers.add_risk(programme_id=programme.pk, values=values, by=None, now=NOW)
    assert tried(RISK, risk, WHO, everybody()) == []
    assert Risk.objects.get().score == 12


def test_issues_move_only_by_the_table() -> None:
    programme = ProgrammeFactory()
    issue = registers.add_issue(programme_id=programme.pk, values={"name": "معارض محلی"}, by=None, now=NOW)
    states = {"SOLVED": {"solved_on": STARTS}, "OPEN": {"solved_on": None}}
    assert tried(ISSUE, issue, WHO, everybody(), states) == []
    assert Issue.objects.get().raised_on.isoformat() == "2026-11-23"
