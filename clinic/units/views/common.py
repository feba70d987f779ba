"""What the pages of the register share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from clinic.units.permissions import require

View = Callable[..., HttpResponse]


def for_those_who(permission: str) -> Callable[[View], View]:
    """A page for people with this permission; it is never kept by a browser or proxy."""

    def decorate(view: View) -> View:
        @wraps(view)
        @never_cache
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            require(request.user, permission)
            return view(request, *args, **kwargs)

        return answer

    return decorate
