"""Security keys (WebAuthn): allauth's steps on the portal's pages."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import views as base_views
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as webauthn_views
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.services import authentication
from accounts.views.entrance import next_of
from core import clock


class SecondFactorView(base_views.AuthenticateView):
    """The second factor at sign-in: by code, by key, or whichever of them the person has."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        types = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        has = {"has_app": Authenticator.Type.TOTP in types, "has_key": Authenticator.Type.WEBAUTHN in types}
        return super().get_context_data(**kwargs) | has


class SignInByKeyView(webauthn_views.LoginWebAuthnView):
    """A key in the place of national code and password. GET gives the script its challenge."""

    def form_invalid(self, form: Any) -> HttpResponse:
        for texts in form.errors.values():
            messages.error(self.request, texts[0])
        next_url = next_of(self.request)
        return redirect(reverse("account_login") + (f"?{urlencode({'next': next_url})}" if next_url else ""))

    def form_valid(self, form: Any) -> HttpResponse:
        key: Authenticator = form.cleaned_data["credential"]
        post_authentication(self.request, key, passwordless=True)
        user: Any = key.user
        return authentication.sign_in(
            request=self.request, user=user, method="key", now=clock.now(), next_url=next_of(self.request)
        )


class _ShowsErrors:
    """allauth builds the form of these pages anew and forgets what was wrong with it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data()  # type: ignore[misc]
        return context | kwargs

    def form_invalid(self, form: Any) -> HttpResponse:
        view: Any = self
        response: HttpResponse = view.render_to_response(self.get_context_data(form=form))
        return response


class AgainByKeyView(_ShowsErrors, webauthn_views.ReauthenticateWebAuthnView):
    """A key in the place of typing the password again."""


class AddKeyView(_ShowsErrors, webauthn_views.AddWebAuthnView):
    """One more key."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        messages.success(self.request, _("The key is set up."))
        return response


class RenameKeyView(webauthn_views.EditWebAuthnView):
    """Another name."""

    success_url = reverse_lazy("mfa_index")


class RemoveKeyView(webauthn_views.RemoveWebAuthnView):
    """It lets nobody in any more; staff keep one second factor."""

    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.object):
            form.add_error(None, adapter.validation_error("cannot_delete_authenticator"))
            return self.form_invalid(form)
        response: HttpResponse = super().form_valid(form)
        messages.success(self.request, _("The key was removed."))
        return response


@require_safe
def key_list(request: HttpRequest) -> HttpResponse:
    """Keys stand on the page of all second factors."""
    return redirect("mfa_index")
