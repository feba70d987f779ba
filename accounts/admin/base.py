"""What the tables of people have in common at the staff desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from core.web.desk import FoundByKey, FoundOr404


class ReadOnlyAdmin(FoundOr404):
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


__all__ = ["FoundByKey", "ReadOnlyAdmin"]
