"""What is asked when a warning is dealt with, and the sheet of an import."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from core.fields.dates import JalaliDateField
from core.fields.forms import PersianCharField


class NothingForm(forms.Form):
    """Nothing to fill in: the button is the confirmation."""


class RequestForm(forms.Form):
    """Under which number the unit's request stands."""

    request_number = PersianCharField(label=_("number of the request"), max_length=24)


class DismissForm(forms.Form):
    """Why, and until when, nobody has to look at the unit."""

    reason = PersianCharField(label=_("Why?"), max_length=300)
    until = JalaliDateField(
        label=_("remind again on"),
        earliest=lambda: clock.today() + timedelta(days=1),
        latest=lambda: clock.today() + timedelta(days=366),
    )


class SheetForm(forms.Form):
    """The file."""

    upload = forms.FileField(
        label=_("Excel file"), help_text=_("An .xlsx file of at most 2 MB. Nothing changes before you confirm.")
    )
