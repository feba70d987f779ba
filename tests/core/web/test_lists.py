"""Lists with filters: pages keep what was asked for, and what is not understood is refused with what was typed."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from core.fields.filters import StrictFilterSet, TextSearchFilter
from core.web import lists
from core.web.keyset import BadCursor, Order
from core.web.lists import answer_list, page_url
from estates.models import Plot
from tests.factories.estates import EstateFactory, PlotFactory

pytestmark = pytest.mark.django_db
CODE = Order("code", "by code", "sort_key")


class PlotFilter(StrictFilterSet):
    """Plots by their own key or that of their estate."""

    q = TextSearchFilter(paths=("search_key", "estate__search_key"))

    class Meta:
        model = Plot
        fields = ["q"]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, Any], int]]:
    """Contexts and statuses that were rendered."""
    found: list[tuple[dict[str, Any], int]] = []
    monkeypatch.setattr(lists, "render", lambda _request, _name, context, status=200: found.append((context, status)))
    return found


def answer(query: str) -> None:
    request = RequestFactory().get(f"/?{query}")
    filters = PlotFilter(request.GET, queryset=Plot.objects.all())
    answer_list(request, "x.html", filters, order=CODE, shown_as=lambda rows: [row.code for row in rows], size=2)


def test_a_page_keeps_its_filters_and_leads_on_to_the_next(shown: list[tuple[dict[str, Any], int]]) -> None:
    here, other = EstateFactory("a", name="اشراق"), EstateFactory("b", name="نوآوران")
    for number in range(3):
        PlotFactory(f"K-{number}", estate=here)
    PlotFactory("Z-9", estate=other)
    answer("q=اشراق")
    context, status = shown[-1]
    assert (status, len(context["rows"]), context["previous_url"], context["is_filtered"]) == (200, 2, "", True)
    following = QueryDict(context["next_url"].lstrip("?"))
    assert following["q"] == "اشراق"
    answer(context["next_url"].lstrip("?"))
    assert len(shown[-1][0]["rows"]) == 1 and shown[-1][0]["next_url"] == ""


def test_a_filter_that_does_not_exist_is_refused_and_no_row_is_read(shown: list[tuple[dict[str, Any], int]]) -> None:
    answer("colour=red")
    context, status = shown[-1]
    assert (status, context["rows"]) == (400, []) and context["form"].errors


def test_a_changed_cursor_is_refused(shown: list[tuple[dict[str, Any], int]]) -> None:
    with pytest.raises(BadCursor):
        answer("cursor=x")
    assert shown == []


def test_empty_boxes_of_a_filter_form_are_no_filter(shown: list[tuple[dict[str, Any], int]]) -> None:
    answer("q=")
    assert shown[-1][0]["is_filtered"] is False


def test_there_is_no_address_without_a_cursor() -> None:
    assert page_url(QueryDict("q=a"), "") == ""
    assert QueryDict(page_url(QueryDict("q=a&cursor=old"), "new").lstrip("?")).dict() == {"q": "a", "cursor": "new"}
