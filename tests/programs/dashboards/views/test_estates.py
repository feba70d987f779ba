"""The page of an estate: the plots of its plan, what is asked for there, and how few queries it takes."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal as D
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.choices import Role
from core.metrics import services as metrics
from core.metrics.registry import Point
from estates.choices import HoldKind
from estates.models import Estate
from programs.models import Programme
from programs.services import programmes
from tests.factories import accounts
from tests.factories.demand import WishFactory
from tests.factories.estates import CountyFactory, EstateFactory, PlotFactory, TradeFactory, square
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.programs.dashboards.conftest import drain

pytestmark = pytest.mark.django_db
PAGE = "/dashboard/estates/eshragh/"
MOST_QUERIES = 15
"""Three of them are the demand register: wishes, names of trades, trades plots are kept for."""


@pytest.fixture(scope="module")
def eshragh(make_once: Any) -> Estate:
    made: Estate = make_once(build)
    return made


@pytest.fixture
def estate(eshragh: Estate) -> Estate:
    return deepcopy(eshragh)


def build() -> Estate:
    found = EstateFactory("eshragh")
    PlotFactory("ESH-001", estate=found, geometry=square(0, 0, 20, 50))
    PlotFactory("ESH-002", estate=found, geometry=square(20, 0, 20, 50), held=HoldKind.CONTRACTED)
    PlotFactory("OTH-001", estate=EstateFactory("other"))
    return found


def client_of(role: str = Role.MANAGER) -> Client:
    client = Client()
    client.force_login(accounts.staff(role))
    return client


def test_plots_are_on_the_plan_and_in_the_list_with_their_state(estate: Estate) -> None:
    answer = client_of().get(PAGE)
    shown, page = answer.content.decode(), answer.context["page"]
    assert 'data-url="/estates/eshragh/plan/"' in shown or 'data-url="/estates/eshragh/plan.geojson"' in shown
    assert shown.count("data-feature=") == 2
    assert [row.plot.code for row in page.plots] == ["ESH-001", "ESH-002"]
    assert sum(row.cell.value for row in page.states) == 2
    assert all("estate=eshragh" in row.cell.url for row in page.states)


def test_months_are_the_kept_figures_and_their_parts_add_up(estate: Estate, settings: Any) -> None:
    settings.DEMO = True
    for name, value in (("plots", 2), ("plots_prepared", 1), ("plots_offered", 1), ("plots_awarded", 0)):
        dimensions = {"estate": "eshragh"} | ({"state": "IN_CALL"} if name == "plots" else {})
        points = [Point(D(value), dimensions)]
        metrics.store_illustrative(metric=f"estates.{name}", month=month(7), points=points, now=NOW)
    metrics.refresh(now=NOW)
    answer = client_of().get(PAGE)
    rows = answer.context["page"].months
    assert [row.month for row in rows] == [month(7), month(9)]
    assert (rows[0].plots, rows[0].offered, rows[0].other) == (D(2), D(1), D(1))
    assert rows[1].plots == D(2)
    assert all(row.awarded + row.offered + row.free + row.other == row.plots for row in rows)
    drawn = answer.context["months_chart"]
    assert [series["values"][0] for series in drawn["series"]] == [0.0, 1.0, 0.0, 1.0]
    assert answer.context["page"].is_illustrative


def test_programmes_of_the_place_stand_there_with_their_light(estate: Estate, programme: Programme) -> None:
    programmes.link_estate(programme_id=programme.pk, estate_id=estate.pk, by=None, now=NOW)
    lines = client_of().get(PAGE).context["page"].programmes
    assert [(line.programme, line.light.value) for line in lines] == [(programme, "RED")]
    csv = client_of().get(f"{PAGE}programmes.csv").content.decode("utf-8-sig")
    assert "66.67,40.80" in csv


def test_the_demand_register_of_the_place_stands_there_with_the_plots_that_lack(estate: Estate) -> None:
    shoes, knives = TradeFactory("shoe_making", "کفش"), TradeFactory("knife_making", "چاقوسازی")
    for _number in range(3):
        WishFactory(trade=shoes, county=estate.county, estate=estate)
    WishFactory(trade=shoes, county=estate.county)
    WishFactory(trade=knives, county=estate.county)
    WishFactory(trade=knives, county=CountyFactory("abhar"))
    PlotFactory(estate=estate, area_m2=80)
    answer = client_of().get(PAGE)
    lines = [(row.trade, row.named, row.county, row.free, row.gap) for row in answer.context["page"].register]
    # Of the two free plots one has an area that somebody asked for; who would go anywhere is not counted as lacking.
    assert lines == [("کفش", 3, 1, 1, 2), ("چاقوسازی", 0, 1, 2, 0)]
    assert f'href="{answer.context["page"].register_url}"' in answer.content.decode()
    assert "کفش,3,1,0,1,2" in client_of().get(f"{PAGE}register.csv").content.decode("utf-8-sig")


def test_every_table_is_there_as_csv(estate: Estate) -> None:
    metrics.refresh(now=NOW)
    client = client_of()
    for name in ("plots", "months", "demand", "register", "utilities", "programmes"):
        answer = client.get(f"{PAGE}{name}.csv")
        assert (answer.status_code, answer.content[:3]) == (200, b"\xef\xbb\xbf"), name
    assert client.get(f"{PAGE}nothing.csv").status_code == 404


def test_a_place_without_anything_has_a_page() -> None:
    EstateFactory("empty")
    assert client_of().get("/dashboard/estates/empty/").status_code == 200
    assert client_of().get("/dashboard/estates/nothing/").status_code == 404


def test_the_number_of_queries_does_not_grow(estate: Estate) -> None:
    client, counts = client_of(), []
    for first, last in ((0, 1), (1, 20)):
        for number in range(first, last):
            PlotFactory(estate=estate, geometry=square(number, 60, 1, 1))
            WishFactory(trade=TradeFactory(f"trade_{chr(97 + number)}"), county=estate.county)
            if number % 6 == 0:
                found = ProgrammeFactory.in_status("ACTIVE")
                programmes.link_estate(programme_id=found.pk, estate_id=estate.pk, by=None, now=NOW)
        drain()
        metrics.refresh(now=NOW)
        with CaptureQueriesContext(connection) as caught:
            client.get(PAGE)
        counts.append(len(caught))
    assert counts[0] == counts[1] <= MOST_QUERIES
