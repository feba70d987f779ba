"""The national sign-on as a provider of allauth, stricter than allauth's own.

It is not found through allauth's tables or list of providers: the one that `settings.SIGN_ON` names is the only one.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import requests
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse

from accounts.services.errors import SignOnAway
from core.errors import NotFound

PROVIDER_ID = "national"
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
CONFIGURATION_SECONDS = 600


def given() -> Any:
    """The settings of the national sign-on (portal.env.SignOn). Raises NotFound where there is none."""
    if settings.SIGN_ON is None:
        raise NotFound()
    return settings.SIGN_ON


class NationalAdapter(OpenIDConnectOAuth2Adapter):
    """Speaks to the server."""

    def __init__(self, request: HttpRequest, provider_id: str = PROVIDER_ID) -> None:
        super().__init__(request, provider_id)

    def get_provider(self) -> NationalProvider:
        """The one provider of this portal."""
        return NationalProvider(self.request)

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        """Where the server sends the browser back to."""
        return str(build_absolute_uri(request, reverse("account_sign_on_callback")))

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the server says of itself, kept for ten minutes. Raises SignOnAway when it speaks for another issuer."""
        server = given().server
        key = f"sign_on:{server}"
        found: dict[str, Any] | None = cache.get(key)
        if found is None:
            found = super().openid_config
            _check_configuration(found, server)
            cache.set(key, found, CONFIGURATION_SECONDS)
        return found

    @property
    def basic_auth(self) -> bool:
        """How the secret is shown: in the header unless the server takes it in the form alone (OIDC discovery §3)."""
        methods = self.openid_config.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        return "client_secret_basic" in methods


class NationalProvider(OpenIDConnectProvider):
    """The provider that `settings.SIGN_ON` names."""

    oauth2_adapter_class = NationalAdapter

    def __init__(self, request: HttpRequest, app: Any = None) -> None:
        here = given()
        super().__init__(
            request,
            app=SocialApp(
                provider=self.id,
                provider_id=PROVIDER_ID,
                client_id=here.client_id,
                secret=here.secret,
                settings={"server_url": here.server, "scope": list(here.scopes), "oauth_pkce_enabled": True},
            ),
        )

    def get_oauth2_adapter(self, request: HttpRequest) -> NationalAdapter:
        """Ours."""
        return NationalAdapter(request)


def _check_configuration(found: Any, server: str) -> None:
    if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in NEEDED):
        raise SignOnAway(code="sign_on_configuration")
    if found["issuer"].rstrip("/") != server:
        raise SignOnAway(code="sign_on_issuer")
    # Behind an https server nothing may be asked over http.
    addresses = [found[name] for name in (*NEEDED[1:], "userinfo_endpoint") if found.get(name)]
    if any(urlsplit(address).scheme != urlsplit(server).scheme for address in addresses):
        raise SignOnAway(code="sign_on_insecure")


UNREACHABLE = (requests.RequestException,)
"""What the libraries raise when the server does not answer."""
