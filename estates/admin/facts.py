"""Facts, services and photos of estates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from estates.admin.base import ServiceAdmin, ServiceForm
from estates.models import EstateFact, EstatePhoto, UtilityService
from estates.services import facts, photos


class FactForm(ServiceForm):
    """A dated fact with its source."""

    class Meta:
        model = EstateFact
        fields = ["estate", "key", "value", "as_of", "precision", "is_approximate", "source", "position"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> EstateFact:
        estate = values.pop("estate", None)
        if self.instance.pk:
            return facts.change_fact(fact_id=self.instance.pk, values=values, by=by, now=now)
        return facts.add_fact(estate_id=estate.pk if estate else None, by=by, now=now, **values)


@admin.register(EstateFact)
class EstateFactAdmin(ServiceAdmin):
    """What dated sources say."""

    form = FactForm
    list_display = ("estate", "key", "value", "as_of", "source")
    list_filter = ("key", "estate")
    list_select_related = ("estate",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["estate"] if obj else []


class UtilityForm(ServiceForm):
    """One service of an estate."""

    class Meta:
        model = UtilityService
        fields = ["estate", "kind", "state", "capacity", "capacity_unit", "note", "as_of", "source"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> UtilityService:
        estate = values.get("estate") or self.instance.estate
        kind = values.get("kind") or self.instance.kind
        return facts.save_utility(
            estate_id=estate.pk, kind=kind, values=self.only(facts.UTILITY_FIELDS), by=by, now=now
        )


@admin.register(UtilityService)
class UtilityServiceAdmin(ServiceAdmin):
    """Services of estates with their capacity."""

    form = UtilityForm
    list_display = ("estate", "kind", "state", "capacity", "capacity_unit", "as_of")
    list_filter = ("kind", "state", "estate")
    list_select_related = ("estate",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["estate", "kind"] if obj else []


class PhotoForm(ServiceForm):
    """A photo to hand in."""

    upload = forms.FileField(label=_("photo"))

    class Meta:
        model = EstatePhoto
        fields = ["estate", "caption", "credit", "taken_on"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> EstatePhoto:
        estate = values.pop("estate")
        return photos.add_photo(estate_id=estate.pk, by=by, now=now, **values)


@admin.register(EstatePhoto)
class EstatePhotoAdmin(ServiceAdmin):
    """Photos on the pages of estates."""

    form = PhotoForm
    list_display = ("caption", "estate", "taken_on")
    list_filter = ("estate",)
    list_select_related = ("estate",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A photo is handed in once; another one takes its place."""
        return False
