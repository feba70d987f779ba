"""Units from a spreadsheet: hand in, see every error or what will change, bring all in or none."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.units.choices import ImportStatus
from clinic.units.forms.work_list import NothingForm, SheetForm
from clinic.units.models import UnitImport
from clinic.units.permissions import RECORD
from clinic.units.services import intake
from clinic.units.sheets import HEADINGS, LAYOUT
from clinic.units.views.common import for_those_who
from clinic.units.wording import summary_texts
from core import clock
from core.errors import DomainError
from core.sheets import MOST_BYTES, XLSX, SheetRefused
from core.web.forms import answer_form, carry_out

SHOWN_ROWS = 200
RECENT = 10


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who(RECORD)
def hand_in(request: HttpRequest) -> HttpResponse:
    """Take a sheet and check it; the register stays as it is."""
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    status, made = 200, []
    if request.method == "POST" and form.is_valid():
        upload, user = form.cleaned_data["upload"], request.user
        # One byte over the limit is enough for the check to refuse it.
        content = upload.read(MOST_BYTES + 1)
        status = carry_out(
            form,
            lambda: made.append(intake.preview(content=content, file_name=upload.name, by=user, now=clock.now())),
            {"": "upload"},
        )
        if made:
            return redirect("units:import_check", made[0].pk)
    context = {
        "recent": UnitImport.objects.select_related("uploaded_by")[:RECENT],
        "cancel_url": reverse("units:list"),
    }
    return answer_form(request, "clinic/units/import.html", form, context, status=status)


@require_safe
@for_those_who(RECORD)
def empty_sheet(request: HttpRequest) -> HttpResponse:
    """The sheet with its headings, to be filled in."""
    response = HttpResponse(LAYOUT.empty(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="units.xlsx"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who(RECORD)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The verdict on a sheet, and the button that brings it in."""
    row = get_object_or_404(UnitImport.objects.select_related("uploaded_by"), pk=pk)
    user: Any = request.user
    errors = [tuple(error) for error in row.errors]
    form = NothingForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            intake.apply(import_id=row.pk, by=user, now=clock.now())
        except SheetRefused as refusal:
            errors = [(error.row, error.column, error.message) for error in refusal.rows]
            status = refusal.status
        except DomainError as refusal:
            form.add_error(None, refusal.message)
            status = refusal.status
        else:
            messages.success(request, _("The list was brought in."))
            return redirect("units:list")
    # The rows are figures of units: who handed them in reads them once more before he brings them in, and nobody afterwards.
    shows_rows = row.uploaded_by_id == user.pk and row.status != ImportStatus.APPLIED
    read = row.rows if shows_rows else []
    columns = [name for name in HEADINGS if any(cells.get(name) for _number, cells in read)]
    context = {
        "row": row,
        "form": form,
        "sheet_errors": errors,
        "may_apply": row.status == ImportStatus.CHECKED and not errors,
        "summary": summary_texts(row.summary),
        "headings": [HEADINGS[name] for name in columns],
        "lines": [(number, [cells.get(name, "") for name in columns]) for number, cells in read[:SHOWN_ROWS]],
        "more": max(0, len(read) - SHOWN_ROWS),
    }
    return render(request, "clinic/units/import_check.html", context, status=status)
