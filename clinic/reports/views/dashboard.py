"""The dashboard of the clinic, for its lead, managers and auditors."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from clinic.cases.choices import Outcome
from clinic.privacy import FEWEST_UNITS
from clinic.reports import charts, permissions, tables
from clinic.reports.forms.choice import ChoiceForm
from clinic.reports.selectors.dashboard import dashboard
from core import clock
from core.web.csv import csv_response


@require_safe
@never_cache
def overview(request: HttpRequest) -> HttpResponse:
    """Where the clinic stands: sums, never one unit's figures."""
    permissions.require(request.user, permissions.FIGURES)
    now = clock.now()
    found = dashboard(request.GET.dict(), now=now)
    context = {
        "found": found,
        "form": ChoiceForm(
            initial={"year": found.choice.year, "trade": found.choice.trade}, years=found.years, trades=found.trades
        ),
        "now": now,
        "fewest": FEWEST_UNITS,
        "outcome_names": [one.label for one in Outcome],
        "requests_chart": charts.requests(found.requests),
        "load_chart": charts.load(found.load),
        "causes_chart": charts.causes(found.pareto),
        "capacity_chart": charts.capacity(found.outcomes),
        "query": request.GET.urlencode(),
    }
    return render(request, "clinic/reports/dashboard.html", context)


@require_safe
@never_cache
def table(request: HttpRequest, name: str) -> HttpResponse:
    """One table of the page as CSV."""
    permissions.require(request.user, permissions.FIGURES)
    if name not in tables.TABLES:
        raise Http404
    header, rows = tables.TABLES[name](dashboard(request.GET.dict(), now=clock.now()))
    return csv_response(f"clinic-{name}.csv", header, rows)
