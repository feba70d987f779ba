"""Signing a report."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields.forms import PersianTextField, password_field


class SignForm(forms.Form):
    """The password is the signature; `report` says which version was shown beside the field."""

    report = forms.IntegerField(widget=forms.HiddenInput)
    password = password_field(_("Your password"), "current-password", _("With it you sign this version."))


class WithoutForm(forms.Form):
    """Why a report goes on without the signature of somebody who left."""

    reason = PersianTextField(
        label=_("Why it is not signed"),
        max_length=300,
        help_text=_("It stands on the report."),
        widget=forms.Textarea({"rows": 2}),
    )
