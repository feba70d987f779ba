"""Signing a report."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields.forms import password_field


class SignForm(forms.Form):
    """The password is the signature; `report` says which version was shown beside the field."""

    report = forms.IntegerField(widget=forms.HiddenInput)
    password = password_field(_("Your password"), "current-password", _("With it you sign this version."))
