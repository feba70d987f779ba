"""What the tables of allocations have in common at the staff desk: read only, and scoped to the person's estates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.urls import URLPattern, path

from accounts.choices import Role
from core.fields.admin import JalaliAdminMixin
from core.persian.text import search_key
from core.web.desk import FoundOr404

CALL_ROLES = frozenset({Role.OFFICER, Role.COMMITTEE, Role.SCORER, Role.MANAGER, Role.AUDITOR, Role.ADMIN})
"""Who sees calls (permissions.sees_calls)."""
APPLICATION_ROLES = frozenset({Role.OFFICER, Role.COMMITTEE, Role.AUDITOR})
"""Who sees applications."""
DECISION_ROLES = frozenset({Role.COMMITTEE, Role.AUDITOR})
"""Who sees runs, awards and objections."""


def estates_for(user: Any, roles: Iterable[str]) -> list[str] | None:
    """Slugs of the estates for which `user` has one of `roles`; None: all estates; empty: none."""
    if user.is_superuser:
        return None
    found: set[str] = set()
    for role in roles:
        scope = user.estates_of(role)
        if scope is None:
            return None
        found |= scope
    return sorted(found)


class ReadOnlyAdmin(JalaliAdminMixin, FoundOr404):
    """Shown to `roles`, only rows of their estates, never changed: a POST is refused whatever it carries.

    `estate_path` leads from the model to the slug of its estate.
    """

    actions: Any = None
    change_list_template = "admin/allocations/change_list.html"
    list_per_page = 50
    show_full_result_count = False
    roles: ClassVar[frozenset[str]] = DECISION_ROLES
    estate_path: ClassVar[str] = "call__estate__slug"
    pages: ClassVar[list[tuple[str, Any, str]]] = []
    """Pages of its own: (route, view class, end of the name `allocations_<end>`)."""

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
        """The roles of this table; which rows, the queryset says."""
        return estates_for(request.user, self.roles) != []

    def has_module_permission(self, request: HttpRequest) -> bool:
        """In the menu of those who may look."""
        return self.has_view_permission(request)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Rows of the estates the person's roles were granted for."""
        estates = estates_for(request.user, self.roles)
        rows = super().get_queryset(request)
        return rows if estates is None else rows.filter(**{f"{self.estate_path}__in": estates})

    def get_urls(self) -> list[URLPattern]:
        """The pages of its own come first."""
        own = [
            path(route, self.admin_site.admin_view(view.as_view(model_admin=self)), name=f"allocations_{name}")
            for route, view, name in self.pages
        ]
        return own + super().get_urls()

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Looking only: there is no bulk action."""
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


class SearchedByKey(admin.ModelAdmin):
    """Searches normalised keys: a word must stand in one of `search_paths`, whatever its spelling."""

    search_paths: ClassVar[tuple[str, ...]] = ()

    def get_search_fields(self, request: HttpRequest) -> Any:
        """Makes the box appear."""
        return self.search_paths

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """Rows that contain every word of the search."""
        for word in search_term[:200].split():
            key = search_key(word)
            if key:
                condition = models.Q()
                for name in self.search_paths:
                    condition |= models.Q(**{f"{name}__icontains": key})
                queryset = queryset.filter(condition)
        return queryset, False
