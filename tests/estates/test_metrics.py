"""Live figures about plots."""

from __future__ import annotations

import pytest
from django.test import Client

from core.metrics import registry, selectors, services
from estates.choices import HoldKind, PlotStatus
from tests.factories.estates import NOW, EstateFactory, PlotFactory

pytestmark = pytest.mark.django_db

NAMES = ("estates.plots", "estates.plots_prepared", "estates.plots_offered", "estates.plots_awarded")


def read():
    services.refresh(NAMES, now=NOW)
    return selectors.latest(NAMES)


def build():
    zarifan, nikan = EstateFactory("zarifan"), EstateFactory("nikan")
    PlotFactory(estate=zarifan)
    PlotFactory(estate=zarifan, held=HoldKind.IN_CALL)
    PlotFactory(estate=zarifan, held=HoldKind.OFFERED)
    PlotFactory(estate=zarifan, held=HoldKind.OPERATING)
    PlotFactory(estate=nikan, is_planned=True, is_serviced=False)
    PlotFactory(estate=nikan, is_serviced=False)
    PlotFactory(estate=nikan, held=HoldKind.CONTRACTED)
    PlotFactory(estate=EstateFactory("secret", is_public=False))


@pytest.fixture(scope="module")
def land(make_once):
    make_once(build)


def test_plots_are_counted_by_what_holds_them(land):
    figures = read()
    assert figures["estates.plots"].total == 7
    assert figures["estates.plots"].by("estate", "state") == {
        ("zarifan", PlotStatus.AVAILABLE): 1, ("zarifan", PlotStatus.IN_CALL): 1, ("zarifan", PlotStatus.OFFERED): 1,
        ("zarifan", PlotStatus.OPERATING): 1, ("nikan", PlotStatus.PLANNED): 1, ("nikan", PlotStatus.NOT_SERVICED): 1,
        ("nikan", PlotStatus.CONTRACTED): 1,
    }  # fmt: skip


def test_prepared_offered_and_awarded_land(land):
    figures = read()
    assert figures["estates.plots_prepared"].by("estate") == {("zarifan",): 4, ("nikan",): 1}
    assert figures["estates.plots_offered"].by("estate") == {("zarifan",): 2}
    assert figures["estates.plots_awarded"].by("estate") == {("zarifan",): 1, ("nikan",): 1}


@pytest.mark.parametrize("name", NAMES)
def test_the_address_of_a_figure_lists_what_it_counts(land, name):
    figure, client = read()[name], Client()
    parts = [*figure.parts[:3], selectors.Part({}, figure.total)]
    for part in parts:
        response = client.get(registry.find(name).url(part.dimensions))
        assert response.status_code == 200
        assert len(response.context["plots"]) == part.value, part


def test_estates_and_states_have_names(land):
    figure = read()["estates.plots"]
    assert selectors.names_of(figure, "estate")["nikan"] == "شهرک صنعتی nikan"
    assert selectors.names_of(figure, "state")[PlotStatus.AVAILABLE] == str(PlotStatus.AVAILABLE.label)


def test_reading_costs_one_query_however_many_plots(land, django_assert_num_queries):
    for name in NAMES:
        with django_assert_num_queries(1):
            list(registry.find(name).read(NOW))
    for _ in range(20):
        PlotFactory(estate=EstateFactory())
    for name in NAMES:
        with django_assert_num_queries(1):
            list(registry.find(name).read(NOW))
