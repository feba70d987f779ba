"""States of programmes by month, for reading: they are worked out, never typed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.fields.language import active_language
from core.persian.dates import format_date
from core.web import desk
from programs.dashboards import permissions
from programs.dashboards.models import ProgrammeSnapshot


@admin.register(ProgrammeSnapshot)
class ProgrammeSnapshotAdmin(desk.ServiceAdmin):
    """What the company's page reads."""

    read_permission = permissions.READ
    permission = permissions.SET_RULES
    list_display = ("programme", "month_name", "planned", "actual", "deviation", "light", "taken_at")
    list_filter = ("light", "programme")
    list_select_related = ("programme",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody types a state."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nor changes one."""
        return False

    @admin.display(description=_("month"), ordering="month")
    def month_name(self, row: ProgrammeSnapshot) -> str:
        """The Jalali month."""
        return format_date(row.month, "month", language=active_language())
