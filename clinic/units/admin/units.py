"""Units at the staff desk: what the register says of them. What was measured stands on their pages, where looks are noted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from clinic.units.models import IndustrialUnit
from clinic.units.permissions import DESK, WRITE
from clinic.units.services import units
from core import clock
from core.fields.dates import JalaliDateTextField
from core.fields.forms import PersianDecimalField, PersianIntegerField, PersianTextField
from core.web.desk import FoundByKey, ServiceAdmin, ServiceForm
from core.web.desk_pages import DeskPage, desk_path


class UnitForm(ServiceForm):
    """What the register says of a unit."""

    licensed_staff = PersianIntegerField(
        label=_("staff by the licence"), min_value=1, max_value=100_000, required=False
    )
    nominal_capacity = PersianDecimalField(
        label=_("nominal capacity a year"), decimal_places=2, max_digits=14, min_value=0, required=False
    )

    class Meta:
        model = IndustrialUnit
        fields = [
            "name", "name_en", "trade", "estate", "plot", "county", "place", "owner", "licence_kind", "licence_number",
            "licence_date", "products", "nominal_capacity", "capacity_unit", "licensed_staff", "founded_on", "status_note",
            "is_illustrative",
        ]  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "county" in self.fields:
            self.fields["county"].required = False
            self.fields["county"].help_text = _("May be left empty for a unit in an estate.")

    def _post_clean(self) -> None:
        """The service checks the row, in plain words."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> IndustrialUnit:
        if self.instance.pk is None:
            return units.add_unit(values=values, by=by, now=now)
        # A unit that moves to another estate moves with it; a county nobody changed says nothing.
        if values.get("estate") is not None and "county" not in self.changed_data:
            values["county"] = None
        return units.change_unit(unit_id=self.instance.pk, values=values, by=by, now=now)


class StrikeForm(forms.Form):
    """When and why a unit left the register."""

    on = JalaliDateTextField(label=_("day"), initial=clock.today)
    reason = PersianTextField(label=_("Why?"), max_length=300, widget=forms.Textarea({"rows": 2}))


class StrikePage(DeskPage):
    """Take a unit off the register."""

    permission = WRITE
    form_class = StrikeForm
    title = _("Take the unit off the register")
    lead = _(
        "For units that do not exist any more or were entered twice. Readings are kept; nothing is counted any more."
    )
    confirm_label = _("Take it off")
    done = _("The unit is no longer on the register.")
    danger = True

    def perform(self, form: Any, by: Any) -> Any:
        """One service."""
        return units.strike_off(unit_id=self.row.pk, **form.cleaned_data, by=by, now=self.now)


@admin.register(IndustrialUnit)
class IndustrialUnitAdmin(FoundByKey, ServiceAdmin):
    """The register."""

    form = UnitForm
    read_permission = DESK
    permission = WRITE
    list_display = ("code", "name", "trade", "county", "estate", "licensed_staff", "struck_off_on")
    list_display_links = ("code", "name")
    list_filter = ("trade", "county", "licence_kind", "is_illustrative")
    list_select_related = ("trade", "county", "estate")
    raw_id_fields = ("plot", "owner")
    readonly_fields = ("code", "page", "struck_off_on", "struck_off_reason")

    def get_urls(self) -> list[Any]:
        return [desk_path(self, StrikePage, "strike"), *super().get_urls()]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was taken off stays as it was."""
        return super().has_change_permission(request, obj) and (obj is None or obj.is_listed)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The ways to its pages stand on top of a unit that exists."""
        fields = list(UnitForm.Meta.fields)
        return (
            ["page", "code", *fields, *(["struck_off_on", "struck_off_reason"] if not obj.is_listed else [])]
            if obj
            else fields
        )

    @admin.display(description=_("pages"))
    def page(self, unit: IndustrialUnit) -> SafeString:
        """Ways on."""
        strike = reverse("admin:units_industrialunit_strike", args=[unit.pk])
        return format_html(
            '<a href="{}">{}</a> · <a href="{}">{}</a>',
            reverse("units:detail", args=[unit.code]), _("Page of the unit"), strike, StrikePage.title,
        )  # fmt: skip
