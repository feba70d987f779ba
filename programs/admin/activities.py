"""Activities at the staff desk: looked at as a table; changed on the pages of the plan."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern

from core.web.desk_pages import desk_path
from programs.admin.base import ProgrammeDesk
from programs.admin.plan_pages import MilestonesPage
from programs.models import Activity


@admin.register(Activity)
class ActivityAdmin(ProgrammeDesk):
    """Every activity of every programme."""

    list_display = ("name", "programme", "weight", "starts_on", "ends_on", "owner")
    list_filter = ("programme",)
    list_select_related = ("programme", "owner")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """On the programme's page: a plan is made whole."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """On the programme's page."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """With the page of its milestones."""
        return [desk_path(self, MilestonesPage, "milestones"), *super().get_urls()]
