"""The rule of the lights, set by the administrator."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from core.web import desk
from core.web.desk import ServiceForm
from programs.dashboards import permissions
from programs.dashboards.models import LightRule
from programs.dashboards.services import rules


class RuleForm(ServiceForm):
    """One group's rule."""

    class Meta:
        model = LightRule
        fields = ["group", "amber", "red"]

    def _post_clean(self) -> None:
        """The service checks the row."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> LightRule:
        group = values.pop("group", None) or self.instance.group
        return rules.set_rule(group=group, by=by, now=now, **values)


@admin.register(LightRule)
class LightRuleAdmin(desk.ServiceAdmin):
    """One row for each group; a group without one goes by 5 and 15 points."""

    read_permission = permissions.READ
    permission = permissions.SET_RULES
    form = RuleForm
    list_display = ("group", "amber", "red", "updated_at")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A rule stays with its group."""
        return [*super().get_readonly_fields(request, obj), *(["group"] if obj else [])]
