"""Trade marks and exports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.fields.dates import JalaliDateTextField
from core.fields.forms import PersianCharField, PersianDecimalField
from programs.clusters import countries
from programs.clusters.admin.base import Act, ServiceForm, WithReason, WrittenOnce
from programs.clusters.models import ExportRecord, TrademarkRecord
from programs.clusters.services import exports, trademarks


class GrantForm(forms.Form):
    """What the certificate of a mark says."""

    number = PersianCharField(label=_("number of the mark"), max_length=40)
    granted_on = JalaliDateTextField(label=_("granted on"))
    expires_on = JalaliDateTextField(label=_("expires on"))


class RenewForm(forms.Form):
    """Until when a mark was renewed."""

    expires_on = JalaliDateTextField(label=_("expires on"))


class CorrectForm(WithReason):
    """The right figures of an export, and why the first were wrong."""

    value_usd = PersianDecimalField(label=_("value (US dollars)"), max_digits=14)
    weight_kg = PersianDecimalField(label=_("weight (kg)"), max_digits=14)
    field_order = ("value_usd", "weight_kg", "reason")


class TrademarkForm(ServiceForm):
    """An application for a mark."""

    class Meta:
        model = TrademarkRecord
        fields = ["cluster", "member", "brand", "nice_class", "applied_on", "is_illustrative"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> TrademarkRecord:
        cluster = values.pop("cluster")
        return trademarks.apply_for(cluster_id=cluster.pk, by=by, now=now, **values)


@admin.register(TrademarkRecord)
class TrademarkAdmin(WrittenOnce):
    """Trade marks: applied for by the form, granted and renewed by steps."""

    form = TrademarkForm
    list_display = ("brand", "cluster", "member", "nice_class", "number", "applied_on", "granted_on", "expires_on")
    list_filter = ("cluster",)
    list_select_related = ("cluster", "member")
    acts = (
        Act(
            name="grant",
            label=_("The mark was granted"),
            text=_("Write down number and days as they stand in the certificate."),
            run=lambda row, values, by, now: trademarks.grant(trademark_id=row.pk, by=by, now=now, **values),
            possible=lambda row: row.granted_on is None,
            form=GrantForm,
        ),
        Act(
            name="renew",
            label=_("The mark was renewed"),
            text=_("Officers are reminded again before the new day."),
            run=lambda row, values, by, now: trademarks.renew(trademark_id=row.pk, by=by, now=now, **values),
            possible=lambda row: row.granted_on is not None,
            form=RenewForm,
        ),
    )


class ExportForm(ServiceForm):
    """A year's export of one product to one country."""

    country = forms.ChoiceField(label=_("country"), choices=countries.choices)

    class Meta:
        model = ExportRecord
        fields = ["member", "product", "country", "year", "value_usd", "weight_kg", "source", "is_illustrative"]

    def _post_clean(self) -> None:
        """The service checks the row, in plain words."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ExportRecord:
        member = values.pop("member")
        return exports.record_export(member_id=member.pk, by=by, now=now, **values)


@admin.register(ExportRecord)
class ExportAdmin(WrittenOnce):
    """Exports; a wrong record is corrected by a new one."""

    form = ExportForm
    list_display = ("member", "product", "country", "year", "value_usd", "weight_kg", "is_superseded")
    list_filter = ("member__cluster", "year", "is_superseded")
    list_select_related = ("member", "product")
    acts = (
        Act(
            name="correct",
            label=_("Correct the record"),
            text=_("A new record takes its place; this one stays to be seen."),
            run=lambda row, values, by, now: exports.correct_export(export_id=row.pk, by=by, now=now, **values),
            possible=lambda row: not row.is_superseded,
            form=CorrectForm,
        ),
    )
