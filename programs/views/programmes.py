"""The public pages of programmes: what was promised for a year, and one programme."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock
from core.errors import NotFound
from core.persian.calendar import fiscal_year
from programs.selectors import programmes


@login_not_required
@require_safe
def programme_list(request: HttpRequest) -> HttpResponse:
    """The programmes of a year in their groups; `?year=` chooses another one. 404 for a year without programmes."""
    today, years = clock.today(), programmes.public_years()
    year = _year(request.GET.get("year", ""), years, fiscal_year(today))
    context = {"groups": programmes.public_groups(year, today), "year": year, "years": years, "today": today}
    return render(request, "programs/list.html", context)


@login_not_required
@require_safe
def programme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One programme: what, why, where, what sources say, activities with progress, money in total, photos."""
    today = clock.today()
    return render(request, "programs/detail.html", {"detail": programmes.public_programme(slug, today), "today": today})


def _year(asked: str, years: list[int], running: int) -> int:
    """The year that was asked for, else the running one, or the newest one while nothing of it is shown."""
    if not asked:
        return running if running in years or not years else years[0]
    if asked.isascii() and asked.isdecimal() and int(asked[:6]) in years:
        return int(asked)
    raise NotFound()
