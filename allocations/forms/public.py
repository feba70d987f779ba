"""Forms on public pages: may I apply, look for a result, ask a question; and the objection."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.choices import County
from accounts.models import Applicant
from allocations.choices import LicenceKind, ObjectionSubject
from allocations.models import Call
from allocations.services.questions import LONGEST
from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import PersianCharField, PersianTextField
from core.fields.widgets import CodeInput
from estates.models import Trade

OTHER = "other"
YES_NO = (("yes", _("Yes")), ("no", _("No")))


def _today() -> date:
    return clock.today()


def _a_century_ago() -> date:
    return clock.today() - timedelta(days=366 * 120)


def _in_a_generation() -> date:
    return clock.today() + timedelta(days=366 * 30)


class CheckForm(forms.Form):
    """A few questions that show whether applying makes sense. Nothing of it is kept."""

    birth_date = JalaliDateField(label=_("When were you born?"), earliest=_a_century_ago, latest=_today)
    county = forms.ChoiceField(label=_("Which county do you live in?"), choices=[("", _("Choose")), *County.choices])
    trade = forms.ChoiceField(label=_("What is your trade?"), widget=forms.RadioSelect)
    licence = forms.ChoiceField(label=_("Which licence do you hold?"), widget=forms.RadioSelect)
    licence_until = JalaliDateField(
        label=_("Until when is the licence valid?"),
        required=False,
        earliest=_a_century_ago,
        latest=_in_a_generation,
        help_text=_("Leave empty when no last day is written on it."),
    )
    holds_unit = forms.ChoiceField(
        label=_("Do you already hold a unit or plot of the company?"), choices=YES_NO, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, call: Call, trades: list[Trade], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["trade"].choices = [*((one.code, str(one)) for one in trades), (OTHER, _("Another trade"))]
        fields["licence"].choices = [*LicenceKind.choices, (OTHER, _("None of these"))]
        if call.resident_county_id is None:
            del self.fields["county"]
        if not call.refuses_holders:
            del self.fields["holds_unit"]


class ApplyForm(forms.Form):
    """For whom the application is begun."""

    applicant = forms.ChoiceField(label=_("For whom do you apply?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, applicants: list[Applicant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["applicant"].choices = [(str(one.pk), one.display_name) for one in applicants]


class ResultSearchForm(forms.Form):
    """Looking for one row of the results."""

    code = PersianCharField(
        label=_("Tracking code or plot"), max_length=40, required=False, widget=CodeInput(inputmode="text")
    )


class QuestionForm(forms.Form):
    """A question about a call."""

    question = PersianTextField(
        label=_("Your question"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("It is published with its answer and without your name. Write nothing about yourself."),
    )


class ObjectionForm(forms.Form):
    """What the applicant holds to be wrong."""

    subject = forms.ChoiceField(label=_("What is your objection about?"), widget=forms.RadioSelect)
    text = PersianTextField(
        label=_("What is wrong, and why?"),
        max_length=3000,
        widget=forms.Textarea({"rows": 7}),
        help_text=_("Write it in your own words. The committee reads it and answers with its reasons."),
    )

    def __init__(self, *args: Any, subjects: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["subject"].choices = [(code, ObjectionSubject(code).label) for code in subjects]
