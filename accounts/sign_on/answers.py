"""From the code in the browser's address to claims that are proven: signature, issuer, audience, time, nonce."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any

import jwt
import requests
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.http import HttpRequest

from accounts.services.errors import SignOnAway, SignOnRefused
from accounts.sign_on.provider import NationalAdapter, NationalProvider

ALGORITHMS = ("RS256", "ES256", "PS256")
"""Signatures by a key of the server; one made with the portal's own secret (HS256) or none at all is no proof."""
LEEWAY_SECONDS = 60
MUST_HAVE = ["iss", "sub", "aud", "exp", "iat", "nonce"]


def claims_of(request: HttpRequest, state: Mapping[str, Any], claim: str) -> dict[str, Any]:
    """Redeem the code of this request and return the claims about the person.

    `state` is what this browser's session kept of the journey (`nonce`, `pkce_code_verifier`). When the signed token lacks
    `claim`, the claims of the userinfo address are added, if they are of the same subject. Raises SignOnRefused, SignOnAway.
    """
    adapter = NationalAdapter(request)
    try:
        answer = _redeem(request, adapter, state)
        claims = _checked(adapter, answer.get("id_token"), str(state.get("nonce") or ""))
        if claim not in claims and adapter.openid_config.get("userinfo_endpoint"):
            more = adapter._fetch_user_info(answer["access_token"])
            if not isinstance(more, dict) or more.get("sub") != claims["sub"]:
                raise SignOnRefused(code="other_subject")
            claims = {**more, **claims}
    except requests.RequestException as error:
        raise SignOnAway() from error
    except (OAuth2Error, jwt.PyJWTError, ValueError, KeyError, TypeError) as error:
        raise SignOnRefused(code=f"answer_{type(error).__name__}") from error
    return claims


def _redeem(request: HttpRequest, adapter: NationalAdapter, state: Mapping[str, Any]) -> dict[str, Any]:
    app = NationalProvider(request).app
    client = adapter.get_client(request, app)
    answer = adapter.get_access_token_data(request, app, client, pkce_code_verifier=state.get("pkce_code_verifier"))
    if not isinstance(answer, dict) or not isinstance(answer.get("id_token"), str):
        raise SignOnRefused(code="no_id_token")
    return answer


def _checked(adapter: NationalAdapter, token: Any, nonce: str) -> dict[str, Any]:
    # allauth leaves the signature unread when the token came straight from the server; here it is always read.
    audience = adapter.get_provider().app.client_id
    claims: dict[str, Any] = jwt.decode(
        token,
        key=_key(adapter, jwt.get_unverified_header(token)),
        algorithms=list(ALGORITHMS),
        audience=audience,
        issuer=adapter.openid_config["issuer"],
        leeway=LEEWAY_SECONDS,
        options={"require": MUST_HAVE},
    )
    others = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if others else audience) != audience:
        raise SignOnRefused(code="other_party")
    if not nonce or not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise SignOnRefused(code="other_nonce")
    return claims


def _key(adapter: NationalAdapter, header: Mapping[str, Any]) -> Any:
    if header.get("alg") not in ALGORITHMS:
        raise SignOnRefused(code="other_algorithm")
    with get_adapter().get_requests_session() as session:
        response = session.get(adapter.openid_config["jwks_uri"])
        response.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(response.json()).keys
    fitting = [key for key in keys if header.get("kid") in (None, key.key_id)]
    if len(fitting) != 1:
        raise SignOnRefused(code="no_such_key")
    return fitting[0]
