"""The whole matrix state × arrow × person of a case, tried from the table."""

from __future__ import annotations

from typing import Any

import pytest

from clinic.cases.case_workflow import CASE
from core import clock
from tests.factories.clinic_cases import CaseFactory
from tests.support.matrix import everybody, tried

pytestmark = pytest.mark.django_db

WHO: dict[str, set[str]] = {
    "cases.open_case": {"clinic_lead", "its_lead"},
    "cases.run_case": {"its_lead"},
    "cases.treat_case": {"its_lead", "its_consultant"},
    "": {"system"},
}
"""Who may use an arrow, by its permission: written here by hand, so that a changed permission is seen."""


def test_cases() -> None:
    made = CaseFactory.in_status("TEAM_ASSIGNED")
    facts: dict[str, dict[str, Any]] = {
        state: {"outcome": "", "closed_at": None, "closing_reason": ""} for state in CASE.states
    }
    facts["REFUSED"] = {"outcome": "", "closed_at": clock.now(), "closing_reason": "x"}
    facts["CLOSED"] = {"outcome": "REVIVED", "closed_at": clock.now(), "closing_reason": "x"}
    people = everybody(owner=made.owner, its_lead=made.lead, its_consultant=made.specialist())
    assert tried(CASE, made.case, WHO, people, facts) == []
