"""Error pages: refusals of the domain, and Django's own failures, in the portal's layout and both languages."""

from __future__ import annotations

import logging
import sys
from typing import Any

from django.db import Error as DatabaseError
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string, select_template
from django.utils.translation import gettext as _

from core.errors import DomainError

security_log = logging.getLogger("portal.security")
OUT_OF_REACH = (OperationalError, InterfaceError)
"""What a database that is restarted, unreachable, full or overcrowded is told by: nobody's mistake, and over soon."""
LOCK_NOT_AVAILABLE = "55P03"
RETRY_SECONDS = "30"
PAGES = frozenset({400, 403, 404, 409, 413, 429, 500, 503})


def refuse(request: HttpRequest, status: int, message: str = "", *, code: str = "") -> HttpResponse:
    """The error page of `status` with its own sentence, or `message`."""
    page = status if status in PAGES else 400
    if status in (400, 403, 413, 429):
        security_log.warning("refused status=%s code=%s path=%s", status, code, request.path)
    body = select_template([f"{page}.html", "400.html"]).render(
        {"message": message, "code": code, "status": status, "request_id": getattr(request, "id", "")}, request
    )
    return HttpResponse(body, status=status)


def render_domain_error(request: HttpRequest, error: DomainError) -> HttpResponse:
    """The page of a refusal: its status and its sentence."""
    return refuse(request, error.status, error.message, code=error.code)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request itself cannot be read."""
    return refuse(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not for this person."""
    return refuse(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing at this address, or nothing this person may know of."""
    return refuse(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 while the database is away, full or too busy; rendered without it."""
    failure = sys.exc_info()[1]
    status = 503 if isinstance(failure, OUT_OF_REACH) else 500
    context = {"request_id": getattr(request, "id", ""), "message": _reason(failure)}
    try:
        body = str(render_to_string(f"{status}.html", context))
    except (DatabaseError, OSError):
        body = _("Something went wrong. Please try again.")
    return HttpResponse(body, status=status, headers={"Retry-After": RETRY_SECONDS} if status == 503 else None)


def _reason(failure: BaseException | None) -> str:
    if getattr(failure.__cause__ if failure else None, "pgcode", "") == LOCK_NOT_AVAILABLE:
        return _("Somebody else is working on the same thing at this moment. Nothing was changed.")
    return ""


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of an expired or foreign form: says how to go on without losing what was typed."""
    context: dict[str, Any] = {"request_id": getattr(request, "id", "")}
    return HttpResponse(render_to_string("403_csrf.html", context, request), status=403)
