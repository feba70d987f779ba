"""Plots and what holds them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.fields.forms import PersianCharField
from core.fields.language import active_language
from core.persian.digits import format_number
from estates.admin.base import FoundByKey, ServiceAdmin, ServiceForm
from estates.choices import PLOT_UTILITIES, POSSESSION, PlotStatus
from estates.models import Plot, PlotHold, Trade
from estates.services import holds, plots


class PlotForm(ServiceForm):
    """A plot; its drawing comes with the site plan."""

    block_code = PersianCharField(label=_("block"), required=False, max_length=16)
    utilities = forms.MultipleChoiceField(
        label=_("services at the plot"),
        choices=[(kind.value, kind.label) for kind in PLOT_UTILITIES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    allowed_trades = forms.ModelMultipleChoiceField(
        label=_("trades allowed"),
        queryset=Trade.objects.filter(is_active=True).order_by("sort_key"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None chosen: every trade is allowed."),
    )

    class Meta:
        model = Plot
        fields = [
            "code", "estate", "number", "kind", "area_m2", "front_m", "price_class", "is_planned", "is_serviced",
        ]  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["block_code"] = self.instance.block.code if self.instance.block else ""
            self.initial["utilities"] = self.instance.utilities
            self.initial["allowed_trades"] = list(self.instance.trades.all())

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Plot:
        estate = values.get("estate") or self.instance.estate
        return plots.save_plot(
            code=values.get("code") or self.instance.code,
            estate_id=estate.pk,
            values=self.only(plots.PLOT_FIELDS),
            block=values["block_code"],
            trades=[trade.code for trade in values["allowed_trades"]],
            by=by,
            now=now,
        )


@admin.register(Plot)
class PlotAdmin(FoundByKey, ServiceAdmin):
    """Plots with the state that follows from their holds."""

    form = PlotForm
    list_display = ("code", "estate", "block", "area_shown", "kind", "price_class", "state")
    list_filter = ("estate", "kind", "price_class", "is_planned", "is_serviced")
    list_select_related = ("estate", "block")
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        return Plot.objects.with_status().select_related("estate", "block").order_by("sort_key", "pk")

    @admin.display(description=_("area (m²)"), ordering="area_m2")
    def area_shown(self, plot: Plot) -> str:
        """Without idle zeros, in the digits of the page."""
        return format_number(plot.area, language=active_language())

    @admin.display(description=_("state"))
    def state(self, plot: Any) -> str:
        """Derived, never typed."""
        return str(PlotStatus(plot.status).label)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["code", "estate", "state"] if obj else []


class RegisterForm(ServiceForm):
    """What the company's register says about a plot that was given before the portal."""

    class Meta:
        model = PlotHold
        fields = ["plot", "kind", "reason"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "kind" in self.fields:
            self.fields["kind"].choices = [(kind.value, kind.label) for kind in POSSESSION]  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The service checks the hold; the bare instance of the form has neither holder nor beginning."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> PlotHold:
        return holds.register(plot_id=values["plot"].pk, kind=values["kind"], reason=values["reason"], by=by, now=now)


@admin.register(PlotHold)
class PlotHoldAdmin(ServiceAdmin):
    """What held plots and when. New entries are those of the register; calls and contracts write their own."""

    form = RegisterForm
    list_display = ("plot", "kind", "from_at", "until_at", "holder_type", "reason")
    list_filter = ("kind", ("until_at", admin.EmptyFieldListFilter))
    list_select_related = ("plot",)
    autocomplete_fields = ("plot",)
    show_full_result_count = False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A hold is placed and released, never edited."""
        return False
