"""The staff desk of the clinic: a row with what can be done about it now on top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from core.web.desk import ServiceAdmin


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done, and where."""

    label: str
    url: str
    is_danger: bool = False


def page_of(row: Any, name: str) -> str:
    """Address of the page `name` of a row at the desk."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{name}", args=[row.pk])


class ActsAdmin(ServiceAdmin):
    """A service's form below the things that can be done with the row."""

    change_form_template = "admin/clinic/row.html"

    def acts(self, request: HttpRequest, row: Any) -> Iterable[Act]:
        """What this person may do with the row in its state."""
        return ()

    def more(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What the page shows besides."""
        return {}

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The row with its acts."""
        row = self.get_object(request, object_id) if self.has_view_permission(request) else None
        context = dict(extra_context or {})
        if row is not None:
            context |= {"acts": list(self.acts(request, row)), **self.more(request, row)}
        return super().change_view(request, object_id, form_url, context)
