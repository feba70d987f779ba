"""Which pages a shared cache may keep: those of visitors about whom the request says nothing."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

THEME_COOKIE: Final = "theme"
"""Written by static/js/portal.js; says light or dark and nothing else."""


def keep(request: HttpRequest, response: HttpResponse, *, etag: str, seconds: int) -> HttpResponse:
    """Write the headers of a page that everybody sees alike, rendered before.

    For visitors without any cookie but language and colours it is public for `seconds`; with other cookies it stays in that
    one browser; of somebody who is signed in, or where a form's token was written, nothing is kept without asking again.
    """
    response["ETag"] = etag
    response["Cache-Control"] = _control(request, seconds)
    patch_vary_headers(response, ["Cookie", "Accept-Language"])
    return response


def _control(request: HttpRequest, seconds: int) -> str:
    # Django notes there that the page holds a token, whose cookie it is about to set.
    if request.user.is_authenticated or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
        return "private, no-cache"
    known = {settings.LANGUAGE_COOKIE_NAME, THEME_COOKIE}
    return f"{'public' if set(request.COOKIES) <= known else 'private'}, max-age={seconds}"
