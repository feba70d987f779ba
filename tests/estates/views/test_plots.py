"""The plot finder, one plot, plots side by side."""

from __future__ import annotations

import re
from copy import deepcopy
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from estates.choices import HoldKind
from estates.models import Estate
from tests.factories.estates import CountyFactory, EstateFactory, PlotFactory, TradeFactory, square

pytestmark = pytest.mark.django_db


def build() -> Estate:
    TradeFactory("knife_making", "چاقوسازی")
    TradeFactory("coppersmithing", "مسگری")
    abhar = CountyFactory("abhar", "ابهر", lat=36.1468, lon=49.2180)
    zarifan = EstateFactory("zarifan", name="مجموعه شهرک‌های ظریفان", boundary=square(0, 0, 100, 100))
    sharif = EstateFactory("sharif", name="شهرك شريف", county=abhar)
    PlotFactory(
        "Z-1", estate=zarifan, area_m2=96, trades=["knife_making"], utilities=["POWER"], geometry=square(5, 5, 8, 12)
    )
    PlotFactory("Z-2", estate=zarifan, area_m2=108, trades=["coppersmithing"], held=HoldKind.IN_CALL)
    PlotFactory("Z-10", estate=zarifan, area_m2=84, held=HoldKind.OPERATING)
    PlotFactory("S-1", estate=sharif, area_m2=2000, utilities=["POWER", "GAS"])
    return zarifan


@pytest.fixture(scope="module")
def made_land(make_once: Any) -> Estate:
    zarifan: Estate = make_once(build)
    return zarifan


@pytest.fixture
def land(made_land: Estate, db: None) -> Estate:
    """Two estates in two counties; one name written with ZWNJ."""
    return deepcopy(made_land)


def found(client: Client, query: str = "", **data: Any) -> list[str]:
    """Codes on the page, in its order."""
    response = client.get(f"/plots/{query}", data)
    assert response.status_code == 200
    codes = re.findall(r'href="/plots/([A-Z0-9-]+)/"', response.content.decode())
    return list(dict.fromkeys(codes))


def test_everybody_may_look_and_sees_first_what_can_still_be_had(client: Client, land: Estate) -> None:
    assert found(client) == ["S-1", "Z-1", "Z-2"]
    page = client.get("/plots/").content.decode()
    for status in ("AVAILABLE", "IN_CALL"):
        assert re.search(rf'value="{status}"[^>]* checked', page)
    assert not re.search(r'value="OPERATING"[^>]* checked', page)


def test_one_link_leads_from_the_free_plots_to_all_and_back(client: Client, land: Estate) -> None:
    query = re.findall(r'<p><a href="(\?[^"]*)">', client.get("/plots/").content.decode())[0]
    assert found(client, unescape(query)) == ["S-1", "Z-1", "Z-2", "Z-10"]
    query = re.findall(r'<p><a href="(\?[^"]*)">', client.get(f"/plots/{unescape(query)}").content.decode())[0]
    assert found(client, unescape(query)) == ["S-1", "Z-1", "Z-2"]


def test_a_search_without_a_state_finds_plots_in_every_state_and_offers_the_free_ones(
    client: Client, land: Estate
) -> None:
    page = client.get("/plots/?estate=zarifan").content.decode()
    assert found(client, estate="zarifan") == ["Z-1", "Z-2", "Z-10"]
    query = re.findall(r'<p><a href="(\?[^"]*)">', page)[0]
    assert found(client, unescape(query)) == ["Z-1", "Z-2"]


def test_states_of_ones_own_choice_are_left_alone(client: Client, land: Estate) -> None:
    assert not re.findall(r'<p><a href="\?', client.get("/plots/?status=OPERATING").content.decode())


def test_a_plot_in_use_does_not_look_like_a_free_one(client: Client, land: Estate) -> None:
    for code, tone in (("Z-10", "neutral"), ("Z-1", "ok"), ("Z-2", "info")):
        page = client.get(f"/plots/{code}/").content.decode()
        assert re.findall(r'class="tag tag-(\w+)"', page)[0] == tone
    assert "واگذارشده" in client.get("/plots/Z-10/").content.decode()


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        ({"trade": "knife_making"}, ["S-1", "Z-1", "Z-10"]),
        ({"area_min": "84", "area_max": "96"}, ["Z-1", "Z-10"]),
        ({"area_min": "۸۴", "area_max": "۹۶"}, ["Z-1", "Z-10"]),
        ({"area_min": "۱٬۰۰۰"}, ["S-1"]),
        ({"county": "abhar"}, ["S-1"]),
        ({"estate": "zarifan"}, ["Z-1", "Z-2", "Z-10"]),
        ({"utilities": ["POWER", "GAS"]}, ["S-1"]),
        ({"status": "AVAILABLE"}, ["S-1", "Z-1"]),
        ({"status": ["IN_CALL", "OPERATING"]}, ["Z-2", "Z-10"]),
        ({"order": "area"}, ["Z-10", "Z-1", "Z-2", "S-1"]),
        ({"order": "code"}, ["S-1", "Z-1", "Z-2", "Z-10"]),
        ({"order": "-area"}, ["S-1", "Z-2", "Z-1", "Z-10"]),
        ({"q": "z-1", "estate": "zarifan"}, ["Z-1", "Z-10"]),
        ({"q": "", "trade": "", "area_min": "", "county": ""}, ["S-1", "Z-1", "Z-2", "Z-10"]),
    ],
)
def test_each_filter_narrows_the_list(client: Client, land: Estate, data: dict[str, Any], codes: list[str]) -> None:
    assert found(client, **data) == codes


@pytest.mark.parametrize(
    "text",
    [
        "شهرک‌های ظریفان",
        "شهرکهای ظریفان",
        "شهرک های ظریفان",
        "شهركهاي ظريفان",
        "ظریفان شهرکهای",
        "  ظریفان  ",
        "شهرکـهای",
    ],
)
def test_any_spelling_of_a_name_finds_it(client: Client, land: Estate, text: str) -> None:
    assert found(client, q=text) == ["Z-1", "Z-2", "Z-10"]


def test_a_county_is_found_by_its_name_and_a_name_stored_in_arabic_letters_by_persian_ones(
    client: Client, land: Estate
) -> None:
    assert found(client, q="ابهر") == ["S-1"]
    assert found(client, q="شریف") == ["S-1"]


def test_words_of_code_and_estate_may_be_mixed(client: Client, land: Estate) -> None:
    assert found(client, q="ظریفان Z-10") == ["Z-10"]


@pytest.mark.parametrize("text", ["%", "_", "%%%%", "***", "!؟", "چیزی که نیست", "'; DROP TABLE", "\\"])
def test_signs_and_strangers_find_nothing(client: Client, land: Estate, text: str) -> None:
    assert found(client, q=text) == []


@pytest.mark.parametrize(
    "query",
    [
        "?nope=1",
        "?estate__county__slug=abhar",
        "?search_key=z",
        "?holds__holder_id=1",
        "?page=2",
        "?limit=1000000",
        "?limit=-1",
        "?offset=5",
        "?ordering=area",
        "?order=password",
        "?order=sort_key",
        "?order=area,code",
        "?order=--area",
        "?trade=nothing",
        "?county=../../etc",
        "?estate=1%20OR%201=1",
        "?status=FREE",
        "?status=AVAILABLE&status=x",
        "?utilities=RAIL",
        "?area_min=100&area_max=50",
        "?area_min=-1",
        "?area_min=NaN",
        "?area_min=1e5",
        "?area_min=1_000",
        "?area_min=" + "9" * 5000,
        "?area_min=abc",
        "?q=" + "a" * 5000,
        "?q=a&q=b",
        "?estate=zarifan&estate=sharif",
        "?cursor=",
        "?cursor=x&cursor=y",
    ],
)
def test_what_is_not_a_filter_is_refused_with_a_reason(client: Client, land: Estate, query: str) -> None:
    response = client.get(f"/plots/{query}")
    if query == "?cursor=":
        assert response.status_code == 200
        return
    assert response.status_code == 400
    assert 'class="error' in response.content.decode()


def test_a_refused_filter_keeps_what_was_typed_and_shows_no_plots(client: Client, land: Estate) -> None:
    response = client.get("/plots/", {"q": "<script>alert(1)</script>", "area_min": "abc"})
    page = response.content.decode()
    assert escape("<script>alert(1)</script>") in page
    assert "<script>alert" not in page
    assert 'value="abc"' in page
    assert "/plots/Z-1/" not in page


@pytest.mark.parametrize("cursor", ["x", "eyJh", "a:b", "%00", "۱۲۳", "a" * 3000, "../..", "WyJjb2RlIiwwLCJ4IiwxXQ"])
def test_a_tampered_cursor_is_refused(client: Client, land: Estate, cursor: str) -> None:
    assert client.get(f"/plots/?cursor={cursor}").status_code == 400


def test_plots_of_hidden_estates_are_nowhere(client: Client, land: Estate) -> None:
    PlotFactory("H-1", estate=EstateFactory("hidden", is_public=False))
    assert "H-1" not in found(client)
    assert client.get("/plots/H-1/").status_code == 404
    assert client.get("/plots/compare/?plot=H-1&plot=Z-1").status_code == 404
    assert client.get("/plots/?estate=hidden").status_code == 400


def test_the_plan_is_shown_when_an_estate_is_chosen(client: Client, land: Estate) -> None:
    assert 'data-map="plan"' in client.get("/plots/?estate=zarifan").content.decode()
    assert 'data-map="plan"' not in client.get("/plots/").content.decode()


def test_one_plot_says_its_state_area_and_trades(client: Client, land: Estate) -> None:
    page = client.get("/plots/Z-1/").content.decode()
    for text in ("Z-1", "چاقوسازی", land.name):
        assert text in page


@pytest.mark.parametrize("code", ["NOPE-1", "z-1", "Z", "Z-1%00", "../admin", "A" * 25])
def test_what_is_no_plot_is_not_found(client: Client, land: Estate, code: str) -> None:
    assert client.get(f"/plots/{code}/").status_code in (400, 404)


def test_two_to_four_plots_stand_side_by_side_in_the_order_asked_for(client: Client, land: Estate) -> None:
    page = client.get("/plots/compare/?plot=Z-10&plot=S-1&plot=Z-1").content.decode()
    assert list(dict.fromkeys(re.findall(r'href="/plots/([A-Z0-9-]+)/"', page))) == ["Z-10", "S-1", "Z-1"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?plot=Z-1",
        "?plot=Z-1&plot=Z-1",
        "?plot=Z-1&plot=Z-2&plot=Z-10&plot=S-1&plot=X-1",
        "?plot=Z-1&plot=%27",
        "?plot=Z-1&plot=Z-2&x=1",
    ],
)
def test_a_comparison_of_anything_else_is_refused(client: Client, land: Estate, query: str) -> None:
    assert client.get(f"/plots/compare/{query}").status_code == 400


def test_an_unknown_plot_in_a_comparison_is_not_found(client: Client, land: Estate) -> None:
    assert client.get("/plots/compare/?plot=Z-1&plot=NOPE-1").status_code == 404


@pytest.mark.parametrize("path", ["/plots/", "/plots/Z-1/", "/plots/compare/?plot=Z-1&plot=Z-2"])
def test_looking_changes_nothing_and_posting_is_not_possible(client: Client, land: Estate, path: str) -> None:
    assert client.post(path).status_code == 405
