"""Who is it: signing up and in, codes, passwords."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.sign_on.identity import Identity
from core.fields.forms import MobileField, NationalCodeField, PersianCharField, password_field
from core.fields.widgets import CodeInput
from core.persian.identifiers import spell


def new_password_field(label: Any) -> forms.CharField:
    """A password that is to be set."""
    return password_field(label, "new-password", _("At least 8 characters; not a common word, not your own numbers."))


class CodeField(forms.CharField):
    """The digits of a one-time code, typed in any of the three sets of digits."""

    widget = CodeInput

    def to_python(self, value: Any) -> str:
        if value in self.empty_values or len(str(value)) > 64:
            return "" if value in self.empty_values else "-"
        return spell(str(value))


class SignInForm(forms.Form):
    """National code or mobile, and password. What is wrong of both is never said."""

    name = forms.CharField(
        label=_("National code or mobile number"),
        max_length=64,
        widget=CodeInput({"autocomplete": "username"}),
    )
    password = password_field(_("Password"), "current-password")


class PhoneForm(forms.Form):
    """The mobile a code goes to."""

    phone = MobileField(
        label=_("Mobile number"),
        help_text=_("We send a code of six digits to this number."),
        widget=CodeInput({"autocomplete": "tel"}, inputmode="tel"),
    )


class CodeForm(forms.Form):
    """The code that came by SMS."""

    code = CodeField(label=_("Code"), widget=CodeInput({"autocomplete": "one-time-code", "size": "8"}))


class SignUpForm(forms.Form):
    """A new account."""

    national_code = NationalCodeField(label=_("National code"), help_text=_("The ten digits on your national card."))
    first_name = PersianCharField(label=_("First name"), max_length=60)
    last_name = PersianCharField(label=_("Last name"), max_length=80)
    phone = MobileField(
        label=_("Mobile number"),
        help_text=_("In your own name. We send a code to it now, and messages about your applications later."),
        widget=CodeInput({"autocomplete": "tel"}, inputmode="tel"),
    )
    password = new_password_field(_("Password"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        password = data.get("password")
        if password:
            names = {name: data.get(name) or "" for name in ("national_code", "phone", "first_name", "last_name")}
            _validate(self, "password", password, User(**names))
        return data


class FirstSignOnForm(PhoneForm):
    """The mobile of somebody the national sign-on has just shown us, and the names it did not tell."""

    NAMES = ("first_name", "last_name")

    first_name = PersianCharField(label=_("First name"), max_length=60)
    last_name = PersianCharField(label=_("Last name"), max_length=80)
    field_order = ["first_name", "last_name", "phone"]

    def __init__(self, *args: Any, identity: Identity, **kwargs: Any) -> None:
        kwargs["initial"] = {"phone": identity.phone}
        super().__init__(*args, **kwargs)
        for name in self.NAMES:
            if getattr(identity, name):
                del self.fields[name]


class NewPasswordForm(forms.Form):
    """A new password after the code came back."""

    password = new_password_field(_("New password"))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("password"):
            _validate(self, "password", data["password"], self.user)
        return data


def _validate(form: forms.Form, field: str, password: str, user: User) -> None:
    try:
        password_validation.validate_password(password, user)
    except forms.ValidationError as error:
        form.add_error(field, error)


class ChangePasswordForm(NewPasswordForm):
    """The old password and a new one."""

    old_password = password_field(_("Present password"), "current-password")
    field_order = ["old_password", "password"]
