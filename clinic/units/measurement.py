"""The figures of a measurement as a form asks for them, wherever a unit is measured: in the register, or after its treatment."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.units.cells import MOST_KWH, MOST_PEOPLE
from clinic.units.models.reading import MOST_CAPACITY
from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import PersianDecimalField, PersianIntegerField, RialField

PEOPLE: Final[dict[str, Any]] = {"min_value": 0, "max_value": MOST_PEOPLE, "required": False}


class FiguresForm(forms.Form):
    """What was measured on a day; only the capacity has to be known."""

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
