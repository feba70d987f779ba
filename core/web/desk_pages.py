"""Pages of the staff desk beside the tables: GET says what will happen, POST calls one service."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View

from core import clock
from core.errors import PermissionRefused
from core.fields.forms import PersianTextField
from core.web.forms import carry_out


class PlainForm(forms.Form):
    """Nothing to fill in: the button is the confirmation."""


class ReasonForm(forms.Form):
    """Why; the reason is kept in the record."""

    reason = PersianTextField(label=_("Why?"), max_length=1000, widget=forms.Textarea({"rows": 3}))


class DeskPage(View):
    """A page about one row of `model_admin`, found within what the person may see (404 otherwise).

    `permission` is asked about the row before anything is shown. A subclass says what happens in `perform` and, when the
    form is not one of the two above, makes it in `make_form`.
    """

    model_admin: Any = None
    template_name: ClassVar[str] = "admin/desk/act.html"
    permission: ClassVar[str] = ""
    form_class: ClassVar[type[forms.BaseForm]] = PlainForm
    title: ClassVar[Any] = ""
    lead: ClassVar[Any] = ""
    confirm_label: ClassVar[Any] = _("Confirm")
    done: ClassVar[Any] = _("Done.")
    danger: ClassVar[bool] = False

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
        if not request.user.has_perm(self.permission, self.row):
            raise PermissionRefused(code=self.permission)
        return super().dispatch(request, *args, **kwargs)

    def perform(self, form: Any, by: Any) -> Any:
        """Call the one service of this page."""
        raise NotImplementedError

    def make_form(self, data: Any) -> Any:
        """The form, bound when `data` is given."""
        return self.form_class(data)

    def context(self) -> dict[str, Any]:
        """What the template shows besides."""
        return {}

    def back_url(self) -> str:
        """Where "No, go back" leads, and where the page goes when it is done."""
        return change_url(self.row)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What will happen."""
        return self.show(self.make_form(None), 200)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, or say what is wrong beside everything that was typed."""
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.show(form, 422)
        status = carry_out(form, lambda: self.perform(form, request.user))
        if status != 200:
            return self.show(form, status)
        messages.success(request, self.done)
        return redirect(self.back_url())

    def show(self, form: Any, status: int) -> HttpResponse:
        """The page with its form."""
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.model._meta,
            "row": self.row,
            "title": str(self.title),
            "lead": str(self.lead),
            "confirm_label": str(self.confirm_label),
            "danger": self.danger,
            "back_url": self.back_url(),
            "form": form,
            **self.context(),
        }
        return TemplateResponse(self.request, self.template_name, context, status=status)


def change_url(row: Any) -> str:
    """Address of a row at the desk."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def desk_path(model_admin: Any, page: type[DeskPage], name: str, **options: Any) -> URLPattern:
    """The route `<pk>/<name>/` of a page, named `<app>_<model>_<name>`; `options` set attributes of the page."""
    meta = model_admin.model._meta
    view = page.as_view(model_admin=model_admin, **options)
    route: URLPattern = path(
        f"<int:pk>/{name}/", model_admin.admin_site.admin_view(view), name=f"{meta.app_label}_{meta.model_name}_{name}"
    )
    return route
