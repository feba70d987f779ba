"""Filters of the register. Unknown names and values are errors, never ignored."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.units.choices import Band, SizeBand
from clinic.units.models import IndustrialUnit
from clinic.units.permissions import BANDS
from clinic.units.querysets import UnitQuerySet
from clinic.units.selectors.rules import thresholds
from core.fields.filters import NamedChoiceFilter, StrictFilterSet, TextSearchFilter
from core.metrics.registry import UNKNOWN
from core.web.keyset import Order
from estates.models import County, Estate, Trade

BY_NAME = Order("name", _("by name"), "sort_key")


class _Quiet(forms.Form):
    hide_optional = True


class UnitFilter(StrictFilterSet):
    """Filters of the register. That of bands is for those whose list shows them."""

    other_parameters = frozenset({"cursor"})

    q = TextSearchFilter(label=_("Name, code, licence or product"))
    trade = NamedChoiceFilter(
        label=_("Trade"), to_field_name="code", empty_label=_("All"),
        queryset=lambda request: Trade.objects.order_by("sort_key"),
    )  # fmt: skip
    county = NamedChoiceFilter(
        label=_("County"), to_field_name="slug", empty_label=_("All"),
        queryset=lambda request: County.objects.order_by("sort_key"),
    )  # fmt: skip
    estate = NamedChoiceFilter(
        label=_("Estate"), to_field_name="slug", empty_label=_("All"),
        queryset=lambda request: Estate.objects.order_by("sort_key"),
    )  # fmt: skip
    size = django_filters.ChoiceFilter(
        label=_("Size"), choices=SizeBand.choices, empty_label=_("All"), method="of_size"
    )
    band = django_filters.ChoiceFilter(
        label=_("Band"), choices=[*Band.choices, (UNKNOWN, _("never measured"))], empty_label=_("All"), method="in_band"
    )

    class Meta:
        model = IndustrialUnit
        fields = ["q", "trade", "county", "estate", "size", "band"]
        form = _Quiet

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.request.user.has_perm(BANDS):
            del self.filters["band"]

    def of_size(self, queryset: UnitQuerySet, name: str, value: str) -> UnitQuerySet:
        """Units of this size by the staff of their licence."""
        return queryset.of_size(SizeBand(value))

    def in_band(self, queryset: UnitQuerySet, name: str, value: str) -> UnitQuerySet:
        """Units whose newest reading lies in this band, or that have none."""
        if value == UNKNOWN:
            return queryset.filter(latest_reading__isnull=True)
        return queryset.in_band(Band(value), thresholds())
