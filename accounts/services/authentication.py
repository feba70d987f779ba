"""Who is it: signing in, and having typed the password a moment ago."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import (
    get_authentication_records,
    perform_login,
    perform_password_login,
    record_authentication,
)
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth import authenticate
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from accounts.models import User
from accounts.services.errors import FreshAuthenticationRequired
from core import clock
from core.audit.services import record

PROOFS = frozenset({"password", "mfa", "sign_on_again"})
"""What counts as having shown again who one is; a code by SMS does not, nor a national sign-on that asked nothing."""


def check_password(*, request: HttpRequest, name: str, password: str) -> User | None:
    """The account with this name (national code or mobile, in any spelling) and password, or None.

    Wrong name and wrong password are one answer, after the same work; django-axes counts both.
    """
    user = authenticate(request, username=name, password=password)
    return user if isinstance(user, User) else None


def sign_in(
    *, request: HttpRequest, user: User, method: str, now: datetime, next_url: str | None = None
) -> HttpResponse:
    """Start a session (or the second factor) for somebody who has just shown who he is; returns where to go.

    `method`: password, code, sign_on or key (which allauth has put on its own record). `next_url` must have been found
    safe by the caller.
    """
    login = Login(user=user, redirect_url=next_url or None)
    with transaction.atomic():
        record(action=f"accounts.sign_in.{method}", by=user, target=user, now=now)
    if method == "password":
        response: HttpResponse = perform_password_login(request, {"username": user.national_code}, login)
    else:
        if method != "key":
            record_authentication(request, user, method=method)
        response = perform_login(request, login)
    return response


def sign_on_again(*, request: HttpRequest, user: User) -> None:
    """The national sign-on has just asked the signed-in person anew: as good as typing the password again."""
    record_authentication(request, user, method="sign_on_again", reauthenticated=True)


def is_fresh(request: HttpRequest, now: datetime) -> bool:
    """Whether one of `PROOFS` was shown in this session within FRESH_AUTHENTICATION (5 minutes)."""
    if not request.user.is_authenticated:
        return False
    records = get_authentication_records(request, request.user)
    latest = max((row["at"] for row in records if row.get("method") in PROOFS), default=0.0)
    age = timedelta(seconds=now.timestamp() - latest)
    return timedelta(0) <= age + timedelta(seconds=5) and age <= settings.FRESH_AUTHENTICATION


def require_fresh(request: HttpRequest, now: datetime) -> None:
    """Raise FreshAuthenticationRequired unless the password was typed within the last five minutes.

    accounts.middleware answers it with the page that asks for the password and then goes on where it was.
    """
    if not is_fresh(request, now):
        raise FreshAuthenticationRequired()


def fresh_authentication_required(view: Callable[..., Any]) -> Callable[..., Any]:
    """Decorator for views: `require_fresh` before anything else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The view behind the question."""
        require_fresh(request, clock.now())
        return view(request, *args, **kwargs)

    return guarded
