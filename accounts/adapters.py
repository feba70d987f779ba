"""How allauth's sign-in and second factor fit this portal."""

from __future__ import annotations

import base64
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.services import authentication
from core import clock
from core.fields.language import local_digits

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What lets somebody in besides the password; recovery codes only stand in for one of them."""


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by accounts.services.users alone, after the phone was confirmed."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_password": _("The password is not correct."),
        "too_many_login_attempts": _("Too many tries. Please wait a few minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never by allauth: it would store an account before its phone was confirmed."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only addresses of this very host; `//elsewhere` is not one."""
        return is_own_address(context.request, url)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """For second factors: unless the password was typed within the last five minutes."""
        return not authentication.is_fresh(context.request, clock.now())

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """By password, second factor, or the national sign-on for whom it knows; the password first."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if settings.SIGN_ON is not None and user.is_authenticated and user.identity_verified_at is not None:
            url = reverse("account_sign_on_again")
            methods.append({"id": "sign_on", "description": _("Use the national sign-on"), "url": url})
        return methods

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """None of allauth's own sentences: the pages say what happened."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """No e-mail: people are told by core.messages."""


class SocialAdapter(DefaultSocialAccountAdapter):
    """What allauth would do with accounts of other servers: nothing. accounts.views.sign_on does it all."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: a person from the national sign-on gets an account from accounts.services.sign_on."""
        return False

    def authenticate_by_email(self, sociallogin: Any) -> None:
        """Never: an e-mail address is no proof of who somebody is."""

    def list_apps(self, request: HttpRequest, provider: Any = None, client_id: Any = None) -> list[Any]:
        """None from the database: the settings name the one server."""
        return []


def is_own_address(request: HttpRequest, url: str | None) -> bool:
    """Whether `url` stays on the host of the request."""
    return bool(url) and url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )


class MFAAdapter(DefaultMFAAdapter):
    """Second factors; their secrets are encrypted with a key made from SECRET_KEY."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not correct. Type the one the app shows now."),
        "cannot_delete_authenticator": _("Staff must keep their second factor."),
    }

    def get_totp_label(self, user: Any) -> str:
        """Name in the authenticator app: without the national code, which a screen would show to bystanders."""
        return str(user.display_name)

    def encrypt(self, text: str) -> str:
        """For the database."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """From the database."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Staff keep their last second factor while the portal asks for one."""
        if not (settings.STAFF_MFA and authenticator.user.is_staff):
            return True
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=SECOND_FACTORS)
        return others.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """A first suggestion for the name of a key."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Key %(number)s") % {"number": local_digits(number)}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The portal, as the window of the browser or device names it."""
        return {**super().get_public_key_credential_rp_entity(), "name": gettext("Zanjan Industrial Estates")}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        """The owner by name: without the national code, which a screen would show to bystanders."""
        name = user.display_name
        return {**super().get_public_key_credential_user_entity(user), "display_name": name, "name": name}

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """No e-mail."""


def _cipher() -> Fernet:
    key = sha256(f"accounts.mfa:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
