"""What the tables of people have in common at the staff desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from core.persian.text import search_key


class ReadOnlyAdmin(admin.ModelAdmin):
    """Shown, never changed: the services own every change."""

    actions: Any = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """No."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No."""
        return False


class FoundByKey(admin.ModelAdmin):
    """Searches the normalised key, so that any spelling of a name, code or phone finds."""

    search_fields = ("search_key",)
    search_path = "search_key"

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """Rows that contain every word of the search."""
        for word in search_term[:200].split():
            key = search_key(word)
            if key:
                queryset = queryset.filter(**{f"{self.search_path}__contains": key})
        return queryset, False
