"""The dashboard of the clinic shows sums alone, to those who may read them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from clinic.consultants.models import Consultant
from clinic.instruments.models import InstrumentVersion
from clinic.reports import metrics, tables
from clinic.reports.selectors import causes, outcomes, satisfaction, waiting, work
from clinic.units.models import IndustrialUnit
from core import clock
from core.metrics.registry import find, with_whole
from estates.models import Trade
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory, Made
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_instruments import InstrumentFactory
from tests.factories.clinic_units import UnitFactory
from tests.factories.estates import TradeFactory

pytestmark = pytest.mark.django_db
PAGE = "clinic_dashboard:overview"
UNITS = 5


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.STAFF_MFA = False


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


@dataclass
class Clinic:
    """Those who make all its diagnoses, and the cases."""

    lead: User
    owner: User
    consultant: Consultant
    version: InstrumentVersion
    cases: list[Made] = field(default_factory=list)

    def diagnose(self, number: int, trade: Trade | None = None) -> None:
        """So many more diagnosed units of the shoe trade (of another one)."""
        for _one in range(number):
            made = CaseFactory.in_status(
                "DIAGNOSED", lead=self.lead, owner=self.owner, unit=UnitFactory(trade=trade) if trade else None,
                consultant=self.consultant, version=self.version,
            )  # fmt: skip
            self.cases.append(made)


@pytest.fixture(scope="module")
def once_four(make_once: Any) -> Clinic:
    def build() -> Clinic:
        consultant, version = ConsultantFactory("finance", max_cases=20), InstrumentFactory("finance")
        found = Clinic(accounts.clinic_lead(), accounts.UserFactory(), consultant, version)
        found.diagnose(UNITS - 1)
        return found

    return make_once(build)


@pytest.fixture
def clinic(once_four: Clinic) -> Clinic:
    """A clinic that has diagnosed four units, one less than it tells of."""
    return deepcopy(once_four)


def test_sums_are_for_the_lead_managers_and_auditors() -> None:
    for who, status in (
        (accounts.clinic_lead(), 200), (accounts.manager(), 200), (accounts.auditor(), 200), (accounts.officer(), 403),
        (accounts.consultant(), 403), (accounts.UserFactory(), 403),
    ):  # fmt: skip
        assert browser(who).get(reverse(PAGE)).status_code == status, who
    manager = browser(accounts.manager())
    for name in tables.TABLES:
        answer = manager.get(reverse("clinic_dashboard:csv", args=[name]))
        assert answer["Content-Type"].startswith("text/csv"), name
    assert manager.get(reverse("clinic_dashboard:csv", args=["secrets"])).status_code == 404


def test_of_four_units_nothing_is_shown_and_of_five_the_causes_they_share(clinic: Clinic) -> None:
    assert causes.pareto() == causes.Pareto(None, (), 0)
    assert waiting.waits(clock.now()).visit == waiting.Wait(UNITS - 1, None, None)
    assert {line.count for line in waiting.stages()} == {None}, "noughts beside a hidden number would tell it"
    assert causes.trades() == []
    client = browser(accounts.manager())
    with CaptureQueriesContext(connection) as few:
        shown = client.get(reverse(PAGE))
    clinic.diagnose(1)
    found = causes.pareto()
    assert found.units == UNITS
    assert [(line.cause.code, line.units, line.share, line.cumulative) for line in found.lines] == [
        ("liquidity", UNITS, 100, 50), ("market", UNITS, 100, 100),
    ]  # fmt: skip
    assert waiting.waits(clock.now()).visit == waiting.Wait(UNITS, 0, 1)
    assert causes.pareto(year=1390).units is None
    with CaptureQueriesContext(connection) as more:
        page = client.get(reverse(PAGE), {"trade": "shoe_making", "year": "1405"})
    assert page.context["found"].choice.trade == "shoe_making"
    assert len(more) - len(few) <= 8, "what a chosen trade and year and shown causes cost; nothing for each unit"
    for one in clinic.cases:
        assert one.case.unit.name not in shown.content.decode()
        assert one.case.unit.name not in page.content.decode()
    clinic.diagnose(2, TradeFactory("knives", "چاقو"))
    assert [line.units for line in causes.pareto().lines] == [UNITS + 2] * 2
    assert causes.trades() == [], "whoever subtracts one trade from the whole would know the two units of the other"
    assert causes.pareto(trade="shoe_making").lines == ()


def test_no_single_wait_is_told_but_within_how_many_weeks_three_of_four_came() -> None:
    waited = [(1, 3), (2, 9), (3, 9), (4, 20), (5, 22), (6, 22), (7, 90), (8, 200)]
    assert waiting.wait_of(waited) == waiting.Wait(8, 21, 4), "22 days are four weeks; 90 and 200 are nowhere"
    assert waiting.wait_of([(unit, 7) for unit in range(UNITS)]) == waiting.Wait(UNITS, 7, 1)
    assert waiting.wait_of([(1, days) for days in range(9)]) == waiting.Wait(1, None, None)


def test_what_is_not_offered_as_a_choice_counts_as_all() -> None:
    page = browser(accounts.manager()).get(reverse(PAGE), {"trade": "'; --", "year": "99999999999999"})
    assert page.status_code == 200
    assert (page.context["found"].choice.year, page.context["found"].choice.trade) == (None, "")


def test_outcomes_jobs_and_ratings_are_hidden_without_five_units(clinic: Clinic) -> None:
    assert outcomes.whole() == outcomes.Change(0, None, None, None)
    assert satisfaction.satisfaction() == satisfaction.Satisfaction(0, 0, None, ())
    assert work.projects(clock.today()).total is None
    assert outcomes.outcomes() == []
    pairs = [outcomes.Pair(unit, 4, 10, 60) for unit in range(UNITS)]  # type: ignore[arg-type]
    assert outcomes.change_of(pairs[:-1]).jobs is None
    assert outcomes.change_of(pairs) == outcomes.Change(UNITS, 20, 10, 60)  # type: ignore[arg-type]


def test_a_year_is_not_told_when_the_whole_less_it_would_tell_of_fewer_than_five_units() -> None:
    pairs = {key: outcomes.Pair(key, 1, Decimal(10), Decimal(60)) for key in range(2 * UNITS + 2)}
    first, second, few = range(UNITS), range(UNITS, 2 * UNITS), range(2 * UNITS, 2 * UNITS + 2)
    years = {1403: first, 1404: second, 1405: few}
    lines = outcomes.lines_of({year: [(key, "REVIVED") for key in keys] for year, keys in years.items()}, pairs)
    assert [(line.year, line.change.jobs) for line in lines] == [(1405, None), (1404, UNITS), (1403, None)]
    lines = outcomes.lines_of({year: [(key, "REVIVED") for key in years[year]] for year in (1403, 1404)}, pairs)
    assert [line.change.jobs for line in lines] == [UNITS, UNITS]


def test_live_figures_have_a_whole_and_no_part_of_fewer_than_five_units(clinic: Clinic) -> None:
    now = clock.now()
    for name in ("clinic.requests", "clinic.cases", "clinic.projects_done", "units.revived", "units.jobs"):
        metric = find(name)
        points = with_whole(metric, metric.read(now))
        assert points[""].value >= 0, name
        assert metric.url({}).startswith("/dashboard/clinic/"), name
    assert {str(point.value) for point in metrics._cases(now)} == {"4"}, "four units: the whole, and no state of it"
    assert IndustrialUnit.objects.count() == 4
