"""Pages of the staff desk that are not a table: each shows what will happen, and a POST calls one service."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View

from accounts.choices import Role
from core import clock
from core.errors import InvalidInput, PermissionRefused


def show_errors(form: forms.BaseForm, error: InvalidInput) -> None:
    """Put what a service refused beside the fields it belongs to; what belongs to none stands on top."""
    for field, texts in error.errors.items():
        for text in texts:
            form.add_error(field if field in form.fields else None, str(text))
    if not error.errors:
        form.add_error(error.field if error.field in form.fields else None, error.message)


class StaffPage(View):
    """A page about one row of `model_admin`, found within what the person may see (404 otherwise).

    `permission` is asked about the row before anything is shown.
    """

    model_admin: Any = None
    template_name: ClassVar[str] = ""
    permission: ClassVar[str] = ""
    title: ClassVar[Any] = ""

    @cached_property
    def now(self) -> datetime:
        """One moment for the whole request."""
        return clock.now()

    @cached_property
    def row(self) -> Any:
        """The row of the address."""
        if not self.model_admin.has_view_permission(self.request):
            raise PermissionRefused()
        found = self.model_admin.get_object(self.request, str(self.kwargs["pk"]))
        if found is None:
            raise Http404
        return found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Asks who may before anything else."""
        if self.permission and not request.user.has_perm(self.permission, self.permission_row()):
            raise PermissionRefused(code=self.permission)
        return super().dispatch(request, *args, **kwargs)

    def permission_row(self) -> Any:
        """What `permission` is asked about."""
        return self.row

    def context(self) -> dict[str, Any]:
        """What the template shows besides."""
        return {}

    def back_url(self) -> str:
        """Where "No, go back" leads."""
        return change_url(self.row)

    def page_title(self) -> str:
        """The heading."""
        return str(self.title)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page."""
        return self.show()

    def show(self, status: int = 200, **extra: Any) -> HttpResponse:
        """The page with its context."""
        site = self.model_admin.admin_site
        context = {
            **site.each_context(self.request),
            "opts": self.model_admin.model._meta,
            "row": self.row,
            "now": self.now,
            "title": self.page_title(),
            "back_url": self.back_url(),
            **self.context(),
            **extra,
        }
        return TemplateResponse(self.request, self.template_name, context, status=status)


class ConfirmForm(forms.Form):
    """Nothing to fill in: the button is the confirmation."""


class ActionPage(StaffPage):
    """GET says what will happen; POST does it by `perform` and goes on. Wrong values come back on the form (422);
    a refusal of the domain goes on to its page (403, 404, 409)."""

    form_class: ClassVar[type[forms.BaseForm]] = ConfirmForm
    template_name = "admin/allocations/action.html"
    confirm_label: ClassVar[Any] = _("Confirm")
    danger: ClassVar[bool] = False

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What will happen."""
        return self.show(form=self.make_form(None))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, or say what is wrong. The service asks who may; an auditor is not even told what is wrong with a form."""
        if request.user.has_role(Role.AUDITOR):  # type: ignore[union-attr]
            raise PermissionRefused(code="auditor_changes_nothing")
        form = self.make_form(request.POST)
        if form.is_valid():
            try:
                text = self.perform(form)
            except InvalidInput as error:
                self.refused(form, error)
            else:
                if text:
                    messages.success(request, text)
                return redirect(self.success_url())
        return self.show(status=422, form=form)

    def make_form(self, data: Any) -> Any:
        """The form, bound when `data` is given."""
        return self.form_class(data)

    def perform(self, form: Any) -> str:
        """Call the service; returns the sentence to show afterwards."""
        raise NotImplementedError

    def refused(self, form: Any, error: InvalidInput) -> None:
        """Show on the form what the service did not accept."""
        show_errors(form, error)

    def success_url(self) -> str:
        """Where to go afterwards."""
        return self.back_url()

    def show(self, status: int = 200, **extra: Any) -> HttpResponse:
        """With what every action page shows."""
        values = {"confirm_label": self.confirm_label, "danger": self.danger, "can_act": True}
        return super().show(status=status, **{**values, **self.context(), **extra})


def change_url(row: Any) -> str:
    """Address of a row's own page at the desk."""
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])


def list_url(model: Any, query: str = "") -> str:
    """Address of a table at the desk."""
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist") + (f"?{query}" if query else "")
