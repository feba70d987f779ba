"""Figures as pages read them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from core.metrics import selectors, services
from core.metrics.registry import Point
from tests.factories import accounts

pytestmark = pytest.mark.django_db

CUBE = [
    Point(Decimal(10)),
    Point(Decimal(6), {"estate": "a"}),
    Point(Decimal(4), {"estate": "b"}),
    Point(Decimal(7), {"state": "OPEN"}),
    Point(Decimal(5), {"estate": "a", "state": "OPEN"}),
    Point(Decimal(1), {"estate": "a", "state": "CLOSED"}),
]


def test_a_figure_is_taken_apart_by_exactly_the_dimensions_asked_for(offer, now):
    offer("tests.plots", CUBE)
    services.refresh(now=now)
    figure = selectors.latest(["tests.plots"])["tests.plots"]
    assert figure.total == 10
    assert figure.by("estate") == {("a",): 6, ("b",): 4}
    assert figure.by("state", "estate") == {("OPEN", "a"): 5, ("CLOSED", "a"): 1}
    assert (figure.of(state="OPEN"), figure.of(state="NEVER")) == (7, 0)


def test_within_a_place_the_figure_is_that_of_the_place(offer, now):
    offer("tests.plots", CUBE)
    services.refresh(now=now)
    figure = selectors.latest(["tests.plots"], within={"estate": "a"})["tests.plots"]
    assert (figure.total, figure.by("state")) == (6, {("OPEN",): 5, ("CLOSED",): 1})
    assert selectors.latest(["tests.plots"], within={"estate": "none"})["tests.plots"].total == 0


def test_within_a_place_that_has_no_part_of_its_own_the_parts_add_up(offer, now):
    offer("tests.plots", [point for point in CUBE if len(point.dimensions) == 2])
    services.refresh(now=now)
    assert selectors.latest(["tests.plots"], within={"estate": "a"})["tests.plots"].total == 6


def test_any_number_of_figures_costs_one_query(offer, now, django_assert_num_queries):
    names = [f"tests.plots_{letter}" for letter in "abcdefghijklmnopqrst"]
    for name in names:
        offer(name, CUBE)
    services.refresh(now=now)
    for wanted in (names[:1], names):
        with django_assert_num_queries(1):
            assert len(selectors.latest(wanted)) == len(wanted)
        with django_assert_num_queries(1):
            assert len(selectors.history(wanted, [now.date()])) == len(wanted)


def test_the_age_of_a_page_is_that_of_its_oldest_figure(offer, now):
    offer("tests.plots", CUBE)
    offer("tests.units", CUBE)
    assert selectors.as_of(["tests.plots"]) is None
    services.refresh(["tests.plots"], now=now)
    assert selectors.as_of(["tests.plots", "tests.units"]) is None
    services.refresh(["tests.units"], now=now + timedelta(minutes=3))
    assert selectors.as_of(["tests.plots", "tests.units"]) == now


def test_values_are_called_by_their_names_and_a_nameless_one_by_itself(offer, now):
    offer("tests.plots", CUBE, names={"estate": lambda values: {"a": "اشراق"}})
    services.refresh(now=now)
    figure = selectors.latest(["tests.plots"])["tests.plots"]
    assert selectors.names_of(figure, "estate") == {"a": "اشراق", "b": "b"}
    assert selectors.names_of(figure, "state") == {"OPEN": "OPEN", "CLOSED": "CLOSED"}


def test_a_person_is_led_to_the_list_that_is_open_to_him(offer):
    auditor, manager = accounts.auditor(), accounts.manager()
    closed = offer("tests.plots", [], permission="audit.view_entry", public_url=lambda dimensions: "/calls/")
    assert selectors.address(closed, {"estate": "a"}, auditor) == "/plots/?estate=a"
    assert selectors.address(closed, {}, manager) == selectors.address(closed, {}, None) == "/calls/"
    secret = offer("tests.secret", [], permission="audit.view_entry")
    assert selectors.address(secret, {}, manager) == ""
    assert selectors.address(offer("tests.open", []), {}, None) == "/plots/?"


@pytest.mark.parametrize(("role", "status"), [("auditor", 200), ("manager", 200), ("scorer", 403)])
def test_the_desk_shows_the_table_to_those_who_report_and_lets_nobody_change_it(client, offer, now, role, status):
    offer("tests.plots", CUBE)
    services.refresh(now=now)
    client.force_login(accounts.staff(role))
    assert client.get("/admin/metrics/metricvalue/").status_code == status
    assert client.get("/admin/metrics/metricvalue/add/").status_code == 403
    assert client.get("/admin/metrics/metricmonth/").status_code == status
