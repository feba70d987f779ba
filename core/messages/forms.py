"""Whose inbox."""

from __future__ import annotations

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from core.persian.errors import PersianValueError
from core.persian.identifiers import parse_mobile
from core.persian.text import normalise


class InboxForm(forms.Form):
    """A mobile number in any digits, or an e-mail address; empty: everybody's."""

    to = forms.CharField(label=_("Mobile number or e-mail"), max_length=254, required=False)

    def clean_to(self) -> str:
        """The address in its one spelling."""
        text = normalise(self.cleaned_data["to"])
        if not text:
            return ""
        if "@" in text:
            validate_email(text)
            return text
        try:
            return parse_mobile(text)
        except PersianValueError as error:
            raise forms.ValidationError(_("This is neither a mobile number nor an e-mail address.")) from error
