"""Visits with photos, and data sheets."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.cases import permissions
from clinic.cases.choices import CaseStatus, SheetKind
from clinic.cases.forms.diagnosis import PhotosForm, VisitForm
from clinic.cases.forms.sheets import SheetForm
from clinic.cases.pages import CasePage, case_page
from clinic.cases.selectors.diagnosis import sheets_of, values_of, visits_of
from clinic.cases.services import sheets
from clinic.cases.services import visits as services
from clinic.cases.sheets import SHEETS
from core import clock
from core.errors import NotFound
from core.web.forms import answer_form, carry_out


def _may_visit(page: CasePage) -> bool:
    early = page.case.status in (CaseStatus.REQUESTED, CaseStatus.ADMITTED)
    return page.may(permissions.DIAGNOSE) and page.case.is_live and not early


@require_safe
@case_page("visits", permissions.READ_SECRETS)
def visits(request: HttpRequest, page: CasePage) -> HttpResponse:
    """The log of visits."""
    context = {"page": page, "visits": visits_of(page.case), "may_write": _may_visit(page)}
    return render(request, "clinic/cases/visits.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("visits", permissions.DIAGNOSE)
def new_visit(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Write down a visit."""
    posted = request.method == "POST"
    form = VisitForm(request.POST if posted else None, request.FILES if posted else None)
    status = 200
    user: Any = request.user
    if posted and form.is_valid():
        status = carry_out(
            form, lambda: services.log(case_id=page.case.pk, by=user, now=clock.now(), **form.cleaned_data),
            {"file": "photos"},
        )  # fmt: skip
        if status == 200 and not form.errors:
            messages.success(request, _("The visit is written down."))
            return redirect("cases:visits", page.case.number)
    context = {"page": page, "cancel_url": reverse("cases:visits", args=[page.case.number])}
    return answer_form(request, "clinic/cases/visit_form.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("visits", permissions.DIAGNOSE)
def more_photos(request: HttpRequest, page: CasePage, visit: int) -> HttpResponse:
    """Put more photos to a visit."""
    row = page.case.visits.filter(pk=visit).first()
    if row is None:
        raise NotFound()
    posted = request.method == "POST"
    form = PhotosForm(request.POST if posted else None, request.FILES if posted else None)
    status = 200
    user: Any = request.user
    if posted and form.is_valid():
        status = carry_out(
            form, lambda: services.add_photos(visit_id=row.pk, by=user, now=clock.now(), **form.cleaned_data),
            {"file": "photos"},
        )  # fmt: skip
        if status == 200 and not form.errors:
            messages.success(request, _("The photos are kept."))
            return redirect("cases:visits", page.case.number)
    context = {"page": page, "visit": row, "cancel_url": reverse("cases:visits", args=[page.case.number])}
    return answer_form(request, "clinic/cases/visit_form.html", form, context, status=status)


@require_safe
@case_page("data", permissions.READ_SHEETS)
def data(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Every sheet: filled in or not, when and by whom."""
    may_write = page.may(permissions.WRITE_SHEETS) and page.case.is_live
    return render(
        request, "clinic/cases/data.html", {"page": page, "cards": sheets_of(page.case), "may_write": may_write}
    )


@require_safe
@case_page("data", permissions.READ_SHEETS)
def sheet(request: HttpRequest, page: CasePage, kind: str) -> HttpResponse:
    """One sheet in its newest version, with its earlier ones below."""
    name = _kind(kind)
    wanted = request.GET.get("version", "")
    rows = list(page.case.sheets.filter(kind=name).select_related("entered_by").order_by("-version"))
    shown = next((row for row in rows if str(row.version) == wanted), rows[0] if rows else None)
    if shown is None or (wanted and str(shown.version) != wanted):
        raise NotFound()
    single, table = values_of(shown)
    context = {
        "page": page, "schema": SHEETS[name], "sheet": shown, "versions": rows, "single": single, "table": table,
        "may_write": page.may(permissions.WRITE_SHEETS) and page.case.is_live,
    }  # fmt: skip
    return render(request, "clinic/cases/sheet.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("data", permissions.WRITE_SHEETS)
def edit_sheet(request: HttpRequest, page: CasePage, kind: str) -> HttpResponse:
    """Fill a sheet in, or correct it: a new version."""
    name = _kind(kind)
    latest = page.case.sheets.filter(kind=name).order_by("-version").first()
    form = SheetForm(request.POST if request.method == "POST" else None, schema=SHEETS[name], latest=latest)
    status = 200
    user: Any = request.user
    if request.method == "POST" and form.is_valid():
        status = carry_out(
            form,
            lambda: sheets.save(
                case_id=page.case.pk, kind=name, items=form.items(), rows=form.rows(), by=user, now=clock.now(),
                seen=form.cleaned_data["seen"],
            ),
        )  # fmt: skip
        if status == 200 and not form.errors:
            messages.success(request, _("The sheet is saved."))
            return redirect("cases:data", page.case.number)
    context = {"page": page, "schema": SHEETS[name], "cancel_url": reverse("cases:data", args=[page.case.number])}
    return answer_form(request, "clinic/cases/sheet_form.html", form, context, status=status)


def _kind(slug: str) -> SheetKind:
    if slug.upper() not in SheetKind.values or slug != slug.lower():
        raise NotFound()
    return SheetKind(slug.upper())
