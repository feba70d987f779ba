"""Runs at the staff desk: what a run gives to whom, on the plan and as a list; approve, refuse, set aside, record."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allocations import verdict_wording
from allocations.admin.base import ReadOnlyAdmin
from allocations.admin.forms import PasswordForm, PublicReasonForm, SetAsideForm
from allocations.admin.links import audit_url
from allocations.admin.pages import ActionPage
from allocations.choices import RunStatus
from allocations.models import Run
from allocations.selectors import archive
from allocations.selectors.runs import RunSheet, run_plan, run_sheet
from allocations.services import approval, runs
from allocations.wording import number_text
from core.web.components.page import status_tag
from core.web.desk_pages import RowPage, change_url, list_url


class RunSheetPage(RowPage):
    """A run as the person reads it who decides about it."""

    template_name = "admin/allocations/run/sheet.html"
    permission = "allocations.view_run"

    def page_title(self) -> str:
        return _("Run %(number)s: %(call)s") % {"number": number_text(self.row.number), "call": self.row.call.title}

    def back_url(self) -> str:
        return list_url(Run)

    def context(self) -> dict[str, Any]:
        user: Any = self.request.user
        sheet = run_sheet(self.row.pk)
        decides = self.row.status == RunStatus.PROPOSED and user.has_perm("allocations.approve_run", self.row)
        return {
            "sheet": sheet,
            "run": sheet.run,
            "plan": run_plan(sheet),
            "lines": sheet.lines,
            "differences": differences_of(sheet),
            "verdict": verdict_wording.lines(sheet.archive.verdict),
            "decides": decides,
            "is_own": self.row.proposed_by_id == user.pk,
            "can_set_aside": self.row.status == RunStatus.APPROVED
            and user.has_perm("allocations.rerun_call", self.row.call)
            and self.row.call.status in ("ALLOCATED", "PROVISIONAL"),
            "call_url": change_url(self.row.call),
            "audit_url": audit_url(user, self.row),
        }


def differences_of(sheet: RunSheet) -> list[dict[str, Any]]:
    """What changed since the run before, by tracking code."""
    tracks = {line.application: line.tracking_code for line in sheet.lines}
    changed = sheet.difference.get("applications", {})
    rows = [
        {"track": tracks.get(one, one), "before": change["before"], "after": change["after"]}
        for one, change in changed.items()
    ]
    for name, word in (("added", _("newly on the list")), ("removed", _("no longer on the list"))):
        rows += [{"track": tracks.get(one, one), "note": word} for one in sheet.difference.get(name, ())]
    return rows


class OfRun(ActionPage):
    """A decision about a run."""

    @cached_property
    def sheet(self) -> RunSheet:
        """The numbers of the run."""
        return run_sheet(self.row.pk)

    def context(self) -> dict[str, Any]:
        own = self.row.proposed_by_id == self.request.user.pk
        proposed = self.row.status == RunStatus.PROPOSED
        return {"sheet": self.sheet, "run": self.sheet.run, "is_own": own, "can_act": proposed and not own}


class ApprovePage(OfRun):
    """The second person approves, with the password typed again."""

    template_name = "admin/allocations/run/approve.html"
    permission = "allocations.approve_run"
    title = gettext_lazy("Approve the run")
    confirm_label = gettext_lazy("Approve")

    def make_form(self, data: Any) -> PasswordForm:
        return PasswordForm(data, request=self.request)

    def perform(self, form: Any) -> str:
        approval.approve(run_id=self.row.pk, by=self.request.user, now=self.now, authenticated_at=self.now)
        return _("The run is approved. Nothing is public before the provisional result is published.")

    def success_url(self) -> str:
        return change_url(self.row.call)


class RefusePage(OfRun):
    """The second person refuses, with a reason."""

    template_name = "admin/allocations/run/refuse.html"
    permission = "allocations.refuse_run"
    title = gettext_lazy("Refuse the run")
    form_class = PublicReasonForm
    confirm_label = gettext_lazy("Refuse the run")
    danger = True

    def perform(self, form: Any) -> str:
        runs.refuse(run_id=self.row.pk, reason=form.cleaned_data["reason"], by=self.request.user, now=self.now)
        return _("The run is refused. Another one can be requested.")


class SetAsidePage(OfRun):
    """An approved result is set aside."""

    template_name = "admin/allocations/run/set_aside.html"
    permission = "allocations.supersede_run"
    title = gettext_lazy("Set the result aside")
    confirm_label = gettext_lazy("Set the result aside")
    danger = True

    def make_form(self, data: Any) -> SetAsideForm:
        return SetAsideForm(data, request=self.request)

    def context(self) -> dict[str, Any]:
        return {**super().context(), "can_act": self.row.status == RunStatus.APPROVED}

    def perform(self, form: Any) -> str:
        approval.set_aside(
            run_id=self.row.pk,
            reason=form.cleaned_data["reason"],
            by=self.request.user,
            now=self.now,
            authenticated_at=self.now,
        )
        return _("The result is set aside. Another run can be requested.")

    def success_url(self) -> str:
        return change_url(self.row.call)


class RecordPage(RowPage):
    """The record of a run, byte for byte."""

    permission = "allocations.view_run"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The ZIP."""
        response = HttpResponse(archive.bytes_of(self.row), content_type="application/zip")
        name = f"{self.row.call.slug}-run-{self.row.number}.zip"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


@admin.register(Run)
class RunAdmin(ReadOnlyAdmin):
    """The table of runs."""

    list_display = ("name", "state", "proposed_by", "proposed_at", "approved_by", "approved_at")
    list_filter = ("status", ("call", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("call__estate", "proposed_by", "approved_by")
    ordering = ("-id",)
    pages = [
        ("<int:pk>/approve/", ApprovePage, "run_approve"),
        ("<int:pk>/refuse/", RefusePage, "run_refuse"),
        ("<int:pk>/set-aside/", SetAsidePage, "run_set_aside"),
        ("<int:pk>/record/", RecordPage, "run_record"),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the call and its estate."""
        # Django leaves `list_select_related` aside where the queryset has relations of its own.
        return super().get_queryset(request).select_related(*self.list_select_related)

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """The page of one run; nothing can be posted to it."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return RunSheetPage.as_view(model_admin=self)(request, pk=object_id)

    @admin.display(description=gettext_lazy("run"), ordering="number")
    def name(self, run: Run) -> str:
        """Call and number."""
        return _("%(call)s, run %(number)s") % {"call": run.call.title, "number": number_text(run.number)}

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state(self, run: Run) -> str:
        """As a tag."""
        return status_tag(run.status, run.get_status_display())
