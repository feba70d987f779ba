"""The page of one cluster for those who answer for it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock
from core.web.csv import csv_response
from programs.dashboards import charts, permissions, place_tables
from programs.dashboards.selectors.cluster import cluster_page


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Phase, plan, effects, market, relations, needs, events."""
    permissions.require(request.user, permissions.READ)
    page = cluster_page(slug, clock.today())
    context = {
        "page": page,
        "cluster": page.cluster,
        "exports_chart": charts.exports(page.exports.by_year),
        "countries_chart": charts.exports(page.exports.by_country, horizontal=True),
        "funding_chart": charts.funding(page.plan),
        # The pieces of the public page show these under their own names.
        "steps": page.steps,
        "chain": page.chain,
        "network": page.network,
        "network_chart": page.network.as_chart(),
        "marks": page.marks,
        "effects": page.effects,
        "surveys": page.surveys,
    }
    return render(request, "dashboards/cluster.html", context)


@require_safe
def table(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One table of the page as CSV."""
    permissions.require(request.user, permissions.READ)
    if name not in place_tables.CLUSTER:
        raise Http404
    header, rows = place_tables.CLUSTER[name](cluster_page(slug, clock.today()))
    return csv_response(f"{slug}-{name}.csv", header, rows)
