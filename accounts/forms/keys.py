"""allauth's forms for security keys (WebAuthn) in the portal's words; what a browser sends is never trusted to be whole."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.fields.forms import PersianCharField

LONGEST = 16_384
DAMAGED = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError, struct.error)
"""What the WebAuthn library raises on an answer that no browser would give."""
KEPT = ("id", "rawId", "type", "authenticatorAttachment")
KEPT_OF_RESPONSE = ("clientDataJSON", "attestationObject", "transports")


def refusal() -> ValidationError:
    """One answer for every damaged or wrong one."""
    return ValidationError(_("The key could not be checked. Please try once more."), code="wrong_key")


def checked(check: Callable[[], Any]) -> Any:
    """What `check` returns; all that a damaged answer may raise becomes `refusal`."""
    try:
        return check()
    except ValidationError as error:
        if error.code == "incorrect_code":
            raise refusal() from error
        raise
    except DAMAGED as error:
        raise refusal() from error


class CredentialField(forms.JSONField):
    """The answer of a key, as the browser's script writes it."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(label=_("Security key"), error_messages={"required": refusal().message})

    def to_python(self, value: Any) -> Any:
        text = str(value or "")
        if len(text) > LONGEST or "\\u0000" in text:
            raise refusal()
        try:
            parsed = super().to_python(value)
        except (ValidationError, RecursionError) as error:
            raise refusal() from error
        if parsed is not None and not isinstance(parsed, dict):
            raise refusal()
        return parsed

    def bound_data(self, data: Any, initial: Any) -> Any:
        """An answer is good once, so the page that comes back never bears it again."""
        return initial

    def prepare_value(self, value: Any) -> str:
        return ""


def name_field(*, required: bool) -> PersianCharField:
    """How the owner calls the key."""
    return PersianCharField(
        label=_("Name of the key"),
        max_length=60,
        required=required,
        help_text=_("So that you know it later, for example “phone”."),
    )


class AddKeyForm(webauthn_forms.AddWebAuthnForm):
    """A new key."""

    # The key has been made when the form comes; without a name it gets one.
    name = name_field(required=False)
    passwordless = forms.BooleanField(
        label=_("Let this key alone sign me in, without national code and password"),
        required=False,
        help_text=_("Only on a device of your own: its fingerprint, face or PIN then stands for your password."),
    )
    credential = CredentialField()
    field_order = ["name", "passwordless", "credential"]

    def clean(self) -> dict[str, Any]:
        parent: Any = super()
        data: dict[str, Any] = checked(parent.clean)
        if data.get("credential"):
            data["credential"] = _needed(data["credential"])
        return data


class _ChecksKey(forms.Form):
    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        parent: Any = super()
        found: Authenticator = checked(parent.clean_credential)
        return found


class EnterByKeyForm(_ChecksKey, webauthn_forms.AuthenticateWebAuthnForm):
    """A key as the second factor at sign-in."""


class SignInByKeyForm(_ChecksKey, webauthn_forms.LoginWebAuthnForm):
    """A key in the place of national code and password."""


class AgainByKeyForm(_ChecksKey, webauthn_forms.ReauthenticateWebAuthnForm):
    """A key in the place of typing the password again."""


class RenameKeyForm(webauthn_forms.EditWebAuthnForm):
    """Another name for a key."""

    name = name_field(required=True)


def _needed(credential: dict[str, Any]) -> dict[str, Any]:
    # The browser may add anything; only what a later sign-in needs is stored.
    response = credential["response"]
    properties = (credential.get("clientExtensionResults") or {}).get("credProps") or {}
    return {
        **{name: credential[name] for name in KEPT if name in credential},
        "response": {name: response[name] for name in KEPT_OF_RESPONSE if name in response},
        "clientExtensionResults": {"credProps": {"rk": properties.get("rk") is True}},
    }
