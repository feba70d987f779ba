"""The whole matrix state × arrow × role of calls, applications and papers, tried from the tables."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from accounts.choices import Role
from allocations.choices import ApplicationStatus, CallStatus, PaperStatus
from allocations.models import Application, Call, Paper
from allocations.workflow import APPLICATION, CALL, PAPER
from core import clock
from core.errors import PermissionRefused, WrongState
from core.transitions import Table, apply
from tests.factories.accounts import UserFactory, staff
from tests.factories.allocations import ApplicationFactory, CallFactory, Stage

pytestmark = pytest.mark.django_db

COMMITTEE, OFFICER = str(Role.COMMITTEE), str(Role.OFFICER)
WHO: dict[str, set[str]] = {
    "allocations.publish_call": {COMMITTEE},
    "allocations.extend_call": {COMMITTEE},
    "allocations.amend_call": {COMMITTEE},
    "allocations.cancel_call": {COMMITTEE},
    "allocations.mark_call_reviewed": {COMMITTEE, OFFICER},
    "allocations.freeze_call": {COMMITTEE},
    "allocations.draw_call": {COMMITTEE},
    "allocations.redraw_call": {COMMITTEE},
    "allocations.allocate_call": {COMMITTEE},
    "allocations.rerun_call": {COMMITTEE},
    "allocations.publish_call_result": {COMMITTEE},
    "allocations.finalise_call": {COMMITTEE},
    "allocations.submit_application": {"applicant himself"},
    "allocations.edit_application": {"applicant himself"},
    "allocations.withdraw_application": {"applicant himself"},
    "allocations.resubmit_application": {"applicant himself"},
    "allocations.take_application": {OFFICER, "reviewer"},
    "allocations.review_application": {"reviewer"},
    "allocations.reopen_application": {COMMITTEE},
    "allocations.reopen_score": {COMMITTEE},
    "": {"system"},
}
"""Who may use an arrow, by its permission: written here by hand, so that a changed permission is seen."""

ROLES = [str(role) for role in Role if role != Role.APPLICANT]


def without_policies(table: Table) -> Table:
    """The same arrows without their "when", which other tests ask."""
    return replace(table, transitions=tuple(replace(row, policy=None) for row in table.transitions))


@dataclass
class Scene:
    """A published call, an application that its officer has taken for review, and everybody who could try."""

    stage: Stage
    application: Application
    people: dict[str, Any]
    sides: dict[str, Any]


@pytest.fixture(scope="module")
def made(make_once: Any) -> Scene:
    def build() -> Scene:
        stage, user = CallFactory.published(), UserFactory()
        application = ApplicationFactory.in_status("UNDER_REVIEW", stage=stage, user=user)
        sides = {"reviewer": stage.officer, "applicant himself": user}
        return Scene(stage, application, cast(stage.call.estate.slug), sides)

    return make_once(build)


@pytest.fixture
def scene(made: Scene) -> Scene:
    return deepcopy(made)


def cast(estate: str) -> dict[str, Any]:
    """Everybody who could try: each role for the estate and the system."""
    people: dict[str, Any] = {role: staff(role, estate) for role in ROLES if role not in (Role.AUDITOR,)}
    people |= {"auditor": staff(Role.AUDITOR), "stranger": UserFactory(), "system": None}
    people |= {"officer of another estate": staff(Role.OFFICER, "elsewhere")}
    people |= {"committee of another estate": staff(Role.COMMITTEE, "elsewhere")}
    return people


def try_all(table: Table, row: Any, state: str, people: dict[str, Any], put: Callable[[str], None]) -> list[str]:
    """Try every arrow from `state` with everybody; returns what did not come out as the table and WHO say."""
    wrong = []
    bare = without_policies(table)
    with transaction.atomic():
        put(state)
        for name in {arrow.name for arrow in table.transitions}:
            arrow = next((one for one in table.possible(state) if one.name == name), None)
            # Whether there is an arrow is asked before who comes: one person is enough where there is none.
            for who, user in people.items() if arrow else [("system", None)]:
                with transaction.atomic():
                    before = _outcome(bare, row, name, user)
                    transaction.set_rollback(True)
                allowed = arrow is not None and who in WHO[arrow.permission]
                expected = arrow.target if allowed and arrow else ("wrong state" if arrow is None else "refused")
                if before != expected:
                    wrong.append(f"{state} –{name}→ by {who}: {before} instead of {expected}")
        transaction.set_rollback(True)
    return wrong


def _outcome(table: Table, row: Any, name: str, user: Any) -> str:
    changes = {}
    if name == "withdraw":
        changes = {"withdrawn_at": clock.now()}
    if name == "cancel":
        changes = {"cancelled_reason": "دلیل"}
    if name in ("accept", "refuse") and table.name == "allocations.paper":
        changes = {"decided_by": user, "decided_at": clock.now(), "reason": "دلیل"}
    try:
        return str(getattr(apply(table, row, name, by=user, now=clock.now(), changes=changes), table.field))
    except WrongState:
        return "wrong state"
    except PermissionRefused:
        return "refused"


@pytest.mark.parametrize("state", [s for s in CallStatus.values if s != "DRAFT"])
def test_every_arrow_of_a_call_for_everybody(scene, state):
    call = scene.stage.call

    def put(status: str) -> None:
        reason = "دلیل" if status == "CANCELLED" else ""
        Call.objects.filter(pk=call.pk).update(status=status, cancelled_reason=reason)

    assert try_all(CALL, call, state, scene.people, put) == []


def test_every_arrow_of_a_draft_call_for_everybody():
    stage = CallFactory.draft()
    people = cast(stage.call.estate.slug)
    announced = dict.fromkeys(("rules_sha256", "terms_sha256"), "0" * 64)
    # What `publish` writes in the same UPDATE; without it the row could not leave the draft.
    Call.objects.filter(pk=stage.call.pk).update(
        published_at=clock.now(), published_by=stage.member, rules_version=1, **announced
    )
    assert try_all(CALL, stage.call, "DRAFT", people, lambda status: None) == []


@pytest.mark.parametrize("state", ApplicationStatus.values)
def test_every_arrow_of_an_application_for_everybody(scene, state):
    application = scene.application

    def put(status: str) -> None:
        withdrawn = clock.now() if status == "WITHDRAWN" else None
        Application.objects.filter(pk=application.pk).update(status=status, withdrawn_at=withdrawn)

    assert try_all(APPLICATION, application, state, scene.people | scene.sides, put) == []


@pytest.mark.parametrize("state", PaperStatus.values)
def test_every_arrow_of_a_paper_for_everybody(scene, state):
    paper = Paper.objects.get(application=scene.application)

    def put(status: str) -> None:
        decided = {} if status == "PENDING" else {"decided_by": scene.stage.officer, "decided_at": clock.now()}
        Paper.objects.filter(pk=paper.pk).update(status=status, reason="دلیل", **decided)

    assert try_all(PAPER, paper, state, scene.people | scene.sides, put) == []


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COMMITTEE])
def test_nobody_decides_about_an_application_he_began_or_stands_for(scene, role):
    stage = scene.stage
    user = staff(role, stage.call.estate.slug)
    application = ApplicationFactory.in_status("SUBMITTED", stage=stage, user=user)
    assert user.has_perm("allocations.edit_application", application)
    for permission in ("take_application", "review_application", "reopen_application"):
        assert not user.has_perm(f"allocations.{permission}", application)


def test_a_role_that_has_ended_opens_nothing(scene):
    stage = scene.stage
    with clock.shifted(timedelta(days=-5)):
        late = staff(Role.COMMITTEE, stage.call.estate.slug)
    assert late.has_perm("allocations.extend_call", stage.call)
    late.role_grants.update(valid_to=clock.now() - timedelta(seconds=1))
    late.refresh_from_db()
    assert not late.has_perm("allocations.extend_call", stage.call)


def test_every_permission_of_the_tables_is_expected_by_this_test():
    named = {arrow.permission for table in (CALL, APPLICATION, PAPER) for arrow in table.transitions}
    assert named == set(WHO)
