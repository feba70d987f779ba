"""Filters of the staff's table of wishes. Unknown names and values are errors, never ignored."""

from __future__ import annotations

from typing import Any, Final

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from core.fields.filters import StrictFilterSet, TextSearchFilter
from core.web.keyset import Order
from estates.models import County, Estate, Trade
from programs.demand.choices import SizeBand, WishStatus, bounds_of
from programs.demand.models import Wish
from programs.demand.querysets import WishQuerySet

APPLICANT: Final = ("applicant__person__search_key", "applicant__legal_entity__search_key")
NEWEST: Final = Order("wishes", _("newest first"), "created_at", descending=True)
ENDED: Final = (
    (str(WishStatus.WITHDRAWN), WishStatus.WITHDRAWN.label),
    (str(WishStatus.LAPSED), WishStatus.LAPSED.label),
)


class _Quiet(forms.Form):
    hide_optional = True


class WishFilter(StrictFilterSet):
    """Wishes that stand in the register, unless those that ended are asked for."""

    other_parameters = frozenset({"cursor"})

    q = TextSearchFilter(label=_("Name of the applicant"), paths=APPLICANT)
    trade = django_filters.ModelChoiceFilter(
        label=_("Trade"), queryset=Trade.objects.order_by("sort_key"), to_field_name="code", empty_label=_("All")
    )
    size = django_filters.ChoiceFilter(
        label=_("Smallest area"), choices=SizeBand.choices, method="of_size", empty_label=_("All")
    )
    county = django_filters.ModelChoiceFilter(
        label=_("County"), queryset=County.objects.order_by("sort_key"), to_field_name="slug", empty_label=_("All")
    )
    estate = django_filters.ModelChoiceFilter(
        label=_("Estate or zone"), queryset=Estate.objects.order_by("sort_key"), to_field_name="slug",
        empty_label=_("All"),
    )  # fmt: skip
    phone = django_filters.BooleanFilter(
        label=_("Only those who may be called"), method="may_be_called", widget=forms.CheckboxInput
    )
    status = django_filters.ChoiceFilter(
        label=_("State"), choices=ENDED, method="ended", empty_label=pgettext_lazy("wish", "in the register")
    )

    class Meta:
        model = Wish
        fields = ["q", "trade", "size", "county", "estate", "phone", "status"]
        form = _Quiet

    @property
    def qs(self) -> Any:
        """Wishes of the state asked for; a wish past its day has run out, whatever is stored."""
        asked = self.form.cleaned_data.get("status") if self.form.is_valid() else ""
        return super().qs.in_state_on(clock.today(), asked or WishStatus.LIVE)

    def of_size(self, queryset: WishQuerySet, name: str, value: str) -> WishQuerySet:
        """Wishes whose smallest area lies in the band."""
        more_than, most = bounds_of(SizeBand(value))
        found = queryset.filter(area_from__gt=more_than)
        return found if most is None else found.filter(area_from__lte=most)

    def may_be_called(self, queryset: WishQuerySet, name: str, value: bool) -> WishQuerySet:
        """Wishes of people who agreed to be called about them."""
        return queryset.filter(phone_ok=True) if value else queryset

    def ended(self, queryset: WishQuerySet, name: str, value: str) -> WishQuerySet:
        """Decided in `qs`, for the case that nothing was chosen too."""
        return queryset
