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


class RowPage(View):
    """A page about one row of `model_admin`, found within what the person may see (404 otherwise).

    `permission` is asked about `permission_row()` before anything is shown; a page that names none is shown to nobody.
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

    def permission_row(self) -> Any:
        """What `permission` is asked about."""
        return self.row

    def may_open(self) -> bool:
        """Whether this person may see the page at all."""
        return bool(self.request.user.has_perm(self.permission, self.permission_row()))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Asks who may before anything else."""
        if not self.may_open():
            raise PermissionRefused(code=self.permission)
        return super().dispatch(request, *args, **kwargs)

    def page_title(self) -> str:
        """The heading."""
        return str(self.title)

    def back_url(self) -> str:
        """Where "No, go back" leads."""
        return change_url(self.row)

    def context(self) -> dict[str, Any]:
        """What the template shows besides."""
        return {}

    def words(self) -> dict[str, Any]:
        """What every page of this kind shows; `context` may say something else."""
        return {}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page."""
        return self.show()

    def show(self, status: int = 200, **extra: Any) -> HttpResponse:
        """The page with its context."""
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.model._meta,
            "row": self.row,
            "now": self.now,
            "title": self.page_title(),
            "back_url": self.back_url(),
            **self.words(),
            **self.context(),
            **extra,
        }
        return TemplateResponse(self.request, self.template_name, context, status=status)


class FormPage(RowPage):
    """GET says what will happen, POST does it; how refusals come back is said by the classes made of this one."""

    form_class: ClassVar[type[forms.BaseForm]] = PlainForm
    lead: ClassVar[Any] = ""
    confirm_label: ClassVar[Any] = _("Confirm")
    danger: ClassVar[bool] = False

    def make_form(self, data: Any) -> Any:
        """The form, bound when `data` is given."""
        return self.form_class(data)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What will happen."""
        return self.show(form=self.make_form(None))

    def success_url(self) -> str:
        """Where to go when it is done."""
        return self.back_url()

    def words(self) -> dict[str, Any]:
        """What stands on the button, and before it."""
        return {"lead": str(self.lead), "confirm_label": str(self.confirm_label), "danger": self.danger}


class DeskPage(FormPage):
    """One service call in `perform`; every refusal of the domain comes back on the form, with its status.

    When the form is not one of the two above, `make_form` makes it.
    """

    template_name = "admin/desk/act.html"
    done: ClassVar[Any] = _("Done.")

    def perform(self, form: Any, by: Any) -> Any:
        """Call the one service of this page."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, or say what is wrong beside everything that was typed."""
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.show(422, form=form)
        status = carry_out(form, lambda: self.perform(form, request.user))
        if status != 200:
            return self.show(status, form=form)
        messages.success(request, self.done)
        return redirect(self.success_url())


def change_url(row: Any) -> str:
    """Address of a row's own page at the desk."""
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])


def list_url(model: Any, query: str = "") -> str:
    """Address of a table at the desk."""
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist") + (f"?{query}" if query else "")


def desk_path(model_admin: Any, page: type[DeskPage], name: str, **options: Any) -> URLPattern:
    """The route `<pk>/<name>/` of a page, named `<app>_<model>_<name>`; `options` set attributes of the page."""
    meta = model_admin.model._meta
    view = page.as_view(model_admin=model_admin, **options)
    route: URLPattern = path(
        f"<int:pk>/{name}/", model_admin.admin_site.admin_view(view), name=f"{meta.app_label}_{meta.model_name}_{name}"
    )
    return route
