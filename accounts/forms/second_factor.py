"""allauth's forms in the portal's words, with digits in any of the three sets."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.sign_in import CodeField
from core.fields.forms import password_field
from core.fields.widgets import CodeInput


def _code(label: Any) -> CodeField:
    return CodeField(label=label, widget=CodeInput({"autocomplete": "one-time-code"}))


class ReauthenticateForm(account_forms.ReauthenticateForm):
    """The password once more."""

    password = password_field(_("Password"), "current-password")


class AuthenticateForm(mfa_forms.AuthenticateForm):
    """The second factor at sign-in."""

    code = _code(_("Code of the authenticator app, or a recovery code"))


class ReauthenticateByCodeForm(mfa_forms.ReauthenticateForm):
    """The second factor once more."""

    code = _code(_("Code of the authenticator app"))


class ActivateForm(totp_forms.ActivateTOTPForm):
    """The first code of a new authenticator app."""

    code = _code(_("Code the app shows now"))
