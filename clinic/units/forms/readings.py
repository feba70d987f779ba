"""Forms of readings. Any digits are read; the service says what does not fit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.units.cells import MOST_KWH, MOST_PEOPLE
from clinic.units.choices import ReadingSource
from clinic.units.models import UnitReading
from clinic.units.models.reading import FIGURES, MOST_CAPACITY
from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import PersianDecimalField, PersianIntegerField, PersianTextField, RialField

PEOPLE: dict[str, Any] = {"min_value": 0, "max_value": MOST_PEOPLE, "required": False}


class ReadingForm(forms.Form):
    """What was measured on a day."""

    measured_on = JalaliDateField(label=_("measured on"), latest=clock.today)
    actual_capacity_percent = PersianDecimalField(
        label=_("capacity in use (percent)"),
        min_value=0,
        max_value=MOST_CAPACITY,
        help_text=_("What is made now, of what the licence allows. 0 when nothing is made."),
    )
    staff = PersianIntegerField(label=_("staff at work"), **PEOPLE)
    insured_staff = PersianIntegerField(label=_("people on the insurance list"), **PEOPLE)
    sales_rials = RialField(label=_("sales in a month (rials)"), required=False)
    power_kwh = PersianIntegerField(
        label=_("power used in a month (kWh)"), min_value=0, max_value=MOST_KWH, required=False
    )
    arrears_bank = RialField(label=_("arrears at banks (rials)"), required=False)
    arrears_tax = RialField(label=_("arrears of tax (rials)"), required=False)
    arrears_insurance = RialField(label=_("arrears of insurance (rials)"), required=False)
    source = forms.ChoiceField(label=_("where the figures come from"), choices=ReadingSource.choices)
    note = PersianTextField(label=_("note"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2}))


class CorrectionForm(ReadingForm):
    """Figures that take the place of others."""

    note = PersianTextField(
        label=_("Why are the figures corrected?"), max_length=1000, widget=forms.Textarea({"rows": 2})
    )


def present(reading: UnitReading) -> dict[str, Any]:
    """What the form of a correction shows at first."""
    return {name: getattr(reading, name) for name in ("measured_on", *FIGURES, "source")}
