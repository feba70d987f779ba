"""The whole matrix state × arrow × role of plans, projects, letters and tasks, tried from the tables."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from clinic.treatment.services import tasks
from clinic.treatment.workflow import PLAN, PROJECT, REFERRAL, TASK
from core import clock
from tests.factories.clinic_cases import Made
from tests.factories.clinic_treatment import Planned, letter_to_bank, soon
from tests.support.matrix import everybody, tried

pytestmark = pytest.mark.django_db

Cast = Callable[[Made], dict[str, Any]]
WHO: dict[str, set[str]] = {
    "treatment.write_plan": {"its_lead", "member"},
    "treatment.approve_plan": {"its_lead"},
    "treatment.agree_to_plan": {"owner"},
    "treatment.record_answer": {"its_lead"},
    "treatment.send_letter": {"its_lead"},
    "treatment.do_task": {"its_lead", "member"},
    "cases.treat_case": {"its_lead", "member"},
    "": {"system"},
}
"""Who may use an arrow, by its permission: written here by hand, so that a changed permission is seen."""


@pytest.fixture(scope="module")
def once_everybody(make_once: Any) -> dict[str, Any]:
    return make_once(everybody)


@pytest.fixture
def cast(once_everybody: dict[str, Any]) -> Cast:
    """Everybody, and those of a case."""

    def of(made: Made) -> dict[str, Any]:
        return deepcopy(once_everybody) | {"owner": made.owner, "its_lead": made.lead, "member": made.specialist()}

    return of


def test_plans(planned: Planned, cast: Cast) -> None:
    made, plan = planned
    member, now = made.specialist(), clock.now()
    proposed = {"proposed_by": member, "proposed_at": now, "return_reason": ""}
    approved = {**proposed, "approved_by": made.lead, "approved_at": now, "committee_session": "۱۲"}
    agreed = {**approved, "accepted_by": made.owner, "accepted_at": now}
    facts = {
        "DRAFT": {"proposed_by": None, "proposed_at": None}, "PROPOSED": proposed, "COMMITTEE_APPROVED": approved,
        "ACCEPTED_BY_UNIT": agreed, "SUPERSEDED": agreed, "RETURNED": {**proposed, "return_reason": "گران"},
    }  # fmt: skip
    assert tried(PLAN, plan, WHO, cast(made), facts) == []


def test_projects(in_treatment: Made, cast: Cast) -> None:
    made, now = in_treatment, clock.now()
    project = made.case.plans.get().projects.get()
    still = {"closed_at": None, "dropped_reason": ""}
    facts: dict[str, dict[str, Any]] = {
        "PLANNED": still, "UNDER_WAY": still, "DONE": {"closed_at": now, "dropped_reason": ""},
        "DROPPED": {"closed_at": now, "dropped_reason": "گران"},
    }  # fmt: skip
    assert tried(PROJECT, project, WHO, cast(made), facts) == []


def test_letters(made: Made, cast: Cast) -> None:
    letter, now = letter_to_bank(made), clock.now()
    open_: dict[str, Any] = {
        "answered_on": None,
        "decision": "",
        "answer": "",
        "percent_executed": 0,
        "withdrawn_reason": "",
    }
    sent = {**open_, "sent_at": now, "signed_by": made.lead}
    answered = {**sent, "answered_on": clock.today(), "decision": "AGREED", "answer": "موافقت"}
    facts = {
        "DRAFT": open_, "SENT": sent, "ANSWERED": answered, "EXECUTED": {**answered, "percent_executed": 100},
        "WITHDRAWN": {**open_, "withdrawn_reason": "تسویه شد"},
    }  # fmt: skip
    assert tried(REFERRAL, letter, WHO, cast(made), facts) == []


def test_tasks(made: Made, cast: Cast) -> None:
    now = clock.now()
    task = tasks.set_task(
        case_id=made.case.pk, text="پیگیری", due_on=soon(), assignee=made.specialist(), by=made.lead, now=now
    )
    ended: dict[str, Any] = {"closed_at": now, "closed_by": made.lead}
    facts: dict[str, dict[str, Any]] = {
        "OPEN": {"closed_at": None, "closed_by": None},
        "DONE": ended,
        "CANCELLED": ended,
    }
    assert tried(TASK, task, WHO, cast(made), facts) == []
