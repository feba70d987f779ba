"""Members from a spreadsheet: hand in, see every row with what is wrong, bring all in or none."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import clock
from core.errors import InvalidInput
from core.fields.language import local_digits
from core.sheets import XLSX, SheetRefused
from programs.clusters import permissions, sheets
from programs.clusters.models import Cluster
from programs.clusters.services import members_import

SALT: Final = "clusters.members_import"
GOOD_FOR: Final = 3600
"""Seconds a preview may be confirmed."""


class UploadForm(forms.Form):
    """The file."""

    upload = forms.FileField(
        label=gettext_lazy("Excel file"),
        help_text=gettext_lazy("An .xlsx file of at most 2 MB. Nothing changes before you confirm."),
    )


def empty(request: HttpRequest) -> HttpResponse:
    """The sheet with its headings, to be filled in."""
    if not request.user.has_perm(permissions.WRITE):
        raise PermissionDenied
    response = HttpResponse(sheets.empty_sheet(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="members.xlsx"'
    return response


def show(request: HttpRequest, pk: int, context: dict[str, Any]) -> HttpResponse:
    """The form; after it the rows as they would come in; after that, the members."""
    cluster = get_object_or_404(Cluster, pk=pk)
    if not request.user.has_perm(permissions.WRITE):
        raise PermissionDenied
    context |= {
        "title": _("Bring members in from Excel"),
        "opts": Cluster._meta,
        "cluster": cluster,
        "back_url": reverse("admin:clusters_cluster_change", args=[pk]),
        "back_label": cluster.name,
        "form": UploadForm(),
    }
    if request.method != "POST":
        return render(request, "admin/clusters/import.html", context)
    if "rows" in request.POST:
        return _bring_in(request, cluster, context)
    return _preview(request, cluster, context)


def _preview(request: HttpRequest, cluster: Cluster, context: dict[str, Any]) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            # One byte over the limit is enough for the check to refuse it.
            rows = sheets.read(form.cleaned_data["upload"].read(sheets.MOST_BYTES + 1))
        except InvalidInput as refusal:
            form.add_error("upload", refusal.message)
        else:
            _values, errors = members_import.check_rows(cluster_id=cluster.pk, rows=rows, now=clock.now())
            found = {
                "rows": rows,
                "headings": list(sheets.HEADINGS.values()),
                "lines": [(row.number, [row.cells.get(name, "") for name in sheets.HEADINGS]) for row in rows],
                "sheet_errors": errors,
                "signed": "" if errors else _sign(rows),
            }
            return render(request, "admin/clusters/import.html", context | found, status=422 if errors else 200)
    return render(request, "admin/clusters/import.html", context | {"form": form}, status=422)


def _bring_in(request: HttpRequest, cluster: Cluster, context: dict[str, Any]) -> HttpResponse:
    try:
        given = signing.loads(request.POST["rows"], salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        messages.error(request, _("The preview is too old. Hand the file in again."))
        return redirect(request.path)
    rows = [sheets.SheetRow(number, cells) for number, cells in given]
    try:
        made = members_import.import_members(cluster_id=cluster.pk, rows=rows, by=request.user, now=clock.now())
    except SheetRefused as refusal:
        return render(request, "admin/clusters/import.html", context | {"sheet_errors": refusal.rows}, status=422)
    text = ngettext("%(number)s member was taken in.", "%(number)s members were taken in.", len(made))
    messages.success(request, text % {"number": local_digits(len(made))})
    return redirect(context["back_url"])


def _sign(rows: list[sheets.SheetRow]) -> str:
    return signing.dumps([(row.number, row.cells) for row in rows], salt=SALT, compress=True)
