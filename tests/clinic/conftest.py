"""Cases in the states that tests begin with: each walked there once for a module, and every test has its own copy."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests.factories.clinic_cases import CaseFactory, Made
from tests.factories.clinic_treatment import PlanFactory, Planned, TreatmentFactory


@pytest.fixture(scope="module")
def once_admitted(make_once: Any) -> Made:
    return make_once(CaseFactory)


@pytest.fixture
def admitted(once_admitted: Made) -> Made:
    """A case without a team."""
    return deepcopy(once_admitted)


@pytest.fixture(scope="module")
def once_with_team(make_once: Any) -> Made:
    return make_once(lambda: CaseFactory.in_status("TEAM_ASSIGNED"))


@pytest.fixture
def with_team(once_with_team: Made) -> Made:
    """A case with a consultant of finance."""
    return deepcopy(once_with_team)


@pytest.fixture(scope="module")
def once_visited(make_once: Any) -> Made:
    return make_once(lambda: CaseFactory.in_status("VISITED"))


@pytest.fixture
def visited(once_visited: Made) -> Made:
    """A case under diagnosis."""
    return deepcopy(once_visited)


@pytest.fixture(scope="module")
def once_diagnosed(make_once: Any) -> Made:
    return make_once(lambda: TreatmentFactory.in_status("DIAGNOSED"))


@pytest.fixture
def diagnosed(once_diagnosed: Made) -> Made:
    """A case whose diagnosis stands, without a plan."""
    return deepcopy(once_diagnosed)


@pytest.fixture(scope="module")
def once_planned(make_once: Any) -> Planned:
    def build() -> Planned:
        made = TreatmentFactory.in_status("DIAGNOSED")
        return made, PlanFactory(made)

    return make_once(build)


@pytest.fixture
def planned(once_planned: Planned) -> Planned:
    """A diagnosed case and the draft of its plan, with one project."""
    return deepcopy(once_planned)


@pytest.fixture(scope="module")
def once_in_treatment(make_once: Any) -> Made:
    return make_once(lambda: TreatmentFactory.in_status("IN_TREATMENT"))


@pytest.fixture
def in_treatment(once_in_treatment: Made) -> Made:
    """A case whose plan is carried out."""
    return deepcopy(once_in_treatment)


@pytest.fixture(scope="module")
def once_in_follow_up(make_once: Any) -> Made:
    return make_once(lambda: TreatmentFactory.in_status("FOLLOW_UP"))


@pytest.fixture
def in_follow_up(once_in_follow_up: Made) -> Made:
    """A case whose projects are done."""
    return deepcopy(once_in_follow_up)
