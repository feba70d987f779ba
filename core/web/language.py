"""The switch between the languages of the interface.

Its form bears no token, so that pages for visitors are the same for all of them and may be kept by caches on the day of a
result. What a foreign page could do with it is to change the language of a visitor; even that is refused where the browser
says that the request comes from elsewhere.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from core.web.errors import refuse

OWN_SITES = ("same-origin", "none")
"""Values of Sec-Fetch-Site of one's own pages and of what was typed or reloaded."""


@csrf_exempt
@login_not_required
def switch(request: HttpRequest) -> HttpResponse:
    """POST sets the language (a cookie) and goes back to `next`, an address of this site; GET changes nothing."""
    if request.method == "POST" and not _from_here(request):
        return refuse(request, 403)
    return set_language(request)


def _from_here(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN_SITES
    origin = request.headers.get("Origin", "")
    return origin in ("", "null") or urlsplit(origin).netloc == request.get_host()
