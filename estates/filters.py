"""Filters of the public lists. Unknown names and values are errors, never ignored."""

from __future__ import annotations

from typing import Any, Final

import django_filters
from django import forms
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.fields.filters import MOST_WORDS, NamedChoiceFilter, NumberRangeFilter, StrictFilterSet, TextSearchFilter
from core.persian.text import search_key
from core.web.keyset import Order
from estates.choices import PLOT_UTILITIES, EstateKind, IndustryGroup, PlotStatus, UtilityKind
from estates.models import County, Estate, Plot, Trade
from estates.querysets import EstateQuerySet, PlotQuerySet

PLOT_ORDERS: Final = {
    order.name: order
    for order in (
        Order("code", _("by code"), "sort_key"),
        Order("area", _("smallest first"), "area_m2"),
        Order("-area", _("largest first"), "area_m2", descending=True),
    )
}
DEFAULT_PLOT_ORDER: Final = "code"
LARGEST_AREA: Final = 100_000_000

FREE_TO_ASK_FOR: Final = (PlotStatus.AVAILABLE.value, PlotStatus.IN_CALL.value)
"""What somebody who looks for a place can still get. The finder's plain address asks for these: to sort 100,000 plots by a
state that is worked out would take the database several times as long as to choose by it (docs/queries.md)."""

EVERYTHING: Final = "order=code"
"""The query of all plots in any state: a plain address would ask for the free ones."""

PAGING: Final = frozenset({"cursor"})


def asked(given: QueryDict) -> QueryDict:
    """What the finder is asked: the query of the address, or on the plain address the plots somebody can still get."""
    if given:
        return given
    usual = QueryDict(mutable=True)
    usual.setlist("status", list(FREE_TO_ASK_FOR))
    return usual


def other_states(query: QueryDict) -> tuple[str, bool]:
    """The way from this list to the same search among free plots or among all: (query string, whether it leads to all).

    Nothing is offered ("") to somebody who chose states of his own.
    """
    chosen = query.getlist("status")
    if chosen and set(chosen) != set(FREE_TO_ASK_FOR):
        return "", False
    other = query.copy()
    for name in ("cursor", "status"):
        other.pop(name, None)
    if chosen:
        return other.urlencode() or EVERYTHING, True
    other.setlist("status", list(FREE_TO_ASK_FOR))
    return other.urlencode(), False


class _Quiet(forms.Form):
    hide_optional = True


def _counties(request: Any) -> Any:
    return County.objects.order_by("sort_key")


def _estates(request: Any) -> Any:
    return Estate.objects.public().order_by("sort_key")


class PlotTextFilter(TextSearchFilter):
    """Finds plots of which every word stands in the plot's own key (code, block, number) or in that of its estate (names,
    county).

    The few estates are asked first, so that a name shared by all plots costs nothing and the rest is a choice of keys
    and estates that indexes answer.
    """

    def filter(self, qs: models.QuerySet[Any], value: str | None) -> models.QuerySet[Any]:
        keys = [key for key in map(search_key, (value or "").split()[:MOST_WORDS]) if key]
        if not keys:
            return qs.none() if value else qs
        places = list(Estate.objects.public().values_list("pk", "search_key"))
        for key in keys:
            within = [pk for pk, names in places if key in names]
            if len(within) < len(places):
                qs = qs.filter(Q(search_key__contains=key) | Q(estate_id__in=within))
        return qs


class EstateFilter(StrictFilterSet):
    """Filters of the list of estates and zones."""

    other_parameters = frozenset()

    q = TextSearchFilter(label=_("Name"))
    county = NamedChoiceFilter(label=_("County"), queryset=_counties, to_field_name="slug", empty_label=_("All"))
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=EstateKind.choices, empty_label=_("All"))
    free = django_filters.BooleanFilter(
        label=_("Only with free plots"), method="with_free_plots", widget=forms.CheckboxInput
    )

    class Meta:
        model = Estate
        fields = ["q", "county", "kind", "free"]
        form = _Quiet

    def with_free_plots(self, queryset: EstateQuerySet, name: str, value: bool) -> EstateQuerySet:
        """Estates that have a plot nobody holds."""
        if not value:
            return queryset
        return queryset.filter(Exists(Plot.objects.filter(estate=OuterRef("pk")).in_status([PlotStatus.AVAILABLE])))


class PlotFilter(StrictFilterSet):
    """Filters of the plot finder."""

    other_parameters = PAGING

    q = PlotTextFilter(label=_("Code, estate or county"))
    trade = django_filters.ChoiceFilter(label=_("My trade"), method="for_trade", empty_label=_("All"))
    area = NumberRangeFilter(
        label=_("Area (m²)"), field_name="area_m2", min_value=0, max_value=LARGEST_AREA, decimal_places=2
    )
    county = NamedChoiceFilter(
        label=_("County"), method="in_county", queryset=_counties, to_field_name="slug", empty_label=_("All")
    )
    estate = NamedChoiceFilter(label=_("Estate or zone"), queryset=_estates, to_field_name="slug", empty_label=_("All"))
    status = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=PlotStatus.choices, method="in_status", widget=forms.CheckboxSelectMultiple
    )
    utilities = django_filters.MultipleChoiceFilter(
        label=_("Services at the plot"),
        choices=[(kind.value, kind.label) for kind in PLOT_UTILITIES],
        method="with_utilities",
        widget=forms.CheckboxSelectMultiple,
    )
    order = django_filters.ChoiceFilter(
        label=_("Sort"),
        choices=[(order.name, order.label) for order in PLOT_ORDERS.values()],
        method="sorted_later",
        empty_label=None,
    )

    class Meta:
        model = Plot
        fields = ["q", "trade", "area", "county", "estate", "status", "utilities", "order"]
        form = _Quiet

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.trades = list(Trade.objects.filter(is_active=True).order_by("sort_key"))
        self.filters["trade"].extra["choices"] = _grouped(self.trades)

    def in_county(self, queryset: PlotQuerySet, name: str, value: County | None) -> PlotQuerySet:
        """Plots of the county's estates; named by key, because a join is walked estate by estate."""
        if value is None:
            return queryset
        return queryset.filter(estate_id__in=list(Estate.objects.filter(county=value).values_list("pk", flat=True)))

    def for_trade(self, queryset: PlotQuerySet, name: str, value: str) -> PlotQuerySet:
        """Plots the trade may be carried on."""
        trade = next((trade for trade in self.trades if trade.code == value), None)
        return queryset.allowing_trade(trade.pk) if trade else queryset.none()

    def in_status(self, queryset: PlotQuerySet, name: str, value: list[str]) -> PlotQuerySet:
        """Plots in one of the states."""
        return queryset.in_status(value) if value else queryset

    def with_utilities(self, queryset: PlotQuerySet, name: str, value: list[str]) -> PlotQuerySet:
        """Plots connected to all of the services."""
        return queryset.with_utilities(UtilityKind(kind) for kind in value) if value else queryset

    def sorted_later(self, queryset: PlotQuerySet, name: str, value: str) -> PlotQuerySet:
        """The order belongs to the page, which is cut by key."""
        return queryset


def _grouped(trades: list[Trade]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Trades under their industry groups, crafts first: they are what most people look for."""
    groups = [IndustryGroup.HANDICRAFTS, *(group for group in IndustryGroup if group != IndustryGroup.HANDICRAFTS)]
    named = {group: [(t.code, t.display_name) for t in trades if t.industry_group == group] for group in groups}
    return [(str(group.label), choices) for group, choices in named.items() if choices]
