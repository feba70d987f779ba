"""Code of conduct, conflicts of interest and fees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.consultants.models import ConductCode, ConductSignature, ConflictOfInterest, FeeRule
from clinic.consultants.permissions import MANAGE, READ, READ_WORDS
from clinic.consultants.services import conduct, fees
from clinic.desk import Act, ActsAdmin, page_of
from core import clock
from core.fields.dates import JalaliDateTextField
from core.fields.forms import PersianIntegerField, PersianTextField
from core.web.desk import ServiceAdmin, ServiceForm
from core.web.desk_pages import DeskPage, desk_path


class CodeForm(ServiceForm):
    """A new version."""

    text = PersianTextField(label=gettext_lazy("text"), max_length=8000, widget=forms.Textarea({"rows": 18}))

    class Meta:
        model = ConductCode
        fields = ["text"]

    def _post_clean(self) -> None:
        """The service makes the row and checks it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ConductCode:
        return conduct.publish_code(text=values["text"], by=by, now=now)


@admin.register(ConductCode)
class ConductCodeAdmin(ServiceAdmin):
    """Versions of the code; a new one has to be signed by everybody."""

    read_permission = READ
    permission = MANAGE
    form = CodeForm
    list_display = ("number", "published_at", "published_by")
    list_select_related = ("published_by",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Written once."""
        return False


@admin.register(ConductSignature)
class ConductSignatureAdmin(ServiceAdmin):
    """Who signed which version."""

    read_permission = READ
    permission = MANAGE
    list_display = ("consultant", "code", "signed_at")
    list_filter = ("code",)
    list_select_related = ("consultant__user", "code")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Everybody signs for himself."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Written once."""
        return False


class ConflictForm(ServiceForm):
    """What the lead learned and the consultant has not declared."""

    starts_on = JalaliDateTextField(label=gettext_lazy("from"), initial=clock.today)
    ends_on = JalaliDateTextField(label=gettext_lazy("until"), required=False)

    class Meta:
        model = ConflictOfInterest
        fields = ["consultant", "unit", "kind", "reason", "starts_on", "ends_on"]

    def _post_clean(self) -> None:
        """The service makes the row and checks it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ConflictOfInterest:
        ids = {"consultant_id": values.pop("consultant").pk, "unit_id": values.pop("unit").pk}
        return conduct.declare_conflict(**ids, **values, by=by, now=now)


class EndConflictPage(DeskPage):
    """It holds no more."""

    permission = MANAGE
    title = gettext_lazy("End the conflict of interest")
    lead = gettext_lazy("From tomorrow on the consultant can be named for cases of this unit again.")
    confirm_label = gettext_lazy("End it")
    done = gettext_lazy("It ends today.")

    def perform(self, form: Any, by: Any) -> None:
        conduct.end_conflict(conflict_id=self.row.pk, by=by, now=self.now)


@admin.register(ConflictOfInterest)
class ConflictAdmin(ActsAdmin):
    """Conflicts of interest."""

    read_permission = READ_WORDS
    permission = MANAGE
    form = ConflictForm
    list_display = ("consultant", "unit", "kind", "starts_on", "ends_on")
    list_filter = ("kind", ("ends_on", admin.EmptyFieldListFilter))
    list_select_related = ("consultant__user", "unit")
    raw_id_fields = ("unit",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was declared stays; it can end."""
        return False

    def get_urls(self) -> list[URLPattern]:
        return [desk_path(self, EndConflictPage, "end"), *super().get_urls()]

    def acts(self, request: HttpRequest, row: Any) -> Iterator[Act]:
        if row.ends_on is None and request.user.has_perm(MANAGE):
            yield Act(_("End the conflict of interest"), page_of(row, "end"))


class FeeForm(ServiceForm):
    """A fee from a day on."""

    unit_share = PersianIntegerField(label=gettext_lazy("borne by the unit (%)"), min_value=0, max_value=100, initial=0)
    valid_from = JalaliDateTextField(label=gettext_lazy("from"), initial=clock.today)

    class Meta:
        model = FeeRule
        fields = ["basis", "level", "amount", "unit_share", "valid_from", "source"]

    def _post_clean(self) -> None:
        """The service makes the row and checks it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> FeeRule:
        return fees.set_fee(**values, by=by, now=now)


class EndFeeForm(forms.Form):
    """The last day."""

    valid_to = JalaliDateTextField(label=gettext_lazy("Last day"))


class EndFeePage(DeskPage):
    """A rule ends without another in its place."""

    permission = MANAGE
    form_class = EndFeeForm
    title = gettext_lazy("Let this fee end")
    lead = gettext_lazy("A new fee ends the one before it by itself; here a fee ends without another in its place.")
    confirm_label = gettext_lazy("Let it end")
    done = gettext_lazy("The fee has its last day.")

    def perform(self, form: Any, by: Any) -> None:
        fees.end_fee(rule_id=self.row.pk, last_day=form.cleaned_data["valid_to"], by=by, now=self.now)


@admin.register(FeeRule)
class FeeRuleAdmin(ActsAdmin):
    """What the work of consultants costs."""

    read_permission = READ
    permission = MANAGE
    form = FeeForm
    list_display = ("basis", "level", "amount", "unit_share", "valid_from", "valid_to")
    list_filter = ("basis", "level", ("valid_to", admin.EmptyFieldListFilter))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A changed fee is a new rule."""
        return False

    def get_urls(self) -> list[URLPattern]:
        return [desk_path(self, EndFeePage, "end"), *super().get_urls()]

    def acts(self, request: HttpRequest, row: Any) -> Iterator[Act]:
        if row.valid_to is None and request.user.has_perm(MANAGE):
            yield Act(_("Let this fee end"), page_of(row, "end"))
