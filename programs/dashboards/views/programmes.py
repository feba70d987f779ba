"""The page of one programme for those who answer for it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock
from core.web.csv import csv_response
from programs.dashboards import charts, permissions, tables
from programs.dashboards.selectors.programme import SCALE, programme_page


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Plan and progress, money, indicators, registers."""
    permissions.require(request.user, permissions.READ)
    page = programme_page(slug, clock.today())
    context = {
        "page": page,
        "programme": page.programme,
        "now": clock.now(),
        "curve_chart": charts.curve(page),
        "money_chart": charts.money(page),
        "scale": SCALE,
    }
    return render(request, "dashboards/programme.html", context)


@require_safe
def table(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One table of the page as CSV."""
    permissions.require(request.user, permissions.READ)
    if name not in tables.PROGRAMME:
        raise Http404
    header, rows = tables.PROGRAMME[name](programme_page(slug, clock.today()))
    return csv_response(f"{slug}-{name}.csv", header, rows)
