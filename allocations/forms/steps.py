"""The steps of an application that are filled in. Checking for good is done by the services; these forms read and explain."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Document
from allocations.choices import CallMode, LicenceKind, WorkplaceKind
from allocations.models import Application, CallGroup
from allocations.services.step_data import MOST
from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import PersianCharField, PersianIntegerField, PersianTextField, RialField
from core.fields.widgets import CodeInput
from estates.models import Trade

NONE_OF_THEM = "none"


def _today() -> date:
    return clock.today()


def _long_ago() -> date:
    return clock.today() - timedelta(days=366 * 80)


def _in_a_generation() -> date:
    return clock.today() + timedelta(days=366 * 30)


def _count(name: str, label: Any, **kwargs: Any) -> PersianIntegerField:
    return PersianIntegerField(label=label, min_value=0, max_value=MOST[name], **kwargs)


class CraftForm(forms.Form):
    """Craft and licence. What no criterion of the call counts is not asked."""

    trade = forms.ChoiceField(label=_("Your trade"), widget=forms.RadioSelect)
    licence_kind = forms.ChoiceField(label=_("Which licence do you hold?"), widget=forms.RadioSelect)
    licence_number = PersianCharField(
        label=_("Number of the licence"), max_length=40, widget=CodeInput(inputmode="text")
    )
    licence_issued_on = JalaliDateField(label=_("Issued on"), earliest=_long_ago, latest=_today)
    licence_valid_until = JalaliDateField(
        label=_("Valid until"),
        required=False,
        earliest=_long_ago,
        latest=_in_a_generation,
        help_text=_("Leave empty when no last day is written on it."),
    )
    years_licensed = _count(
        "years_licensed",
        _("How many years have you worked with a licence?"),
        help_text=_("Whole years, counted from your first licence. Write 0 when it is less than one year."),
    )
    quality_seals = _count("quality_seals", _("How many seals of authenticity and quality marks have you received?"))
    fairs_attended = _count("fairs_attended", _("At how many fairs have you shown your work?"))
    apprentices_trained = _count("apprentices_trained", _("How many apprentices have you trained?"))
    master_craftsman = forms.BooleanField(label=_("I hold the title of master craftsman"), required=False)
    guild_member = forms.BooleanField(label=_("I am a member of the guild union"), required=False)
    cluster_member = forms.BooleanField(label=_("I am a member of the business cluster of my trade"), required=False)

    COUNTED_ONLY = (
        "quality_seals",
        "fairs_attended",
        "apprentices_trained",
        "master_craftsman",
        "guild_member",
        "cluster_member",
    )
    hide_optional = False

    def __init__(
        self, *args: Any, application: Application, trades: list[Trade], counted: frozenset[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in self.COUNTED_ONLY:
            if name not in counted:
                del self.fields[name]
        accepted = application.call.accepted_licences
        fields: Any = self.fields
        fields["trade"].choices = [(trade.code, str(trade)) for trade in trades]
        fields["licence_kind"].choices = [(code, LicenceKind(code).label) for code in accepted]


class PlanForm(forms.Form):
    """Where the applicant works, and what he plans."""

    workplace_kind = forms.ChoiceField(
        label=_("Where do you work now?"), choices=WorkplaceKind.choices, widget=forms.RadioSelect
    )
    jobs_now = _count(
        "jobs_now", _("How many people work with you now?"), help_text=_("Count yourself. Write 1 when you work alone.")
    )
    jobs_promised = _count(
        "jobs_promised",
        _("How many new jobs will there be?"),
        help_text=_("Only those you are sure of: the contract will hold you to the number."),
    )
    investment_rials = RialField(
        label=_("How much do you plan to invest? (rials)"), help_text=_("Building and machines together, in rials.")
    )
    area_needed = _count("area_needed", _("How much area do you need? (square metres)"))
    amount = RialField(label=_("The amount you offer (rials)"), min_value=1)
    plan_summary = PersianTextField(
        label=_("What will you make, and how?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("A few sentences in your own words are enough."),
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if application.call.mode != CallMode.AUCTION:
            del self.fields["amount"]


class GroupsForm(forms.Form):
    """Groups for which plots are kept. Belonging to none is an answer too, and has to be given."""

    groups = forms.MultipleChoiceField(
        label=_("Which of these groups do you belong to?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Mark your groups, or mark the last line when you belong to none.")},
    )

    def __init__(self, *args: Any, groups: list[CallGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        none = (NONE_OF_THEM, _("None of them"))
        fields: Any = self.fields
        fields["groups"].choices = [*((group.code, _with_help(group)) for group in groups), none]

    def clean_groups(self) -> list[str]:
        """The codes of the groups; "none of them" cannot stand beside a group."""
        chosen: list[str] = self.cleaned_data["groups"]
        if NONE_OF_THEM in chosen and len(chosen) > 1:
            raise forms.ValidationError(_("You marked a group and “none of them” together. Take one of both away."))
        return [code for code in chosen if code != NONE_OF_THEM]


class PaperForm(forms.Form):
    """One paper: taken from the vault, or a new photo or PDF."""

    document = forms.ChoiceField(label=_("A paper you have in your vault"), widget=forms.RadioSelect, required=False)
    upload = forms.FileField(
        label=_("A new photo or PDF"),
        required=False,
        allow_empty_file=True,
        help_text=_("A readable photo of the whole paper (JPEG, PNG) or a PDF, at most 8 megabytes."),
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
    )
    hide_optional = True

    def __init__(self, *args: Any, documents: list[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        if documents:
            rows = [(str(one.pk), one.display_title) for one in documents]
            fields["document"].choices = [*rows, ("", _("None of these: I send a new one"))]
        else:
            del self.fields["document"]

    def clean(self) -> dict[str, Any]:
        """Exactly one source."""
        data: dict[str, Any] = super().clean() or {}
        upload, document = data.get("upload"), data.get("document")
        if not self.errors and not upload and not document:
            self.add_error("upload", _("Choose a file, or a paper from your vault."))
        if upload and document:
            data["document"] = ""  # who goes to the trouble of sending a new file means that one
        return data


class DeclarationForm(forms.Form):
    """The last step: the applicant stands by what he wrote."""

    agreed = forms.BooleanField(
        label=_("Everything I have written is true, and the papers are mine and genuine."),
        error_messages={"required": _("Mark this line: without the declaration nothing can be handed in.")},
    )
    no_other_unit = forms.BooleanField(
        label=_("I hold no other unit of the company."),
        error_messages={
            "required": _("This call is only for people who hold no other unit. Mark the line if that is so.")
        },
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not application.call.refuses_holders:
            del self.fields["no_other_unit"]


class ConfirmForm(forms.Form):
    """A page that is only confirmed; it has a form so that refusals have a place."""


class WithdrawForm(forms.Form):
    """Taking an application back; the reason helps the company and is not asked for."""

    reason = PersianCharField(
        label=_("Why do you withdraw?"), max_length=300, required=False, widget=forms.Textarea({"rows": 3})
    )


def _with_help(group: CallGroup) -> str:
    return f"{group.name} – {group.help}" if group.help else group.name
