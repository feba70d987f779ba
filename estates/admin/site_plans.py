"""Site plans at the staff desk: hand in, see what the check found and what would change, bring in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.errors import DomainError
from core.fields.language import local_digits
from estates.admin.base import ServiceAdmin, ServiceForm
from estates.choices import PlanImportStatus
from estates.errors import PlanRefused
from estates.models import SitePlanImport
from estates.plans.issues import Issue
from estates.plans.reading import LARGEST_FILE
from estates.services import site_plans


class UploadForm(ServiceForm):
    """A GeoJSON file for an estate."""

    upload = forms.FileField(
        label=gettext_lazy("site plan (GeoJSON)"),
        help_text=gettext_lazy("A FeatureCollection of polygons, longitude first. Nothing changes before you confirm."),
    )

    class Meta:
        model = SitePlanImport
        fields = ["estate"]

    def _post_clean(self) -> None:
        """The service makes the row; the bare instance of the form is never saved."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> SitePlanImport:
        upload = values["upload"]
        row, _issues = site_plans.preview(
            estate_id=values["estate"].pk,
            # One byte over the limit is enough for the check to refuse it.
            content=upload.read(LARGEST_FILE + 1),
            file_name=upload.name,
            by=by,
            now=now,
        )
        return row


@admin.register(SitePlanImport)
class SitePlanImportAdmin(ServiceAdmin):
    """Plans that were handed in, with their verdicts."""

    form = UploadForm
    list_display = ("file_name", "estate", "status", "uploaded_by", "uploaded_at", "applied_at")
    list_filter = ("status", "estate")
    list_select_related = ("estate", "uploaded_by")
    readonly_fields = ("file_name", "sha256", "status", "uploaded_by", "uploaded_at", "applied_at")
    change_form_template = "admin/estates/siteplanimport/change_form.html"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Handed in once; a mended file is handed in again."""
        return False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["estate", *self.readonly_fields] if obj else ["estate", "upload"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return super().get_readonly_fields(request, obj) if obj else []

    def get_urls(self) -> list[Any]:
        page = path(
            "<int:import_id>/apply/", self.admin_site.admin_view(self.bring_in), name="estates_siteplanimport_apply"
        )
        return [page, *super().get_urls()]

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """Straight to the verdict."""
        return redirect(reverse("admin:estates_siteplanimport_change", args=[obj.pk]))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The verdict: every error with its feature, or what would change."""
        row = self.get_object(request, object_id)
        context = dict(extra_context or {})
        if row is not None:
            may = row.status == PlanImportStatus.CHECKED and request.user.has_perm(self.permission, row)
            context |= {"plan_issues": [str(Issue(**issue)) for issue in row.issues], "may_apply": may}
            context["summary"] = _summary(row)
        return super().change_view(request, object_id, form_url, context)

    def bring_in(self, request: HttpRequest, import_id: int) -> HttpResponse:
        """Shows what will change, and brings it in when the button is pressed."""
        row = get_object_or_404(SitePlanImport.objects.select_related("estate"), pk=import_id)
        if not request.user.has_perm(self.permission, row):
            raise PermissionDenied
        back = reverse("admin:estates_siteplanimport_change", args=[import_id])
        if request.method == "POST":
            try:
                site_plans.apply(import_id=import_id, by=request.user, now=clock.now())
            except PlanRefused as refusal:
                messages.error(request, refusal.message)
                for issue in refusal.issues[:20]:
                    messages.error(request, str(issue))
            except DomainError as refusal:
                messages.error(request, refusal.message)
            else:
                messages.success(request, _("The site plan was brought in."))
            return redirect(back)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Bring in the site plan"),
            "row": row,
            "summary": _summary(row),
            "back": back,
        }
        return render(request, "admin/estates/siteplanimport/apply.html", context)


def _summary(row: SitePlanImport) -> list[tuple[str, str, list[str]]]:
    """Label, count and codes of each kind of change."""
    given = row.summary
    if not given:
        return []
    lines = [
        (_("plots added"), given["added"]),
        (_("plots changed"), given["changed"]),
        (_("plots not in the file, left as they are"), given["absent"]),
    ]
    result = [(label, local_digits(len(codes)), codes) for label, codes in lines]
    result.insert(2, (_("plots as they are"), local_digits(given["unchanged"]), []))
    for name, label in (
        ("boundary", _("the boundary changes")),
        ("drawings", _("streets, greens and buildings change")),
    ):
        if given[name]:
            result.append((label, "", []))
    return result
