"""A list with filters, page by page: one way to answer for every app."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from core.fields.filters import StrictFilterSet
from core.web import keyset

PAGE_SIZE: Final = 20


def page_url(query: QueryDict, cursor: str) -> str:
    """The address of another page of the same list; "" without a cursor."""
    if not cursor:
        return ""
    page: Any = query.copy()
    page["cursor"] = cursor
    return f"?{page.urlencode()}"


def answer_list(
    request: HttpRequest,
    template: str,
    filters: StrictFilterSet,
    *,
    order: keyset.Order,
    prepare: Callable[[Any], QuerySet[Any]] = lambda rows: rows,
    shown_as: Callable[[Sequence[Any]], Sequence[Any]] = lambda rows: rows,
    context: Mapping[str, Any] | None = None,
    size: int = PAGE_SIZE,
) -> HttpResponse:
    """The page of rows that `filters` find: `form`, `rows`, `is_filtered`, `previous_url`, `next_url` and `context`.

    `prepare` joins what a row shows, `shown_as` makes of rows what the template gets. 400, with what was typed, for filters
    that do not exist; raises BadCursor.
    """
    shown = {"form": filters.form, **(context or {})}
    if not filters.is_valid():
        return render(request, template, {**shown, "rows": []}, status=400)
    cursor = request.GET.get("cursor", "")
    page = keyset.page(prepare(filters.qs), order=order, cursor=cursor, size=size)
    shown |= {
        "rows": shown_as(page.rows),
        "is_filtered": bool({name for name, value in request.GET.items() if value} - {"cursor"}),
        "previous_url": page_url(request.GET, page.previous_cursor),
        "next_url": page_url(request.GET, page.next_cursor),
    }
    return render(request, template, shown)
