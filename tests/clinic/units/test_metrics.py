"""Figures of units for dashboards: sums by the bands in force, and nothing of fewer than five."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.metrics import registry
from tests.factories import accounts
from tests.factories.clinic_units import NOW, UnitFactory
from tests.factories.estates import CountyFactory

pytestmark = pytest.mark.django_db


def read() -> dict[str, Decimal]:
    with CaptureQueriesContext(connection) as seen:
        points = list(registry.find("units.by_band").read(NOW))
    assert len(seen) == 2
    return {registry.key_of(point.dimensions): point.value for point in points}


def test_bands_counties_and_trades_of_five_units_and_more_are_counted() -> None:
    abhar = CountyFactory("abhar", "ابهر")
    for _number in range(5):
        UnitFactory(80)
        UnitFactory(0, county=abhar)
    assert read() == {
        "": 10,
        "state=ACTIVE": 5,
        "state=CLOSED": 5,
        "county=zanjan": 5,
        "county=abhar": 5,
        "trade=shoe_making": 10,
        "county=zanjan;state=ACTIVE": 5,
        "county=abhar;state=CLOSED": 5,
        "state=ACTIVE;trade=shoe_making": 5,
        "state=CLOSED;trade=shoe_making": 5,
    }


def test_a_group_of_four_is_hidden_with_all_its_parts_and_cannot_be_worked_out() -> None:
    for _number in range(4):
        UnitFactory(80, county=CountyFactory("abhar", "ابهر"))
    for _number in range(6):
        UnitFactory(80)
    found = read()
    assert found[""] == 10
    assert not [key for key in found if "county" in key]
    assert found["trade=shoe_making"] == 10


def test_the_figure_opens_its_list_for_those_who_may_see_single_units() -> None:
    UnitFactory(80)
    metric = registry.find("units.by_band")
    client = Client()
    client.force_login(accounts.clinic_lead())
    for dimensions in ({}, {"state": "ACTIVE"}, {"state": "unknown", "county": "zanjan"}, {"trade": "shoe_making"}):
        assert client.get(metric.url(dimensions)).status_code == 200
    assert not accounts.manager().has_perm(metric.permission)
    assert metric.names["state"](["ACTIVE", "unknown"]).keys() == {"ACTIVE", "unknown"}
    assert metric.names["county"](["zanjan"]) == {"zanjan": "زنجان"}
