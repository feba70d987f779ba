"""Live figures for reading."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.fields.admin import JalaliAdminMixin
from core.fields.language import active_language
from core.metrics import registry
from core.metrics.models import MetricMonth, MetricValue
from core.persian.dates import format_date
from core.templatetags.persian import fa_number, ltr
from core.web.desk import FoundOr404


class ReadOnlyAdmin(JalaliAdminMixin, FoundOr404):
    """A list to read: what stands in it was worked out."""

    list_per_page = 50
    list_max_show_all = 50
    actions: Any = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("month"), ordering="month")
    def month_name(self, row: Any) -> str:
        """The Jalali month."""
        return format_date(row.month, "month", language=active_language())


class MetricFilter(admin.SimpleListFilter):
    """One figure."""

    title = _("figure")
    parameter_name = "metric"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Those that apps offer."""
        return [(name, metric.label) for name, metric in sorted(registry.METRICS.items())]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Its values."""
        return queryset.filter(metric=self.value()) if self.value() else queryset


@admin.register(MetricValue)
class MetricValueAdmin(ReadOnlyAdmin):
    """Values by figure and month."""

    list_display = ("figure", "month_name", "part", "number", "taken_at", "is_illustrative")
    list_filter = (MetricFilter, "is_illustrative")
    ordering = ("-month", "metric", "key")

    @admin.display(description=_("figure"), ordering="metric")
    def figure(self, row: MetricValue) -> str:
        """Its label; the bare name when no app offers it any more."""
        known = registry.METRICS.get(row.metric)
        return str(known.label) if known is not None else row.metric

    @admin.display(description=_("part"), ordering="key")
    def part(self, row: MetricValue) -> str:
        """What the value is a part of."""
        return ltr(row.key) if row.key else str(_("the whole"))

    @admin.display(description=_("value"), ordering="value")
    def number(self, row: MetricValue) -> str:
        """In the digits of the page, without idle zeros."""
        return fa_number(format(row.value.normalize(), "f"))


@admin.register(MetricMonth)
class MetricMonthAdmin(ReadOnlyAdmin):
    """Months that are over, with the digest of their values."""

    list_display = ("month_name", "values_count", "sealed_at", "sha256")
