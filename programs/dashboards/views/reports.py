"""Monthly reports: list, one report, its slides as a ZIP, two months side by side; the public list."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core import clock
from core.errors import DomainError, InvalidInput
from core.jobs.models import Job
from core.web.csv import csv_response
from programs.dashboards import permissions
from programs.dashboards.choices import LIGHT_TONES, LightColour
from programs.dashboards.selectors import report as selectors
from programs.dashboards.services import reports


@require_http_methods(["GET", "HEAD", "POST"])
def report_list(request: HttpRequest) -> HttpResponse:
    """All reports; a POST asks for the report of a month, or changes whether the reader is told of new ones."""
    user: Any = request.user
    permissions.require(user, permissions.READ)
    if request.method == "POST":
        return _asked(request, user)
    today = clock.today()
    context = {
        "reports": selectors.reports(),
        "months": selectors.months(today),
        "is_subscribed": selectors.is_subscribed(user),
        "may_make": user.has_perm(permissions.MAKE_REPORT),
        "job": _job(request),
    }
    return render(request, "dashboards/reports.html", context)


def _asked(request: HttpRequest, user: Any) -> HttpResponse:
    wish = request.POST.get("subscribe", "")
    if wish:
        if wish == "yes":
            reports.subscribe(user=user, now=clock.now())
        else:
            reports.unsubscribe(user=user)
        return redirect("dashboards:reports")
    permissions.require(user, permissions.MAKE_REPORT)
    job = reports.ask(month=_month(request.POST.get("month", "")), by=user, now=clock.now())
    return redirect(f"{reverse('dashboards:reports')}?job={job.pk}")


def _month(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(_("Choose a month."), field="month", code="month") from None


def _job(request: HttpRequest) -> Job | None:
    asked = request.GET.get("job", "")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 12):
        return None
    return Job.objects.filter(pk=int(asked), kind=reports.KIND).first()


@require_http_methods(["GET", "HEAD", "POST"])
def report_detail(request: HttpRequest, report_id: int) -> HttpResponse:
    """One report with its papers and slides; a POST shows its public part to everybody or takes it back."""
    user: Any = request.user
    permissions.require(user, permissions.READ)
    if request.method == "POST":
        return _shown(request, report_id)
    page = selectors.report_page(report_id)
    context = {
        "page": page,
        "report": page.report,
        "data": page.report.data,
        "lights": _lights(page.report.data),
        "others": [row for row in selectors.reports() if row.month != page.report.month],
        "may_publish": user.has_perm(permissions.PUBLISH_REPORT),
    }
    return render(request, "dashboards/report.html", context)


def _shown(request: HttpRequest, report_id: int) -> HttpResponse:
    act = reports.take_back if request.POST.get("act") == "take_back" else reports.publish
    try:
        act(report_id=report_id, by=request.user, now=clock.now())
    except DomainError as error:
        if error.code in ("published_already", "not_published"):
            messages.error(request, str(error.message))
        else:
            raise
    return redirect("dashboards:report", report_id)


def _lights(data: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    return [(row, LIGHT_TONES[LightColour(row["light"])]) for row in data["programmes"]]


@require_safe
def slides(request: HttpRequest, report_id: int) -> HttpResponse:
    """The slides as a ZIP."""
    permissions.require(request.user, permissions.READ)
    report = selectors.report_page(report_id).report
    response = HttpResponse(reports.bundle(report), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="slides-{reports.key_of(report.month)}.zip"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two reports side by side, as a page or as CSV."""
    permissions.require(request.user, permissions.READ)
    found = selectors.comparison(_number(request, "one"), _number(request, "other"))
    if request.GET.get("form") == "csv":
        header = [_("figure"), _("unit"), _("before"), _("after"), _("change")]
        rows = [[row.name, _("percent"), *row.done, row.change] for row in found.programmes]
        rows += [[row.label, row.unit, row.before, row.after, row.change] for row in found.figures]
        return csv_response("comparison.csv", header, rows)
    return render(request, "dashboards/report_compare.html", {"found": found})


def _number(request: HttpRequest, name: str) -> int:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else 0


@login_not_required
@require_safe
def public_list(request: HttpRequest) -> HttpResponse:
    """Reports everybody may open."""
    return render(request, "dashboards/reports_public.html", {"rows": selectors.published()})
