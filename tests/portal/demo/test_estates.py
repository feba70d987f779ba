"""The land of the demo world."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from core.audit.models import Entry
from estates.choices import Precision
from estates.models import Estate, EstateFact, Plot, PlotTrade
from portal.demo import estates, site_plans
from tests.support import worlds

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def land(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with worlds.shared(django_db_blocker):
        estates.load(NOW)
        yield


def test_every_estate_of_the_sources_is_there_with_a_source_for_each_fact(land: None) -> None:
    assert Estate.objects.count() == 22
    assert not EstateFact.objects.filter(source="").exists()
    assert not Estate.objects.filter(facts__isnull=True).exists()


def test_zarifan_has_103_units_for_the_crafts_the_plan_of_1396_named(land: None) -> None:
    units = Plot.objects.filter(estate__slug="zarifan")
    assert units.count() == 103
    assert units.filter(trades__code="knife_making").count() == 70
    assert units.filter(trades__code="filigree").count() == 10
    assert units.exclude(pk__in=PlotTrade.objects.values("plot")).count() == 23


def test_zarifan_covers_two_point_three_hectares(land: None) -> None:
    assert round(float(Estate.objects.get(slug="zarifan").computed_area_m2) / 10_000, 2) == 2.3


def test_the_copper_and_knife_site_of_eshragh_has_70_units(land: None) -> None:
    assert Plot.objects.filter(estate__slug="eshragh", kind="WORKSHOP").count() == 70


def test_plots_are_in_every_state_but_that_of_a_call(land: None) -> None:
    states = Counter(Plot.objects.with_status().values_list("status", flat=True))
    assert set(states) == {
        "PLANNED", "NOT_SERVICED", "AVAILABLE", "OFFERED", "CONTRACTED", "DELIVERED", "UNDER_CONSTRUCTION", "OPERATING",
        "IDLE", "RECLAIMED",
    }  # fmt: skip


def test_loading_again_changes_nothing(land: None) -> None:
    entries = Entry.objects.count()
    estates.load(NOW)
    assert Entry.objects.count() == entries


def test_prices_are_marked_fictitious_and_plans_illustrative(land: None) -> None:
    from estates.models import Tariff

    assert not Tariff.objects.filter(is_fictitious=False).exists()
    assert not Estate.objects.filter(plots__isnull=False, is_illustrative=False).exists()


@pytest.mark.parametrize("slug", sorted(site_plans.PLANS))
def test_the_committed_site_plan_is_what_the_drawing_gives(slug: str) -> None:
    text = site_plans.as_text(site_plans.PLANS[slug]())
    assert (site_plans.FOLDER / f"{slug}.geojson").read_text(encoding="utf-8") == text
    assert json.loads(text)["type"] == "FeatureCollection"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1400/04/23", (date(2021, 7, 14), Precision.DAY, False)),
        ("1403/02", (date(2024, 4, 20), Precision.MONTH, False)),
        ("≈1396", (date(2017, 3, 21), Precision.YEAR, True)),
        ("", (None, Precision.DAY, False)),
    ],
)
def test_dates_of_sources_keep_how_exact_they_are(text: str, expected: tuple[object, ...]) -> None:
    assert estates.read_date(text) == expected
