"""The desk of an exhibition: where it stands, what comes next, who asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.choices import Role
from core import clock
from core.errors import PermissionRefused
from core.web.csv import csv_response
from core.web.forms import answer_form, carry_out
from core.web.lists import answer_list
from programs.exhibitions.choices import Mode, RequestStatus, Status
from programs.exhibitions.filters import NEWEST_REQUESTS, NEWEST_RUNS, RequestFilter, RunFilter
from programs.exhibitions.forms.desk import PointsForm
from programs.exhibitions.models import BoothRequest, BoothRun, Exhibition, RequestPoints
from programs.exhibitions.permissions import READ, WRITE, require
from programs.exhibitions.selectors import pages
from programs.exhibitions.selectors.desk import desk_page, lines, steps, with_all, with_people
from programs.exhibitions.services import requests

View = Callable[..., HttpResponse]


def for_staff(view: View) -> View:
    """A page of the desk, given the exhibition, drafts included; an auditor only looks."""

    @wraps(view)
    @never_cache
    def answer(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponse:
        user: Any = request.user
        require(user, READ)
        if request.method == "POST" and user.has_role(Role.AUDITOR):
            raise PermissionRefused(code="auditor_changes_nothing")
        found = pages.with_counts(Exhibition.objects.all()).filter(slug=slug).first()
        if found is None:
            raise Http404
        return view(request, found, *args, **kwargs)

    return answer


@require_safe
@never_cache
def all_requests(request: HttpRequest) -> HttpResponse:
    """Requests of firms at all exhibitions, the newest first."""
    require(request.user, READ)
    filters = RequestFilter(request.GET, queryset=BoothRequest.objects.all(), request=request)
    template = "exhibitions/desk/requests.html"
    return answer_list(request, template, filters, order=NEWEST_REQUESTS, prepare=with_all, shown_as=lines)


@require_safe
@never_cache
def all_runs(request: HttpRequest) -> HttpResponse:
    """Computed results of all exhibitions, the newest first."""
    require(request.user, READ)
    filters = RunFilter(request.GET, queryset=BoothRun.objects.all(), request=request)
    return answer_list(request, "exhibitions/desk/runs.html", filters, order=NEWEST_RUNS, prepare=with_people)


@require_safe
@for_staff
def desk(request: HttpRequest, exhibition: Exhibition) -> HttpResponse:
    """Everything at one glance."""
    context = {
        "page": desk_page(exhibition, clock.now()),
        "card": pages.card(exhibition, clock.now()),
        "steps": steps(exhibition, request.user, clock.now()),
        "may_write": request.user.has_perm(WRITE),
    }
    return render(request, "exhibitions/desk/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def points(request: HttpRequest, exhibition: Exhibition) -> HttpResponse:
    """Points of every request."""
    if exhibition.mode != Mode.SCORED or exhibition.phase_at(clock.now()) != Status.CLOSED:
        return redirect("exhibitions:desk", exhibition.slug)
    waiting = exhibition.requests.filter(status=RequestStatus.SUBMITTED)
    rows = list(waiting.select_related("member", "applicant__person", "applicant__legal_entity"))
    criteria = list(exhibition.criteria.all())
    known = {
        (one.request_id, one.criterion_id): one.points
        for one in RequestPoints.objects.filter(request__exhibition=exhibition)
    }
    data = request.POST if request.method == "POST" else None
    form = PointsForm(data, requests=rows, criteria=criteria, known=known)
    status = 200
    if data is not None and form.is_valid():
        common: dict[str, Any] = {"exhibition_id": exhibition.pk, "by": request.user, "now": clock.now()}
        status = carry_out(form, lambda: requests.enter_points(points=form.points(), **common))
        if status == 200:
            messages.success(request, _("The points are saved."))
            return redirect("exhibitions:desk", exhibition.slug)
    table = [(row, [form[f"points_{row.pk}_{one.pk}"] for one in criteria]) for row in rows]
    context = {"exhibition": exhibition, "rows": table, "criteria": criteria, "may_write": request.user.has_perm(WRITE)}
    return answer_form(request, "exhibitions/desk/points.html", form, context, status=status)


@require_safe
@for_staff
def requests_csv(request: HttpRequest, exhibition: Exhibition) -> HttpResponse:
    """Requests with their lists of booths, for a spreadsheet."""
    header = [_("Firm"), _("Code"), _("State"), _("Booths in order of liking"), _("Booth"), _("Handed in")]
    rows = [
        [line.request.firm, line.request.code, line.request.get_status_display(), " ".join(line.wanted), line.booth,
         line.request.submitted_at]
        for line in desk_page(exhibition, clock.now()).lines
    ]  # fmt: skip
    return csv_response(f"{exhibition.slug}-requests.csv", header, rows)
