"""Monthly reports and who is told of them, for reading: they are made on their page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.fields.language import active_language
from core.persian.dates import format_date
from core.web import desk
from programs.dashboards import permissions
from programs.dashboards.models import MonthlyReport, ReportFile, ReportSubscription


class OnlyRead(desk.ServiceAdmin):
    """A list to read."""

    read_permission = permissions.READ
    permission = permissions.SET_RULES

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody types one."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nor changes one."""
        return False


@admin.register(MonthlyReport)
class MonthlyReportAdmin(OnlyRead):
    """Every version of every month."""

    list_display = ("month_name", "version", "as_of", "made_by", "published_at", "published_by")
    list_filter = (("published_at", admin.EmptyFieldListFilter),)
    list_select_related = ("made_by", "published_by")

    @admin.display(description=_("month"), ordering="month")
    def month_name(self, row: MonthlyReport) -> str:
        """The Jalali month."""
        return format_date(row.month, "month", language=active_language())


@admin.register(ReportFile)
class ReportFileAdmin(OnlyRead):
    """Papers and slides."""

    list_display = ("report", "kind", "position", "title")
    list_filter = ("kind",)
    list_select_related = ("report",)


@admin.register(ReportSubscription)
class ReportSubscriptionAdmin(OnlyRead):
    """Who is told."""

    list_display = ("user", "since")
    list_select_related = ("user",)
