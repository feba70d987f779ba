"""Indicators of programmes at the staff desk; their readings are entered on the pages of readings."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.metrics.registry import METRICS
from programs.admin.base import OfProgramme, RemovalPage, ServiceForm
from programs.choices import Dimension
from programs.models import Indicator
from programs.services import indicators


class IndicatorForm(ServiceForm):
    """An indicator: how it is counted, what it starts from and where it should arrive."""

    metric = forms.ChoiceField(
        label=_("live figure"),
        required=False,
        help_text=_("Shown beside what is typed; nobody has to enter it."),
    )
    dimensions = forms.MultipleChoiceField(
        label=_("broken down by"),
        required=False,
        choices=Dimension.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Indicator
        fields = [
            "programme", "activity", "code", "name", "unit", "kind", "better", "start_value", "target_value", "target_on",
            "metric", "dimensions", "decimals",
        ]  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "metric" in self.fields:
            field = cast(forms.ChoiceField, self.fields["metric"])
            field.choices = [("", _("none")), *((name, one.label) for name, one in sorted(METRICS.items()))]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Indicator:
        written = self.only(indicators.FIELDS)
        if self.instance.pk is None:
            return indicators.add(programme_id=values["programme"].pk, values=written, by=by, now=now)
        return indicators.change(indicator_id=self.instance.pk, values=written, by=by, now=now)


class RemoveIndicator(RemovalPage):
    """Takes back an indicator without readings."""

    def remove(self, reason: str, by: Any) -> None:
        indicators.remove(indicator_id=self.row.pk, reason=reason, by=by, now=self.now)


@admin.register(Indicator)
class IndicatorAdmin(OfProgramme):
    """What programmes are measured by."""

    form = IndicatorForm
    removal = RemoveIndicator
    list_display = ("name", "programme", "kind", "unit", "start_value", "target_value", "metric")
    list_filter = ("kind", "programme")
    search_fields = ("name", "code")
