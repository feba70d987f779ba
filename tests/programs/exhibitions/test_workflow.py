"""The whole matrix state × arrow × person of exhibitions, requests for booths, results and booths, tried from the tables."""

from __future__ import annotations

from typing import Any, Final

import pytest

from accounts.choices import Role
from core import clock
from programs.exhibitions.models import BoothAward
from programs.exhibitions.workflow import AWARD, EXHIBITION, REQUEST, RUN
from tests.factories.accounts import UserFactory, staff
from tests.factories.exhibitions import ExhibitionFactory
from tests.support.matrix import everybody, tried

pytestmark = pytest.mark.django_db

OFFICER, MANAGER = str(Role.PROGRAMME_OFFICER), str(Role.MANAGER)
WHO: Final[dict[str, set[str]]] = {
    "exhibitions.write": {OFFICER},
    "exhibitions.draw": {OFFICER, MANAGER},
    "exhibitions.approve": {MANAGER},
    "exhibitions.own_request": {"the firm itself"},
    "system": {"system"},
}


def test_exhibitions_move_only_by_the_table_and_by_those_it_names() -> None:
    fair = ExhibitionFactory()
    assert tried(EXHIBITION, fair.exhibition, WHO, everybody()) == []


def test_requests_are_decided_by_the_system_and_taken_back_by_the_firm_alone() -> None:
    fair = ExhibitionFactory()
    row = fair.join("A-01")
    ended = {"withdrawn_at": clock.now()}
    facts: dict[str, dict[str, Any]] = {state: {"withdrawn_at": None} for state in REQUEST.states}
    people = everybody(**{"the firm itself": fair.user(0), "another firm": UserFactory()})
    assert tried(REQUEST, row, WHO, people, facts | {"WITHDRAWN": ended}) == []


def test_results_are_decided_by_managers_alone() -> None:
    fair = ExhibitionFactory.in_status("ALLOCATED")
    decided = {"decided_by": staff(Role.MANAGER), "decided_at": clock.now(), "reason": "x"}
    facts: dict[str, dict[str, Any]] = {
        "PROPOSED": {"decided_by": None, "decided_at": None, "reason": ""},
        "APPROVED": decided,
        "REFUSED": decided,
    }
    assert tried(RUN, fair.exhibition.runs.get(), WHO, everybody(), facts) == []


def test_booths_are_released_by_the_system_alone() -> None:
    fair = ExhibitionFactory.in_status("APPROVED", firms=(("A-01",),))
    facts: dict[str, dict[str, Any]] = {"LIVE": {"ended_at": None}, "RELEASED": {"ended_at": clock.now()}}
    people = everybody(**{"the firm itself": fair.user(0)})
    assert tried(AWARD, BoothAward.objects.get(), WHO, people, facts) == []
