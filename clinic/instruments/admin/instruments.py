"""Instruments and their versions: written, published and retired by the lead of the clinic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.desk import Act, ActsAdmin, page_of
from clinic.instruments import selectors
from clinic.instruments.choices import VersionStatus
from clinic.instruments.models import Instrument, InstrumentVersion
from clinic.instruments.permissions import READ, WRITE
from clinic.instruments.services import instruments
from core.fields.dates import JalaliDateTextField
from core.fields.forms import PersianCharField
from core.web.desk import ServiceForm
from core.web.desk_pages import DeskPage, ReasonForm, change_url, desk_path


class InstrumentForm(ServiceForm):
    """What an instrument is called and for."""

    class Meta:
        model = Instrument
        fields = ["code", "specialty", "name", "purpose"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Instrument:
        facts = self.only(instruments.FACTS)
        if self.instance.pk is None:
            return instruments.create(code=values["code"], values=facts, by=by, now=now)
        return instruments.change(instrument_id=self.instance.pk, values=facts, by=by, now=now)


class NewVersionForm(forms.Form):
    """What will be new."""

    note = PersianCharField(label=gettext_lazy("What is new?"), max_length=300)


class NewVersionPage(DeskPage):
    """Begin the next version."""

    permission = WRITE
    form_class = NewVersionForm
    title = gettext_lazy("Write a new version")
    lead = gettext_lazy("It begins as a copy of the newest one. Until it is published, the version in use is answered.")
    confirm_label = gettext_lazy("Begin the draft")
    done = gettext_lazy("The draft is there.")
    made: InstrumentVersion | None = None

    def perform(self, form: Any, by: Any) -> None:
        note = form.cleaned_data["note"]
        self.made = instruments.new_version(instrument_id=self.row.pk, note=note, by=by, now=self.now)

    def back_url(self) -> str:
        """The draft, once it is there."""
        return change_url(self.made if self.made is not None else self.row)


@admin.register(Instrument)
class InstrumentAdmin(ActsAdmin):
    """Questionnaires."""

    change_form_template = "admin/clinic/instrument.html"
    read_permission = READ
    permission = WRITE
    form = InstrumentForm
    list_display = ("name", "code", "specialty")
    list_filter = ("specialty",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The code stays."""
        return [*super().get_readonly_fields(request, obj), *(["code"] if obj else [])]

    def get_urls(self) -> list[URLPattern]:
        return [desk_path(self, NewVersionPage, "new_version"), *super().get_urls()]

    def acts(self, request: HttpRequest, row: Any) -> Iterator[Act]:
        if request.user.has_perm(WRITE) and not row.versions.filter(status=VersionStatus.DRAFT).exists():
            yield Act(_("Write a new version"), page_of(row, "new_version"))

    def more(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        return {"versions": list(row.versions.order_by("-number"))}


class VersionForm(ServiceForm):
    """What is new, and how long it holds."""

    valid_until = JalaliDateTextField(label=gettext_lazy("valid until"), required=False)

    class Meta:
        model = InstrumentVersion
        fields = ["note", "valid_until"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> InstrumentVersion:
        return instruments.change_version(version_id=self.instance.pk, values=values, by=by, now=now)


class PublishPage(DeskPage):
    """Bring a draft into use."""

    permission = WRITE
    title = gettext_lazy("Bring this version into use")
    lead = gettext_lazy(
        "From now on it is answered in the place of the version before it. It can never be changed again."
    )
    confirm_label = gettext_lazy("Bring it into use")
    done = gettext_lazy("The version is in use.")

    def perform(self, form: Any, by: Any) -> None:
        instruments.publish(version_id=self.row.pk, by=by, now=self.now)


class RetirePage(DeskPage):
    """Take a version out of use."""

    permission = WRITE
    form_class = ReasonForm
    danger = True
    title = gettext_lazy("Take this version out of use")
    lead = gettext_lazy("Nobody can answer it any more. Answers that were given stay.")
    confirm_label = gettext_lazy("Take it out of use")
    done = gettext_lazy("The version is out of use.")

    def perform(self, form: Any, by: Any) -> None:
        instruments.retire(version_id=self.row.pk, reason=form.cleaned_data["reason"], by=by, now=self.now)


@admin.register(InstrumentVersion)
class VersionAdmin(ActsAdmin):
    """Versions with their questions."""

    change_form_template = "admin/clinic/version.html"
    read_permission = READ
    permission = WRITE
    form = VersionForm
    list_display = ("instrument", "number", "status", "published_at", "valid_until")
    list_filter = ("status", "instrument__specialty")
    list_select_related = ("instrument",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A version begins at its instrument."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only drafts are written."""
        is_draft = obj is None or obj.status == VersionStatus.DRAFT
        return is_draft and super().has_change_permission(request, obj)

    def get_urls(self) -> list[URLPattern]:
        pages = [desk_path(self, PublishPage, "publish"), desk_path(self, RetirePage, "retire")]
        return [*pages, *super().get_urls()]

    def acts(self, request: HttpRequest, row: Any) -> Iterator[Act]:
        if not request.user.has_perm(WRITE):
            return
        if row.status == VersionStatus.DRAFT:
            yield Act(_("Bring this version into use"), page_of(row, "publish"))
        if row.status == VersionStatus.PUBLISHED:
            yield Act(_("Take this version out of use"), page_of(row, "retire"), is_danger=True)

    def more(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        may_write = row.status == VersionStatus.DRAFT and request.user.has_perm(WRITE)
        add = f"{reverse('admin:instruments_question_add')}?version={row.pk}"
        return {"sections": selectors.sections(row), "add_url": add if may_write else ""}
