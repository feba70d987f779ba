"""The staff desk of clusters: tables that call services, and steps of a life cycle as pages of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.errors import Text
from core.fields.dates import JalaliDateTextField
from core.fields.forms import PersianTextField
from core.web import desk
from core.web.desk import FoundByKey, ServiceForm
from core.web.forms import answer_form, carry_out
from programs.clusters import permissions
from programs.clusters.errors import SelfApproved

Run = Callable[[Any, dict[str, Any], Any, Any], Any]
"""row, values, by, now → the service call."""


class NothingToSay(forms.Form):
    """A step that needs no word."""


class OnDay(forms.Form):
    """A step that happened on a day."""

    on = JalaliDateTextField(label=gettext_lazy("day"), initial=clock.today)


class WithReason(forms.Form):
    """A step that has to be explained."""

    reason = PersianTextField(label=gettext_lazy("reason"), max_length=300)


class OnDayWithText(OnDay):
    """A step that happened on a day, and what there is to say about it."""

    text = PersianTextField(label=gettext_lazy("what it brought"), max_length=2000)


@dataclass(frozen=True, slots=True)
class Act:
    """One step with a page of its own. `possible` says for a row whether its state allows it; the service asks again."""

    name: str
    label: Text
    text: Text
    run: Run
    possible: Callable[[Any], bool]
    form: type[forms.Form] = NothingToSay
    permission: str = permissions.WRITE
    is_danger: bool = False


class ServiceAdmin(desk.ServiceAdmin):
    """Read by those who answer for the company, written by programme officers."""

    read_permission = permissions.READ
    permission = permissions.WRITE
    acts: ClassVar[tuple[Act, ...]] = ()
    change_form_template = "admin/clusters/change_form.html"

    def get_urls(self) -> list[Any]:
        base = f"{self.opts.app_label}_{self.opts.model_name}"
        pages = [
            path(f"<int:pk>/{act.name}/", self.admin_site.admin_view(partial(self.act, act)), name=f"{base}_{act.name}")
            for act in self.acts
        ]
        return [*pages, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The row, with the steps this person may take now."""
        row = self.get_object(request, object_id)
        acts = [
            {"label": act.label, "url": self.address_of(act.name, row)}
            for act in self.acts
            if row is not None and request.user.has_perm(act.permission) and act.possible(row)
        ]
        context = {**(extra_context or {}), "acts": [*acts, *self.more_acts(request, row)]}
        return super().change_view(request, object_id, form_url, context)

    def more_acts(self, request: HttpRequest, row: Any) -> list[dict[str, Any]]:
        """Links beside the steps: `label` and `url` of each."""
        return []

    def address_of(self, name: str, row: Any) -> str:
        """The page of a step of this row."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=[row.pk])

    def act(self, act: Act, request: HttpRequest, pk: int) -> HttpResponse:
        """Says what will happen, asks what has to be asked, and does it when the button is pressed."""
        row = self.get_queryset(request).filter(pk=pk).first()
        if row is None:
            raise Http404
        if not request.user.has_perm(act.permission):
            raise PermissionDenied
        back = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[pk])
        form = act.form(request.POST if request.method == "POST" else None)
        status = 200
        if request.method == "POST" and form.is_valid():
            status = carry_out(form, partial(act.run, row, form.cleaned_data, request.user, clock.now()))
            if status == 200:
                messages.success(request, _("It is done."))
                return redirect(back if self.model.objects.filter(pk=pk).exists() else self._list())
        obstacle = "" if form.is_bound else self._obstacle(act, row, request.user)
        context = {
            **self.admin_site.each_context(request),
            "title": act.label,
            "lead": act.text,
            "opts": self.opts,
            "row": row,
            "back_url": back,
            "back_label": str(row),
            "confirm_label": act.label,
            "danger": act.is_danger,
            "can_act": not obstacle,
            "obstacles": [obstacle] if obstacle else [],
        }
        return answer_form(request, "admin/clusters/act.html", form, context, status=status)

    def _obstacle(self, act: Act, row: Any, user: Any) -> Text:
        """What stands in the way before anything was asked; the service asks again."""
        if not act.possible(row):
            return _("This is not possible in the present state.")
        own = act.permission == permissions.APPROVE and row.made_by_id == user.pk
        return SelfApproved.default_message if own else ""

    def _list(self) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")


class WrittenOnce(ServiceAdmin):
    """Entered once; what changes later changes by a step."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never by the form."""
        return False


class OnlyShown(WrittenOnce):
    """Written by other pages."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never here."""
        return False


def in_state(*states: str) -> Callable[[Any], bool]:
    """Whether a row's status is one of these."""
    return lambda row: row.status in states


__all__ = [
    "Act",
    "FoundByKey",
    "NothingToSay",
    "OnDay",
    "OnDayWithText",
    "OnlyShown",
    "ServiceAdmin",
    "ServiceForm",
    "WithReason",
    "WrittenOnce",
    "in_state",
]
