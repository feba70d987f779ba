"""The register of consultants and their papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.choices import Role
from accounts.selectors import users_with_role
from clinic.choices import Specialty
from clinic.consultants.choices import MOST_CASES, Level
from clinic.consultants.models import Consultant, Qualification
from clinic.consultants.permissions import DECIDE, MANAGE, READ, READ_WORDS
from clinic.consultants.services import consultants, papers
from clinic.desk import Act, ActsAdmin, page_of
from core.fields.dates import JalaliDateTextField
from core.fields.forms import PersianIntegerField, PersianTextField
from core.web.desk import FoundByKey, ServiceForm
from core.web.desk_pages import DeskPage, PlainForm, ReasonForm, desk_path

LEVELS = [("", gettext_lazy("not his subject")), *Level.choices]


def _name(specialty: str) -> str:
    return f"specialty_{specialty}"


class ConsultantForm(ServiceForm):
    """Facts of the register, and for each specialty how far he is in it."""

    max_cases = PersianIntegerField(
        label=gettext_lazy("most cases at once"), min_value=1, max_value=MOST_CASES, initial=4
    )
    joined_on = JalaliDateTextField(label=gettext_lazy("with the clinic since"))
    about = PersianTextField(
        label=gettext_lazy("what units read about him"), max_length=600, required=False,
        widget=forms.Textarea({"rows": 4}),
    )  # fmt: skip

    class Meta:
        model = Consultant
        fields = ["user", "county", "joined_on", "max_cases", "phone", "about", "is_active"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known = {}
        if self.instance.pk is not None:
            known = dict(self.instance.specialties.values_list("specialty", "level"))
        for code, level in known.items():
            self.initial.setdefault(_name(code), level)
        if "user" in self.fields:
            people = users_with_role(Role.CONSULTANT).filter(consultant__isnull=True)
            self.fields["user"].queryset = people  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The service makes the row and checks it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Consultant:
        facts = self.only(consultants.FACTS)
        wanted = {code: values[_name(code)] for code in Specialty.values if values.get(_name(code))}
        if self.instance.pk is None:
            row = consultants.add(user_id=values["user"].pk, values=facts, specialties=wanted, by=by, now=now)
        else:
            row = consultants.change(consultant_id=self.instance.pk, values=facts, by=by, now=now)
            consultants.set_specialties(consultant_id=row.pk, specialties=wanted, by=by, now=now)
        return consultants.set_active(consultant_id=row.pk, active=values["is_active"], by=by, now=now)


# Eleven fields that differ by their name alone.
SpecialtiesForm = type(
    "SpecialtiesForm",
    (ConsultantForm,),
    {_name(code): forms.ChoiceField(label=label, choices=LEVELS, required=False) for code, label in Specialty.choices},
)


@admin.register(Consultant)
class ConsultantAdmin(FoundByKey, ActsAdmin):
    """The register."""

    read_permission = READ
    permission = MANAGE
    form = SpecialtiesForm
    list_display = ("name", "county", "subjects", "max_cases", "is_active", "joined_on")
    list_filter = ("is_active", "specialties__specialty", "county")
    list_select_related = ("user", "county")
    list_display_links = ("name",)
    readonly_fields = ("subjects",)

    def get_queryset(self, request: HttpRequest) -> Any:
        """With what each knows."""
        return super().get_queryset(request).prefetch_related("specialties")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Facts, then specialties."""
        shown = self._names_shown_only(request, obj)
        names = [shown.get(name, name) for name in ConsultantForm.Meta.fields]
        if obj is not None and not self.has_change_permission(request, obj):
            return [(None, {"fields": [*names, "subjects"]})]
        return [
            (None, {"fields": names}),
            (_("Specialties"), {"fields": [_name(code) for code in Specialty.values]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A row stays with its person."""
        return [*super().get_readonly_fields(request, obj), *(["user"] if obj else [])]

    @admin.display(description=gettext_lazy("name"), ordering="sort_key")
    def name(self, row: Consultant) -> str:
        """First and last name."""
        return row.name

    @admin.display(description=gettext_lazy("specialties"))
    def subjects(self, row: Consultant) -> str:
        """What he knows."""
        return "، ".join(str(one) for one in row.specialties.all())


class ConfirmPage(DeskPage):
    """The paper was compared with its original."""

    permission = DECIDE
    form_class = PlainForm
    title = gettext_lazy("Confirm the paper")
    lead = gettext_lazy("Confirm that you have compared the copy with the original. The consultant is told.")
    confirm_label = gettext_lazy("I have compared it")
    done = gettext_lazy("The paper counts from now on.")

    def perform(self, form: Any, by: Any) -> None:
        papers.confirm(paper_id=self.row.pk, by=by, now=self.now)


class ReturnPage(DeskPage):
    """The paper is not accepted."""

    permission = DECIDE
    form_class = ReasonForm
    danger = True
    title = gettext_lazy("Do not accept the paper")
    lead = gettext_lazy("It does not count, or no longer. The consultant reads your reason.")
    confirm_label = gettext_lazy("Do not accept it")
    done = gettext_lazy("The paper does not count.")

    def perform(self, form: Any, by: Any) -> None:
        papers.return_paper(paper_id=self.row.pk, reason=form.cleaned_data["reason"], by=by, now=self.now)


@admin.register(Qualification)
class QualificationAdmin(ActsAdmin):
    """Papers; consultants hand them in, the lead compares them with the originals."""

    read_permission = READ_WORDS
    permission = MANAGE
    list_display = ("title", "consultant", "kind", "issued_on", "valid_until", "state")
    list_filter = ("kind", ("verified_at", admin.EmptyFieldListFilter), ("withdrawn_at", admin.EmptyFieldListFilter))
    list_select_related = ("consultant__user",)
    readonly_fields = ("open_paper", "state")
    ordering = ("-added_at", "-pk")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Papers come from the consultants."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was handed in stays."""
        return False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The paper and who has seen it."""
        days = [self._jalali_names[name] for name in ("issued_on", "valid_until", "added_at", "verified_at", "withdrawn_at")]  # fmt: skip
        return [
            (None, {"fields": ["consultant", "kind", "title", "issuer", *days, "verified_by", "open_paper", "state"]})
        ]

    def get_urls(self) -> list[URLPattern]:
        return [desk_path(self, ConfirmPage, "confirm"), desk_path(self, ReturnPage, "return"), *super().get_urls()]

    def acts(self, request: HttpRequest, row: Any) -> Iterator[Act]:
        if row.withdrawn_at is not None or not request.user.has_perm(DECIDE, row):
            return
        if row.verified_at is None:
            yield Act(_("Confirm the paper"), page_of(row, "confirm"))
        yield Act(_("Do not accept the paper"), page_of(row, "return"), is_danger=True)

    @admin.display(description=gettext_lazy("paper"))
    def open_paper(self, row: Qualification) -> SafeString:
        """The copy that was handed in; opening it is noted."""
        return format_html('<a href="{}">{}</a>', row.paper.get_absolute_url(), _("Open the paper"))

    @admin.display(description=gettext_lazy("state"))
    def state(self, row: Qualification) -> str:
        """In words."""
        if row.withdrawn_at is not None:
            return _("taken back")
        return _("confirmed") if row.verified_at is not None else _("waits for comparison")
