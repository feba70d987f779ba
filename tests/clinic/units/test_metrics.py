"""Figures of units for dashboards: sums by the bands in force, and nothing of fewer than five."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.metrics import registry
from tests.factories import accounts
from tests.factories.clinic_units import NOW, UnitFactory
from tests.factories.estates import CountyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.STAFF_MFA = False


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


def test_the_figure_opens_the_sums_for_all_who_may_read_them_and_for_nobody_else() -> None:
    for _number in range(5):
        UnitFactory(80)
    UnitFactory(0, county=CountyFactory("abhar", "ابهر"))
    metric = registry.find("units.by_band")
    client = Client()
    for user in (accounts.clinic_lead(), accounts.manager(), accounts.auditor()):
        assert user.has_perm(metric.permission)
    client.force_login(accounts.manager())
    page = client.get(metric.url({"state": "ACTIVE"}))
    assert page.status_code == 200
    found = page.context["found"].bands
    assert (found.whole, {line.count for line in found.lines}) == (6, {None}), "the one idle unit could be worked out"
    for user in (accounts.consultant(), accounts.officer(), accounts.UserFactory()):
        assert not user.has_perm(metric.permission)
    assert metric.names["state"](["ACTIVE", "unknown"]).keys() == {"ACTIVE", "unknown"}
    assert metric.names["county"](["zanjan"]) == {"zanjan": "زنجان"}
