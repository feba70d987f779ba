"""What django-axes asks: under which name a wrong password is counted, where it came from, what the locked-out see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.models import User
from core.persian.identifiers import spell
from core.web.errors import refuse


def counted_name(request: HttpRequest | None, credentials: Mapping[str, Any] | None = None) -> str | None:
    """One name for each account, in whatever spelling it was typed and whether as national code or as mobile.

    Without it, five tries would become five for each spelling.
    """
    typed = (credentials or {}).get("username")
    if not typed:
        return None
    known = User.objects.by_identifier(str(typed)).values_list("national_code", flat=True).first()
    return known or spell(str(typed)[:64])


def client_ip(request: HttpRequest) -> str | None:
    """Address of the browser, by the number of proxies in front (the setting TRUSTED_PROXY_COUNT)."""
    return get_client_ip(request)


def locked_out(request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None) -> HttpResponse:
    """The page after five wrong passwords: what happened, how long it lasts, what can be done now."""
    return refuse(
        request,
        429,
        _(
            "Five wrong passwords were typed for this account, so signing in by password is closed for 15 minutes. "
            "You can sign in with a code sent to your mobile, or ask for a new password."
        ),
        code="locked_out",
    )
