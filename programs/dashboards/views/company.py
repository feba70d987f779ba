"""The company's page: every figure leads to the list it counts."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_safe

from core import clock
from core.jobs.models import Job
from core.web.csv import csv_response
from programs.clusters.models import Cluster
from programs.clusters.selectors import cards
from programs.dashboards import charts, permissions, tables
from programs.dashboards.selectors import company, pictures
from programs.dashboards.selectors.live import Figures
from programs.dashboards.selectors.programmes import programmes
from programs.dashboards.services import snapshots


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Where the company stands, from what is kept ready."""
    user: Any = request.user
    permissions.require(user, permissions.READ)
    today = clock.today()
    figures = Figures(today, user)
    steps = company.funnel(figures)
    found = programmes(today)
    places = pictures.places()
    plans = {slug: place.plan for slug, place in places.items() if place.plan is not None}
    plots = company.occupancy(figures, {slug: place.name for slug, place in places.items()})
    demand = company.unmet(figures)
    context = {
        "now": clock.now(),
        "month": figures.month,
        "read_at": figures.read_at,
        "has_samples": figures.is_illustrative or any(line.programme.is_illustrative for line in found.lines),
        "funnel": steps,
        "funnel_chart": charts.funnel(steps),
        "programmes": found,
        "programmes_chart": charts.programmes(found),
        "occupancy": [(row, charts.strip(row), _estate_page(row.slug), plans.get(row.slug)) for row in plots],
        "plans_at": min((plan.taken_at for plan in plans.values()), default=None),
        "strip_legend": charts.STRIP,
        "clusters": cards(Cluster.objects.all(), today),
        "unmet": demand,
        "unmet_chart": charts.unmet(demand) if demand else None,
        "longest": company.LONGEST_LIST,
        "groups": company.live_groups(figures),
        "may_refresh": user.has_perm(permissions.REFRESH),
        "job": _job(request),
    }
    return render(request, "dashboards/company.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def refresh(request: HttpRequest) -> HttpResponse:
    """Ask for fresh figures; the page shows how far they are. A link to here only leads to the page."""
    permissions.require(request.user, permissions.READ)
    if request.method != "POST":
        return redirect("dashboards:company")
    job = snapshots.ask_fresh(by=request.user, now=clock.now())
    return redirect(f"{reverse('dashboards:company')}?job={job.pk}")


@require_safe
def table(request: HttpRequest, name: str) -> HttpResponse:
    """One table of the page as CSV."""
    permissions.require(request.user, permissions.READ)
    today = clock.today()
    if name == "programmes":
        header, rows = tables.programmes_table(programmes(today))
    elif name in tables.COMPANY:
        header, rows = tables.COMPANY[name](Figures(today, request.user))
    else:
        raise Http404
    return csv_response(f"{name}.csv", header, rows)


def _job(request: HttpRequest) -> Job | None:
    asked = request.GET.get("job", "")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 12):
        return None
    return Job.objects.filter(pk=int(asked), kind=snapshots.REFRESH).first()


def _estate_page(slug: str) -> str:
    try:
        return reverse("dashboards:estate", args=[slug])
    except NoReverseMatch:
        return reverse("estates:detail", args=[slug])
