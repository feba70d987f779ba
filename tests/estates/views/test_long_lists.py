"""Pages of a long list of plots follow each other by key."""

from __future__ import annotations

import re
from copy import deepcopy
from html import unescape
from typing import Any

import pytest
from django.test import Client

from estates.choices import HoldKind
from estates.models import Plot
from tests.factories.estates import EstateFactory, HoldFactory, PlotFactory

pytestmark = pytest.mark.django_db


def build() -> list[Plot]:
    estate = EstateFactory("e")
    return [PlotFactory(f"N-{number:02d}", estate=estate) for number in range(45)]


@pytest.fixture(scope="module")
def made_rows(make_once: Any) -> list[Plot]:
    rows: list[Plot] = make_once(build)
    return rows


@pytest.fixture
def rows(made_rows: list[Plot], db: None) -> list[Plot]:
    """45 plots of one estate, all to be had."""
    return deepcopy(made_rows)


def codes_of(response: Any) -> list[str]:
    """Codes on the page, in its order."""
    assert response.status_code == 200
    return list(dict.fromkeys(re.findall(r'href="/plots/(N-[0-9]+)/"', response.content.decode())))


def test_the_pages_after_the_plain_address_stay_with_the_free_plots(client: Client, rows: list[Plot]) -> None:
    for plot in rows[1::2]:
        HoldFactory(plot, HoldKind.OPERATING)
    second = re.findall(r'rel="next" href="(\?[^"]+)"', client.get("/plots/").content.decode())[0]
    assert codes_of(client.get(f"/plots/{unescape(second)}")) == ["N-40", "N-42", "N-44"]


def test_pages_follow_each_other_by_key_and_keep_the_filters(client: Client, rows: list[Plot]) -> None:
    seen, url = [], "/plots/?q=N-"
    while url:
        page = client.get(url).content.decode()
        seen += list(dict.fromkeys(re.findall(r'href="/plots/(N-[0-9]+)/"', page)))
        links = re.findall(r'rel="next" href="(\?[^"]+)"', page)
        url = "/plots/" + links[0].replace("&amp;", "&") if links else ""
        assert not url or "q=N-" in url
    assert seen == [f"N-{number:02d}" for number in range(45)]
    assert 'rel="prev"' in page
