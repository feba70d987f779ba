"""Limits of the bands and rules of early warning."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from clinic.units.models import BandRule, WarningRule
from clinic.units.permissions import TUNE
from clinic.units.services import rules
from core.fields.forms import PersianDecimalField, PersianIntegerField
from core.web.desk import ServiceAdmin, ServiceForm


class BandForm(ServiceForm):
    """New limits."""

    class Meta:
        model = BandRule
        fields = ["closed_up_to", "idle_up_to", "semi_active_up_to", "note"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("closed_up_to", "idle_up_to", "semi_active_up_to"):
            if name in self.fields:
                old = self.fields[name]
                self.fields[name] = PersianDecimalField(
                    label=old.label, initial=old.initial, min_value=0, max_value=149
                )

    def _post_clean(self) -> None:
        """The service makes the row and checks it, in plain words."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> BandRule:
        return rules.set_bands(**values, by=by, now=now)


@admin.register(BandRule)
class BandRuleAdmin(ServiceAdmin):
    """Limits, the ones in force first. A change is a new row; every unit is read by it at once."""

    form = BandForm
    read_permission = TUNE
    permission = TUNE
    list_display = ("__str__", "is_active", "note", "made_by", "made_at")
    list_select_related = ("made_by",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Written once."""
        return False


class RuleForm(ServiceForm):
    """How a sign is weighed."""

    weight = PersianIntegerField(label=WarningRule._meta.get_field("weight").verbose_name, min_value=1, max_value=100)
    threshold = PersianIntegerField(
        label=WarningRule._meta.get_field("threshold").verbose_name, min_value=1, max_value=100
    )

    class Meta:
        model = WarningRule
        fields = ["code", "label", "weight", "threshold", "is_active"]

    def _post_clean(self) -> None:
        """The service checks the row."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> WarningRule:
        code = values.pop("code", None) or self.instance.code
        return rules.set_warning_rule(code=code, values=values, by=by, now=now)


@admin.register(WarningRule)
class WarningRuleAdmin(ServiceAdmin):
    """Signs that were tuned; the others work with the weights they came with."""

    form = RuleForm
    read_permission = TUNE
    permission = TUNE
    list_display = ("label", "code", "weight", "threshold", "is_active", "updated_at")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A sign stays what it is."""
        return [*super().get_readonly_fields(request, obj), *(["code"] if obj else [])]
