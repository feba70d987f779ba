"""The list of estates, one estate, its plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from estates import notices
from estates.choices import FactKey, HoldKind, PlotKind, Precision, PriceClass
from estates.notices import Notice
from estates.services import facts, tariffs
from tests.factories.estates import NOW, CountyFactory, EstateFactory, PlotFactory, square

pytestmark = pytest.mark.django_db


def test_the_list_shows_estates_with_their_free_plots(client: Client) -> None:
    estate = EstateFactory("zone", name="ناحیه نمونه")
    PlotFactory("A-1", estate=estate)
    PlotFactory("A-2", estate=estate, held=HoldKind.IDLE)
    page = client.get("/estates/").content.decode()
    assert "ناحیه نمونه" in page
    assert "۱" in page and "۲" in page


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", {"one", "two"}),
        ("?q=یک", {"one"}),
        ("?county=abhar", {"two"}),
        ("?kind=WORKSHOP_ZONE", {"two"}),
        ("?free=on", {"one"}),
    ],
)
def test_filters_of_the_list(client: Client, query: str, slugs: set[str]) -> None:
    PlotFactory("A-1", estate=EstateFactory("one", name="شهرک یک"))
    abhar = CountyFactory("abhar", "ابهر", lat=36.1, lon=49.2)
    PlotFactory("B-1", estate=EstateFactory("two", name="شهرک دو", kind="WORKSHOP_ZONE", county=abhar), held="IDLE")
    page = client.get(f"/estates/{query}").content.decode()
    assert {slug for slug in ("one", "two") if f'href="/estates/{slug}/"' in page} == slugs


@pytest.mark.parametrize("query", ["?x=1", "?county=mars", "?kind=castle", "?cursor=a", "?q=a&q=b", "?is_public=0"])
def test_unknown_filters_of_the_list_are_refused(client: Client, query: str) -> None:
    EstateFactory("one")
    assert client.get(f"/estates/{query}").status_code == 400


def test_one_estate_and_twenty_cost_the_same_number_of_queries(client: Client, django_assert_num_queries: Any) -> None:
    PlotFactory("A-1", estate=EstateFactory("e-0"))
    client.get("/estates/")
    with django_assert_num_queries(4):
        client.get("/estates/")
    for number in range(1, 20):
        PlotFactory(f"A-{number}1", estate=EstateFactory(f"e-{number}"))
    with django_assert_num_queries(4):
        client.get("/estates/")


def test_one_plot_and_twenty_cost_an_estates_page_the_same(client: Client, django_assert_max_num_queries: Any) -> None:
    estate = EstateFactory("zone")
    PlotFactory("A-00", estate=estate)
    client.get("/estates/zone/")
    with django_assert_max_num_queries(12) as one:
        client.get("/estates/zone/")
    for number in range(1, 20):
        PlotFactory(f"A-{number:02d}", estate=estate)
    with django_assert_max_num_queries(len(one)):
        client.get("/estates/zone/")


@pytest.mark.parametrize(
    ("precision", "approximate", "shown"),
    [
        (Precision.DAY, False, "۲۳ تیر ۱۴۰۰"),
        (Precision.MONTH, False, "تیر ۱۴۰۰"),
        (Precision.YEAR, True, "۱۴۰۰"),
    ],
)
def test_a_fact_is_shown_with_its_date_as_exact_as_its_source_and_the_source(
    client: Client, precision: str, approximate: bool, shown: str
) -> None:
    estate = EstateFactory("zone")
    facts.add_fact(
        estate_id=estate.pk, key=FactKey.AREA, value="۴۳۵ هکتار", source="S59 tahlilbazaar.com/news/99027",
        as_of=date(2021, 7, 14), precision=precision, is_approximate=approximate, by=None, now=NOW,
    )  # fmt: skip
    page = client.get("/estates/zone/").content.decode()
    assert "۴۳۵ هکتار" in page
    assert "S59 tahlilbazaar.com/news/99027" in page
    assert shown in page
    assert ("۲۳ تیر" in page) == (precision == Precision.DAY)


def test_illustrative_plans_and_fictitious_prices_say_so(client: Client) -> None:
    estate = EstateFactory("zone", is_illustrative=True)
    PlotFactory("A-1", estate=estate)
    tariff = tariffs.draft(
        title="تعرفه نمایشی",
        year=1405,
        valid_from=date(2026, 3, 21),
        source="ساختگی",
        is_fictitious=True,
        by=None,
        now=NOW,
    )
    tariffs.set_rate(
        tariff_id=tariff.pk,
        plot_kind=PlotKind.INDUSTRIAL,
        price_class=PriceClass.STANDARD,
        rials_per_m2=10,
        by=None,
        now=NOW,
    )
    terms = {"cash_percent": 20, "instalment_count": 12, "instalment_months": 3, "source": "S1"}
    tariffs.set_terms(
        tariff_id=tariff.pk, development_class="DEVELOPED", scheme="ORDINARY", values=terms, by=None, now=NOW
    )
    tariffs.publish(tariff_id=tariff.pk, by=None, now=NOW)
    page = client.get("/estates/zone/").content.decode()
    assert page.count('class="notice') >= 2


def test_the_plan_gives_each_plot_with_its_state(client: Client) -> None:
    estate = EstateFactory("zone", boundary=square(0, 0, 50, 50))
    PlotFactory("A-1", estate=estate, geometry=square(1, 1, 9, 9), held=HoldKind.IDLE)
    PlotFactory("A-2", estate=estate)
    response = client.get("/estates/zone/plan.geojson")
    assert response["Content-Type"] == "application/geo+json"
    boundary, plot = response.json()["features"]
    assert boundary["properties"]["context"] == "boundary"
    assert (plot["properties"]["code"], plot["properties"]["status"]) == ("A-1", "IDLE")
    assert plot["geometry"]["type"] == "Polygon"


@pytest.mark.parametrize("path", ["/estates/hidden/", "/estates/hidden/plan.geojson", "/estates/nowhere/"])
def test_hidden_and_missing_estates_are_not_found(client: Client, path: str) -> None:
    EstateFactory("hidden", is_public=False)
    assert client.get(path).status_code == 404


def test_later_apps_can_speak_on_an_estates_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    estate = EstateFactory("zone")
    PlotFactory("A-1", estate=estate)

    def provider(estate_ids: Any, now: datetime) -> dict[int, list[Notice]]:
        assert now.tzinfo == UTC or now.tzinfo is not None
        return {pk: [Notice("فراخوان نمونه", "/calls/sample/")] for pk in estate_ids}

    monkeypatch.setattr(notices, "_PROVIDERS", [])
    notices.register(provider)
    notices.register(provider)
    for path in ("/estates/zone/", "/plots/A-1/"):
        page = client.get(path).content.decode()
        assert page.count('href="/calls/sample/"') == 1


def test_the_english_interface_shows_english_names(client: Client) -> None:
    EstateFactory("zone", name="ناحیه نمونه", name_en="Sample Zone")
    client.cookies["django_language"] = "en"
    assert "Sample Zone" in client.get("/estates/zone/").content.decode()
