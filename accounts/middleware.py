"""What every request of a signed-in person passes: the staff's second factor, and asking for the password again."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.adapters import SECOND_FACTORS
from accounts.services.authentication import is_fresh
from accounts.services.errors import FreshAuthenticationRequired
from core import clock

GetResponse = Callable[[HttpRequest], HttpResponse]

FREE_VIEWS = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_reauthenticate_webauthn",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "mfa_reauthenticate",
        "account_reauthenticate",
        "account_sign_on_again",
        "account_sign_on_callback",
        "account_logout",
        "set_language",
        "live",
        "ready",
    }
)
"""Where staff without a second factor may go: to set one up, or out."""


FRESH_VIEWS = frozenset(
    {
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_add_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
    }
)
"""Pages of allauth that ask for the password again. allauth itself lets those through who have none."""


class StaffSecondFactorMiddleware:
    """With STAFF_MFA on, staff reach nothing before they have set up a second factor."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Send them to the page that sets it up."""
        if not settings.STAFF_MFA or not request.user.is_authenticated or not request.user.is_staff:
            return None
        if request.resolver_match is not None and request.resolver_match.view_name in FREE_VIEWS:
            return None
        if Authenticator.objects.filter(user_id=request.user.pk, type__in=SECOND_FACTORS).exists():
            return None
        return redirect("mfa_activate_totp")


class FreshAuthenticationMiddleware:
    """Asks for the password when a view or service wants it fresh; what was sent is done afterwards.

    Stands behind core.web.middleware.DomainErrorMiddleware in the list, so that it is asked first.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Pages that are not ours are asked about by their names."""
        name = request.resolver_match.view_name if request.resolver_match is not None else ""
        if name not in FRESH_VIEWS or not request.user.is_authenticated or is_fresh(request, clock.now()):
            return None
        return suspend_request(request, reverse("account_reauthenticate"))

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only FreshAuthenticationRequired of a signed-in person is answered here."""
        if isinstance(exception, FreshAuthenticationRequired) and request.user.is_authenticated:
            return suspend_request(request, reverse("account_reauthenticate"))
        return None
