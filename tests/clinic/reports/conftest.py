"""Reports that tests begin with, each made once for its module."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests.factories.clinic_reports import Reported, ReportFactory, with_plan


@pytest.fixture(scope="module")
def once_reported(make_once: Any) -> Reported:
    def build() -> Reported:
        made = with_plan()
        return made, ReportFactory(made)

    return make_once(build)


@pytest.fixture
def reported(once_reported: Reported) -> Reported:
    """A case and its report with the paper for the team of one, whose plan the committee has approved."""
    return deepcopy(once_reported)


@pytest.fixture(scope="module")
def once_reported_by_two(make_once: Any) -> Reported:
    def build() -> Reported:
        made = with_plan(specialties=("finance", "commercial"))
        return made, ReportFactory(made)

    return make_once(build)


@pytest.fixture
def reported_by_two(once_reported_by_two: Reported) -> Reported:
    """The same with a team of two."""
    return deepcopy(once_reported_by_two)


@pytest.fixture(scope="module")
def once_proposed(make_once: Any) -> Reported:
    def build() -> Reported:
        made = with_plan(approved=False)
        return made, ReportFactory(made)

    return make_once(build)


@pytest.fixture
def proposed(once_proposed: Reported) -> Reported:
    """The same of a plan that lies before the committee."""
    return deepcopy(once_proposed)


@pytest.fixture(scope="module")
def once_signed(make_once: Any) -> Reported:
    def build() -> Reported:
        made = with_plan()
        return made, ReportFactory.signed(made)

    return make_once(build)


@pytest.fixture
def signed(once_signed: Reported) -> Reported:
    """A case and its report as its whole team signed it."""
    return deepcopy(once_signed)
