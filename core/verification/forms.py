"""The box for a code."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields.forms import PersianCharField
from core.fields.widgets import CodeInput


class VerifyForm(forms.Form):
    """A code from a paper."""

    code = PersianCharField(
        label=_("Code on the paper"),
        max_length=40,
        widget=CodeInput(inputmode="text"),
        help_text=_("For example RS-1405-K7Q2M9T. Capitals, hyphens and Persian digits do not matter."),
        error_messages={"required": _("Enter the code that stands on the paper.")},
    )
