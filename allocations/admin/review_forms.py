"""Forms of the reviewing officer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from allocations.choices import PAPER_ITEM, RefusalReason, Step
from allocations.models import Application
from allocations.services.form_locks import CORRECTABLE_STEPS
from core.fields.forms import JalaliDateTimeField, PersianCharField, PersianTextField


class DecisionForm(forms.Form):
    """Accept or refuse one paper or one group."""

    accepted = forms.TypedChoiceField(
        label=_("Decision"),
        choices=[("yes", _("Accept")), ("no", _("Refuse"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = PersianCharField(
        label=_("Reason of a refusal"), help_text=_("The applicant reads it."), max_length=300, required=False
    )


class CorrectionForm(forms.Form):
    """What is to be put right, how, and until when."""

    items = forms.MultipleChoiceField(label=_("What to correct"), widget=forms.CheckboxSelectMultiple)
    message = PersianTextField(
        label=_("What is wrong and how to put it right"),
        help_text=_("The applicant reads it."),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
    until = JalaliDateTimeField(label=_("Until"), help_text=_("For example 1405/10/15 14:30, Tehran time."))

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        steps = [(step.value, step.label) for step in Step if step in CORRECTABLE_STEPS]
        papers = [(f"{PAPER_ITEM}{code}", name) for code, name in application.call.papers.values_list("code", "name")]
        self.fields["items"].choices = [*papers, *steps]  # type: ignore[attr-defined]


class EligibleForm(forms.Form):
    """The applicant takes part."""

    note = PersianTextField(label=_("Note"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2}))


class IneligibleForm(forms.Form):
    """The applicant does not take part, for these reasons."""

    reason_codes = forms.MultipleChoiceField(
        label=_("Reasons"), choices=RefusalReason.choices, widget=forms.CheckboxSelectMultiple
    )
    note = PersianTextField(
        label=_("Note"),
        help_text=_("The applicant reads it."),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
