"""What the lead of the clinic decides."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.cases.forms.requests import unit_by_code
from clinic.units.models import IndustrialUnit
from core.fields.forms import PersianCharField, PersianTextField
from core.fields.widgets import CodeInput


class NothingForm(forms.Form):
    """Nothing to fill in: the button is the confirmation."""


class RefuseForm(forms.Form):
    """Why a request is not admitted."""

    reason = PersianTextField(
        label=_("Reason"), max_length=1000, help_text=_("The applicant reads it. Say also where else he can turn.")
    )


class AnswerForm(forms.Form):
    """The answer in writing."""

    answer = PersianTextField(
        label=_("Answer"), max_length=4000, help_text=_("The applicant reads it as you write it.")
    )


class UnitForm(forms.Form):
    """Which unit of the register a request is about."""

    code = PersianCharField(label=_("Code of the unit in the register"), max_length=16, widget=CodeInput)

    def clean_code(self) -> IndustrialUnit | None:
        """The unit with this code."""
        return unit_by_code(self.cleaned_data["code"])
