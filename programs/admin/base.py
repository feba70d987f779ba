"""The staff desk of programmes: who looks, who changes, and rows that belong to a programme."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from accounts import selectors as people
from accounts.choices import Role
from accounts.models import User
from core.fields.forms import YearField
from core.web import desk
from core.web.desk import ServiceForm
from core.web.desk_pages import DeskPage, ReasonForm, change_url, desk_path
from programs import permissions, policies
from programs.models import Activity, Programme

OWNERS = (Role.PROGRAMME_OFFICER, Role.MANAGER, Role.TECHNICAL)
"""Whose names are offered where somebody answers for something."""


def possible_owners() -> QuerySet[User]:
    """Staff who may answer for a programme or a part of it."""
    found = User.objects.none()
    for role in OWNERS:
        found = found | people.users_with_role(role)
    return found.distinct()


class ProgrammeDesk(desk.ServiceAdmin):
    """Shown to those who read programmes, changed by programme officers; nothing is deleted here."""

    read_permission = permissions.READ
    permission = permissions.CHANGE

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Owners are staff, not everybody who has an account."""
        if db_field.name == "owner":
            options["queryset"] = possible_owners()
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Years are typed and shown as years, not as amounts; other rows are chosen here, not changed from here."""
        if db_field.name == "year":
            return YearField(label=db_field.verbose_name.capitalize(), help_text=db_field.help_text)
        field = super().formfield_for_dbfield(db_field, request, **options)
        for link in ("add", "change", "view", "delete"):
            if field is not None and hasattr(field.widget, f"can_{link}_related"):
                setattr(field.widget, f"can_{link}_related", False)
        return field


class OfProgramme(ProgrammeDesk):
    """Rows of one programme: entered from its page (`?programme=`), and closed when it is over."""

    list_filter: ClassVar[Any] = ("programme",)
    list_select_related: ClassVar[Any] = ("programme",)
    removal: ClassVar[Any] = None
    """A `RemovalPage` where rows can be taken back."""
    change_form_template = "admin/programs/part_form.html"
    only_when_new: ClassVar[frozenset[str]] = frozenset()
    only_later: ClassVar[frozenset[str]] = frozenset()
    """Fields of the form that are there only when a row is made, and only when it is changed."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only while the programme lives."""
        is_open = obj is None or obj.programme.status not in policies.OVER
        return is_open and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A row stays in its programme."""
        names = ["programme"] if obj else []
        return [self._jalali_names.get(name, name) for name in names]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The fields of the form that have a place on this page."""
        left_out = self.only_later if obj is None else self.only_when_new
        if obj is not None and not self.has_change_permission(request, obj):
            left_out = self.only_later | self.only_when_new
        return [name for name in super().get_fields(request, obj) if name not in left_out]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Programmes that still live; activities of the programme that was chosen."""
        if db_field.name == "programme":
            options["queryset"] = Programme.objects.exclude(status__in=policies.OVER)
        if db_field.name == "activity":
            options["queryset"] = self._activities(request)
        return super().formfield_for_foreignkey(db_field, request, **options)

    def _activities(self, request: HttpRequest) -> Any:
        rows = Activity.objects.select_related("programme")
        match = request.resolver_match
        pk = match.kwargs.get("object_id") if match else None
        row = self.model._default_manager.filter(pk=pk).first() if pk and str(pk).isdecimal() else None
        chosen = str(row.programme_id) if row else request.GET.get("programme", "")
        return rows.filter(programme_id=chosen) if chosen.isdecimal() else rows

    def get_urls(self) -> list[URLPattern]:
        """With the page that takes a row back, where there is one."""
        removal = [desk_path(self, self.removal, "remove")] if self.removal else []
        return [*removal, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """With the way back to the programme, and to the removal."""
        row = self.get_object(request, object_id)
        may = row is not None and self.removal is not None and self.has_change_permission(request, row)
        context = {
            **(extra_context or {}),
            "programme": getattr(row, "programme", None),
            "remove_url": change_url(row).replace("/change/", "/remove/") if may else "",
        }
        return super().change_view(request, object_id, form_url, context)


class RemovalPage(DeskPage):
    """Takes a row back with a reason; the old row stays in the audit record."""

    permission = permissions.CHANGE
    form_class = ReasonForm
    danger = True
    title = _("Remove")
    lead = _("It disappears from the programme. What it said stays in the record of changes.")
    confirm_label = _("Remove")
    done = _("Removed.")

    def remove(self, reason: str, by: Any) -> None:
        """Call the service."""
        raise NotImplementedError

    def perform(self, form: Any, by: Any) -> None:
        self.remove(form.cleaned_data["reason"], by)

    def back_url(self) -> str:
        """The programme: the row is gone when this is done."""
        return change_url(self.row.programme)


__all__ = ["OfProgramme", "ProgrammeDesk", "RemovalPage", "ServiceForm", "possible_owners"]
