"""How allauth's sign-in and second factor fit this portal."""

from __future__ import annotations

import base64
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from accounts.services import authentication
from core import clock


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

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """None of allauth's own sentences: the pages say what happened."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """No e-mail: people are told by core.messages."""


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
        """Staff keep their second factor while the portal asks for one."""
        return not (settings.STAFF_MFA and authenticator.user.is_staff)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """No e-mail."""


def _cipher() -> Fernet:
    key = sha256(f"accounts.mfa:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
