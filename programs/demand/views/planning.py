"""Demand for those who plan: the table, its CSV, and the special workshop sites."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core import clock
from core.metrics.selectors import as_of
from core.web.csv import csv_response
from core.web.lists import answer_list
from programs.demand.filters import NEWEST, WishFilter
from programs.demand.models import Wish
from programs.demand.permissions import NAMES, READ, require
from programs.demand.querysets import WishQuerySet
from programs.demand.selectors import figures

View = Callable[..., HttpResponse]


def for_staff(view: View) -> View:
    """For those who answer for the company."""

    @wraps(view)
    @never_cache
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require(request.user, READ)
        return view(request, *args, **kwargs)

    return answer


@require_safe
@for_staff
def table(request: HttpRequest) -> HttpResponse:
    """Trade × size × county."""
    context = {
        "lines": figures.staff_lines(clock.now()),
        "as_of": as_of([figures.UNMET]),
        "may_see_names": request.user.has_perm(NAMES),
    }
    return render(request, "demand/table.html", context)


@require_safe
@for_staff
def table_csv(request: HttpRequest) -> HttpResponse:
    """The same for a spreadsheet."""
    header = [_("Trade"), _("Size"), _("County"), _("In the register"), _("Left without by calls"), _("Together")]
    rows = [
        [line.trade, line.size, line.county, line.wishes, line.unmet, line.total]
        for line in figures.staff_lines(clock.now())
    ]
    return csv_response("demand.csv", header, rows)


@require_safe
@for_staff
def wishes(request: HttpRequest) -> HttpResponse:
    """The wishes themselves, with the names of those who may be asked, for those who plan with them."""
    require(request.user, NAMES)
    filters = WishFilter(request.GET, queryset=Wish.objects.all(), request=request)
    return answer_list(request, "demand/wishes.html", filters, order=NEWEST, prepare=WishQuerySet.with_names)


@require_safe
@for_staff
def planning(request: HttpRequest) -> HttpResponse:
    """The special workshop sites: demand against free plots."""
    context = {"sites": figures.sites(clock.now()), "as_of": as_of([figures.UNMET])}
    return render(request, "demand/planning.html", context)


@require_safe
@for_staff
def sites_csv(request: HttpRequest) -> HttpResponse:
    """The same for a spreadsheet."""
    header = [
        _("Workshop site"),
        _("Trade"),
        _("In the register"),
        _("Left without by calls"),
        _("Free plots that suit"),
        _("Lacking"),
    ]
    rows = [
        [site.estate.display_name, line.trade, line.wishes, line.unmet, line.free, line.gap]
        for site in figures.sites(clock.now())
        for line in site.lines
    ]
    return csv_response("workshop-sites.csv", header, rows)
