"""Remedies, and the rules by which projects are ranked."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from clinic.treatment.models import RankRule, Remedy
from clinic.treatment.permissions import READ_TUNING, TUNE
from clinic.treatment.ranking import DEFAULT, MOST_WEIGHT
from clinic.treatment.services import catalogue
from core.fields.forms import PersianIntegerField
from core.web.desk import ServiceAdmin, ServiceForm

STEPS = ("step_1", "step_2", "step_3", "step_4")
WEIGHTS = {"effect_weight": "effect", "feasibility_weight": "feasibility", "cost_weight": "cost"}


class RemedyForm(ServiceForm):
    """One remedy; its code is given once."""

    class Meta:
        model = Remedy
        fields = ("code", "name", "name_en", "position", "is_active")

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> models.Model:
        """Add or change it by the service."""
        if self.instance.pk is None:
            return catalogue.add(values=self.only(catalogue.FACTS), by=by, now=now)
        return catalogue.change(remedy_id=self.instance.pk, values=self.only(catalogue.CHANGEABLE), by=by, now=now)


@admin.register(Remedy)
class RemedyAdmin(ServiceAdmin):
    """Remedies in the order in which they are offered; one that was prescribed is never deleted."""

    permission = TUNE
    read_permission = READ_TUNING
    form = RemedyForm
    list_display = ("name", "code", "position", "is_active")
    list_filter = ("is_active",)
    ordering = ("position", "id")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The code stays: projects and figures refer to it."""
        return ("code",) if obj is not None else ()


class RankForm(ServiceForm):
    """A new rule, which holds for plans that begin after it."""

    class Meta:
        model = RankRule
        fields = (*WEIGHTS, *STEPS, "reason")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, side in WEIGHTS.items():
            if name in self.fields:
                self.fields[name] = PersianIntegerField(
                    label=self.fields[name].label, initial=getattr(DEFAULT, side), min_value=0, max_value=MOST_WEIGHT
                )
        for name, limit in zip(STEPS, DEFAULT.steps, strict=True):
            if name in self.fields:
                self.fields[name].initial = limit

    def _post_clean(self) -> None:
        """The service makes the row and checks it, in plain words."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> RankRule:
        """Set it by the service."""
        weights = {side: values[name] for name, side in WEIGHTS.items()}
        steps = [values[name] for name in STEPS]
        return catalogue.set_rule(**weights, steps=steps, reason=values["reason"], by=by, now=now)


@admin.register(RankRule)
class RankRuleAdmin(ServiceAdmin):
    """Rules of ranking, the one in force first. Written once."""

    form = RankForm
    permission = TUNE
    read_permission = READ_TUNING
    list_display = ("number", *WEIGHTS, "reason", "made_by", "made_at")
    list_select_related = ("made_by",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Written once."""
        return False
