"""The record of who did what, for reading: by person, act, thing and time."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.audit import permissions, private  # noqa: F401  (registers who may)
from core.audit.models import Entry
from core.fields.admin import JalaliAdminMixin
from core.persian.calendar import tehran_date
from core.persian.dates import parse_datetime
from core.persian.errors import DateError
from core.persian.text import search_key
from core.web.desk import FoundOr404

DAY = timedelta(days=1)


class TypedFilter(admin.ListFilter):
    """A filter whose value is typed into a box."""

    template = "admin/audit/typed_filter.html"
    parameter_name = ""
    hint: Any = ""

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        given = params.pop(self.parameter_name, "")
        self.typed = str(given[-1] if isinstance(given, list) and given else given or "").strip()[:120]
        self.others = [(key, value) for key, value in request.GET.items() if key not in (self.parameter_name, "p", "e")]
        if self.typed:
            self.used_parameters[self.parameter_name] = self.typed

    def has_output(self) -> bool:
        """Always offered."""
        return True

    def expected_parameters(self) -> list[str | None]:
        """The one parameter."""
        return [self.parameter_name]

    def choices(self, changelist: Any) -> Any:
        """What the template shows: one box."""
        yield {"name": self.parameter_name, "typed": self.typed, "hint": self.hint, "others": self.others}


class ActionFilter(TypedFilter):
    """The beginning of an act's name: `allocations.run` finds all about runs."""

    title = gettext_lazy("act")
    parameter_name = "action"
    hint = gettext_lazy("for example allocations.run")

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Acts that begin so."""
        return queryset.filter(action__startswith=self.typed) if self.typed else queryset


class ActorFilter(TypedFilter):
    """Who did it: a name or the end of a national code; `-` for the system."""

    title = gettext_lazy("person")
    parameter_name = "actor"
    hint = gettext_lazy("a name; - for the system")

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Acts of people who are called so."""
        if self.typed == "-":
            return queryset.filter(actor__isnull=True)
        for word in self.typed.split():
            key = search_key(word)
            if key:
                queryset = queryset.filter(actor__search_key__contains=key)
        return queryset


class TargetFilter(TypedFilter):
    """The kind of thing, with its number if one is meant: `allocations.call` or `allocations.call 12`."""

    title = gettext_lazy("thing")
    parameter_name = "target"
    hint = gettext_lazy("its name, or allocations.call 12")

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Acts about it."""
        if not self.typed:
            return queryset
        kind, _blank, number = self.typed.partition(" ")
        exact = Q(target_type=kind.lower(), target_id=number.strip()) if number else Q(target_type=kind.lower())
        return queryset.filter(exact | Q(target_label__icontains=self.typed))


class MomentFilter(TypedFilter):
    """From or until a moment in Jalali; a day alone is the whole day."""

    is_end = False

    def moment(self) -> datetime | None:
        """The typed moment, or None when it cannot be read."""
        for text in (self.typed, f"{self.typed} 00:00"):
            try:
                found = parse_datetime(text)
            except DateError:
                continue
            return found + DAY if self.is_end and text != self.typed else found
        return None


class SinceFilter(MomentFilter):
    """Not before."""

    title = gettext_lazy("since")
    parameter_name = "since"
    hint = "1405/09/01"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Acts from this moment on."""
        moment = self.moment()
        return queryset if moment is None else queryset.filter(at__gte=moment)


class UntilFilter(MomentFilter):
    """Not after."""

    title = gettext_lazy("until")
    parameter_name = "until"
    hint = "1405/09/30"
    is_end = True

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Acts before this moment."""
        moment = self.moment()
        return queryset if moment is None else queryset.filter(at__lt=moment)


class TodayFilter(admin.SimpleListFilter):
    """The last days."""

    title = gettext_lazy("time")
    parameter_name = "days"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Spans up to now."""
        return [("1", _("today")), ("7", _("the last 7 days")), ("30", _("the last 30 days"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Acts within the span; "today" begins at midnight in Tehran."""
        value = self.value()
        now = clock.now()
        if value == "1":
            return queryset.filter(at__gte=midnight_before(now))
        if value in ("7", "30"):
            return queryset.filter(at__gte=now - timedelta(days=int(value)))
        return queryset


def midnight_before(now: datetime) -> datetime:
    """Midnight in Tehran before `now`."""
    day = tehran_date(now)
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Asia/Tehran"))


@admin.register(Entry)
class EntryAdmin(JalaliAdminMixin, FoundOr404):
    """Read only: the database's role of the portal cannot change a row either."""

    actions: Any = None
    change_list_template = "admin/audit/change_list.html"
    list_display = ("at", "action", "actor", "thing", "change", "reason")
    list_filter = (TodayFilter, SinceFilter, UntilFilter, ActionFilter, ActorFilter, TargetFilter)
    list_select_related = ("actor",)
    list_per_page = 50
    show_full_result_count = False
    ordering = ("-id",)
    fields = ("at", "action", "actor", "thing", "change", "reason", "details", "request_id")
    readonly_fields = ("thing", "change", "details")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        """Without what auditors alone read."""
        return private.readable(super().get_queryset(request), request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """No."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Auditors and administrators."""
        return bool(request.user.has_perm("audit.view_entry"))

    def has_module_permission(self, request: HttpRequest) -> bool:
        """In the menu of those who may look."""
        return self.has_view_permission(request)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Links from other pages name the thing exactly."""
        return lookup in ("target_type", "target_id") or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Looking only."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Looking only."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return super().changeform_view(request, object_id, form_url, extra_context)

    @admin.display(description=gettext_lazy("thing"))
    def thing(self, entry: Entry) -> SafeString:
        """What it was done to, with its kind and number."""
        return format_html(
            '{} <bdi dir="ltr" class="quiet">{} {}</bdi>', entry.target_label, entry.target_type, entry.target_id
        )

    @admin.display(description=gettext_lazy("change"))
    def change(self, entry: Entry) -> SafeString | str:
        """From which state to which."""
        if not entry.after:
            return ""
        return format_html('<bdi dir="ltr" class="wraps">{} → {}</bdi>', entry.before or "–", entry.after)

    @admin.display(description=gettext_lazy("details"))
    def details(self, entry: Entry) -> SafeString | str:
        """What else was recorded."""
        if not entry.data:
            return ""
        text = json.dumps(entry.data, ensure_ascii=False, indent=2, sort_keys=True)
        return format_html('<pre dir="ltr">{}</pre>', text)
