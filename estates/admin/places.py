"""Counties, trades, estates."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from estates import permissions
from estates.admin.base import FoundByKey, ServiceAdmin, ServiceForm
from estates.models import County, Estate, Trade
from estates.services import places


class CountyForm(ServiceForm):
    """A county."""

    class Meta:
        model = County
        fields = ["slug", "name", "name_en", "town", "lat", "lon", "is_approximate"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> County:
        slug = self.instance.slug if self.instance.pk else values["slug"]
        return places.save_county(slug=slug, values=self.only(places.COUNTY_FIELDS), by=by, now=now)


@admin.register(County)
class CountyAdmin(FoundByKey, ServiceAdmin):
    """Counties of the province."""

    permission = permissions.CHANGE_REFERENCE
    form = CountyForm
    list_display = ("name", "town", "is_approximate")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["slug"] if obj else []


class TradeForm(ServiceForm):
    """A trade."""

    class Meta:
        model = Trade
        fields = ["code", "name", "name_en", "industry_group", "is_active"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Trade:
        code = self.instance.code if self.instance.pk else values["code"]
        return places.save_trade(code=code, values=self.only(places.TRADE_FIELDS), by=by, now=now)


@admin.register(Trade)
class TradeAdmin(FoundByKey, ServiceAdmin):
    """Trades plots may be given for."""

    permission = permissions.CHANGE_REFERENCE
    form = TradeForm
    list_display = ("name", "code", "industry_group", "is_active")
    list_filter = ("industry_group", "is_active")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["code"] if obj else []


class EstateForm(ServiceForm):
    """An estate or zone; its boundary and plots come with the site plan."""

    class Meta:
        model = Estate
        fields = [
            "slug", "name", "name_en", "other_names", "kind", "county", "development_class", "status", "summary", "lat",
            "lon", "is_approximate", "is_illustrative", "is_public",
        ]  # fmt: skip

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Estate:
        slug = self.instance.slug if self.instance.pk else values["slug"]
        return places.save_estate(slug=slug, values=self.only(places.ESTATE_FIELDS), by=by, now=now)


@admin.register(Estate)
class EstateAdmin(FoundByKey, ServiceAdmin):
    """Estates, zones and sites."""

    form = EstateForm
    list_display = ("name", "kind", "county", "development_class", "status", "updated_at")
    list_filter = ("kind", "county", "development_class", "status")
    list_select_related = ("county",)
    fieldsets = (
        (None, {"fields": ["slug", "name", "name_en", "other_names", "kind", "county", "summary"]}),
        (_("State"), {"fields": ["development_class", "status", "is_public"]}),
        (_("Place and plan"), {"fields": ["lat", "lon", "is_approximate", "is_illustrative"]}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["slug"] if obj else []
