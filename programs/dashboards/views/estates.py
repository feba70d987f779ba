"""The page of one estate for those who answer for it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock
from core.web.csv import csv_response
from programs.dashboards import charts, permissions, place_tables
from programs.dashboards.selectors.estate import EstatePage, estate_page


def _page(request: HttpRequest, slug: str) -> EstatePage:
    permissions.require(request.user, permissions.READ)
    return estate_page(slug, clock.today(), clock.now(), request.user)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Plots on the plan and by month, services, calls, demand, programmes, facts."""
    page = _page(request, slug)
    context = {
        "page": page,
        "estate": page.estate,
        "now": clock.now(),
        "months_chart": charts.plot_months(page.months),
        "trades_chart": charts.demand(page.trades),
    }
    return render(request, "dashboards/estate.html", context)


@require_safe
def table(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One table of the page as CSV."""
    page = _page(request, slug)
    if name not in place_tables.ESTATE:
        raise Http404
    header, rows = place_tables.ESTATE[name](page)
    return csv_response(f"{slug}-{name}.csv", header, rows)
