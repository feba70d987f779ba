"""Tariffs: versions, base prices, payment terms, and putting a version in force."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from core import clock
from core.errors import DomainError
from estates import permissions
from estates.admin.base import ServiceAdmin, ServiceForm
from estates.choices import TariffStatus
from estates.models import PaymentTerms, Tariff, TariffRate
from estates.services import tariffs


class TariffForm(ServiceForm):
    """A new version."""

    class Meta:
        model = Tariff
        fields = ["title", "year", "valid_from", "is_fictitious", "source"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Tariff:
        return tariffs.draft(by=by, now=now, **values)


@admin.register(Tariff)
class TariffAdmin(ServiceAdmin):
    """Versions of the tariff; a published one is never touched again."""

    permission = permissions.CHANGE_TARIFF
    form = TariffForm
    list_display = ("title", "year", "valid_from", "status", "is_fictitious", "published_at")
    list_filter = ("status", "is_fictitious")
    change_form_template = "admin/estates/tariff/change_form.html"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Drafted once, then filled and published."""
        return False

    def get_urls(self) -> list[Any]:
        page = path("<int:tariff_id>/publish/", self.admin_site.admin_view(self.publish), name="estates_tariff_publish")
        return [page, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The version with a way to put it in force, for those who may."""
        tariff = self.get_object(request, object_id)
        may = tariff is not None and tariff.status == TariffStatus.DRAFT and request.user.has_perm(self.permission)
        context = {**(extra_context or {}), "may_publish": may}
        return super().change_view(request, object_id, form_url, context)

    def publish(self, request: HttpRequest, tariff_id: int) -> HttpResponse:
        """Shows what will be in force, and puts it in force when the button is pressed."""
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        tariff = get_object_or_404(Tariff, pk=tariff_id)
        back = reverse("admin:estates_tariff_change", args=[tariff_id])
        if request.method == "POST":
            try:
                tariffs.publish(tariff_id=tariff_id, by=request.user, now=clock.now())
            except DomainError as refusal:
                messages.error(request, refusal.message)
            else:
                messages.success(request, _("The tariff is published."))
            return redirect(back)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Publish the tariff"),
            "tariff": tariff,
            "rates": tariff.rates.select_related("estate"),
            "terms": tariff.payment_terms.select_related("estate"),
            "back": back,
        }
        return render(request, "admin/estates/tariff/publish.html", context)


class RateForm(ServiceForm):
    """A base price of a draft."""

    class Meta:
        model = TariffRate
        fields = ["tariff", "estate", "plot_kind", "price_class", "rials_per_m2"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> TariffRate:
        tariff = values.pop("tariff")
        return tariffs.set_rate(tariff_id=tariff.pk, by=by, now=now, **values)


class TermsForm(ServiceForm):
    """Payment terms of a draft."""

    class Meta:
        model = PaymentTerms
        fields = [
            "tariff", "estate", "development_class", "scheme", "cash_percent", "instalment_count", "instalment_months",
            "grace_months", "discount_percent", "note", "source",
        ]  # fmt: skip

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> PaymentTerms:
        return tariffs.set_terms(
            tariff_id=values["tariff"].pk,
            estate=values["estate"],
            development_class=values["development_class"],
            scheme=values["scheme"],
            values=self.only(tariffs.TERMS_FIELDS),
            by=by,
            now=now,
        )


class OfDraft(ServiceAdmin):
    """Rows of a version: they are set, and set again, while it is a draft."""

    permission = permissions.CHANGE_TARIFF
    list_select_related = ("tariff", "estate")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only of a draft."""
        is_draft = obj is None or obj.tariff.status == TariffStatus.DRAFT
        return is_draft and super().has_change_permission(request, obj)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "tariff":
            options["queryset"] = Tariff.objects.filter(status=TariffStatus.DRAFT)
        return super().formfield_for_foreignkey(db_field, request, **options)


@admin.register(TariffRate)
class TariffRateAdmin(OfDraft):
    """Base prices."""

    form = RateForm
    list_display = ("tariff", "estate", "plot_kind", "price_class", "rials_per_m2")
    list_filter = ("tariff", "plot_kind", "price_class")


@admin.register(PaymentTerms)
class PaymentTermsAdmin(OfDraft):
    """How prices are paid."""

    form = TermsForm
    list_display = ("tariff", "estate", "development_class", "scheme", "cash_percent", "instalment_count")
    list_filter = ("tariff", "development_class", "scheme")
