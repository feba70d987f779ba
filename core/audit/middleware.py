"""Puts the signed-in person and the request's id into every audit event of the request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from core.audit.context import acting


class AuditMiddleware:
    """Stands behind the authentication middleware, so the person is known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user if request.user.is_authenticated else None
        with acting(user, request=getattr(request, "id", "")):
            return self.get_response(request)
