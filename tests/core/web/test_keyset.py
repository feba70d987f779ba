"""Pages by key."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core import signing

from core.web import keyset
from core.web.keyset import BadCursor, Order
from estates.models import Plot
from tests.factories.estates import EstateFactory, PlotFactory

CODE = Order("code", "by code", "sort_key")
LARGEST = Order("-area", "largest first", "area_m2", descending=True)

pytestmark = pytest.mark.django_db


@pytest.fixture
def plots() -> list[Plot]:
    estate = EstateFactory("e")
    # Equal areas on purpose: the primary key has to break the tie.
    return [PlotFactory(f"K-{n:02d}", estate=estate, area_m2=100 + n // 3) for n in range(11)]


def walk(order: Order, *, size: int = 4) -> tuple[list[str], list[str]]:
    """Codes going forward to the end, and coming back from there."""
    forward, cursor = [], ""
    while True:
        page = keyset.page(Plot.objects.all(), order=order, cursor=cursor, size=size)
        forward += [plot.code for plot in page.rows]
        if not page.next_cursor:
            break
        cursor = page.next_cursor
    back = [[plot.code for plot in page.rows]]
    while page.previous_cursor:
        page = keyset.page(Plot.objects.all(), order=order, cursor=page.previous_cursor, size=size)
        back.insert(0, [plot.code for plot in page.rows])
    return forward, [code for part in back for code in part]


@pytest.mark.parametrize("order", [CODE, LARGEST], ids=["up", "down"])
def test_every_row_is_met_once_forward_and_back(plots: list[Plot], order: Order) -> None:
    forward, back = walk(order)
    assert forward == list(Plot.objects.order_by(*order.columns()).values_list("code", flat=True))
    assert back == forward


def test_a_row_added_before_the_place_moves_nothing(plots: list[Plot]) -> None:
    first = keyset.page(Plot.objects.all(), order=CODE, cursor="", size=4)
    PlotFactory("A-01", estate=plots[0].estate)
    second = keyset.page(Plot.objects.all(), order=CODE, cursor=first.next_cursor, size=4)
    assert [plot.code for plot in second.rows] == ["K-04", "K-05", "K-06", "K-07"]


def test_first_and_last_pages_lead_nowhere_beyond(plots: list[Plot]) -> None:
    page = keyset.page(Plot.objects.all(), order=CODE, cursor="", size=20)
    assert (page.previous_cursor, page.next_cursor) == ("", "")


def test_an_empty_list_has_no_cursors() -> None:
    page = keyset.page(Plot.objects.none(), order=CODE, cursor="", size=20)
    assert (page.rows, page.previous_cursor, page.next_cursor) == ([], "", "")


@pytest.mark.parametrize("change", [lambda c: c[:-1], lambda c: "x" + c, lambda c: c.upper(), lambda c: c + "A" * 5000])
def test_a_changed_cursor_is_refused(plots: list[Plot], change: object) -> None:
    cursor = keyset.page(Plot.objects.all(), order=CODE, cursor="", size=4).next_cursor
    with pytest.raises(BadCursor):
        keyset.page(Plot.objects.all(), order=CODE, cursor=change(cursor), size=4)  # type: ignore[operator]


def test_a_cursor_of_another_order_is_refused(plots: list[Plot]) -> None:
    cursor = keyset.page(Plot.objects.all(), order=CODE, cursor="", size=4).next_cursor
    with pytest.raises(BadCursor):
        keyset.page(Plot.objects.all(), order=LARGEST, cursor=cursor, size=4)


def test_a_signature_of_another_purpose_is_refused(plots: list[Plot]) -> None:
    foreign = signing.Signer(salt="elsewhere").sign_object(["code", 0, "x", 1])
    with pytest.raises(BadCursor):
        keyset.page(Plot.objects.all(), order=CODE, cursor=foreign, size=4)


def test_a_page_costs_one_query(plots: list[Plot], django_assert_num_queries: object) -> None:
    cursor = keyset.page(Plot.objects.all(), order=LARGEST, cursor="", size=4).next_cursor
    with django_assert_num_queries(1):  # type: ignore[operator]
        page = keyset.page(Plot.objects.all(), order=LARGEST, cursor=cursor, size=4)
    assert [plot.area_m2 for plot in page.rows] == sorted((plot.area_m2 for plot in page.rows), reverse=True)
    assert page.rows[0].area_m2 <= Decimal(103)
