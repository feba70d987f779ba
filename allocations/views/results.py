"""Results for everybody: by tracking code and opaque id, never by name; light enough for the day they come out."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from allocations import selectors
from allocations.forms.public import ResultSearchForm
from allocations.models import Run
from core import clock
from core.persian.digits import to_ascii
from core.persian.text import normalise
from core.web import caching

SECONDS = 60
"""How long a browser, or a cache between, may show the page without asking again."""
LONGEST_DRAW_NUMBER = 9


@login_not_required
@require_safe
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """The rows of a result, searched and paged by draw number; before publication, when it comes."""
    call = selectors.results.public_call(slug)
    etag = _etag(request, selectors.results.stamp(call))
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return caching.keep(request, unchanged, etag=etag, seconds=SECONDS)
    head = selectors.results.results(slug)
    form = ResultSearchForm(request.GET)
    search = _code(form.cleaned_data["code"]) if form.is_valid() else ""
    context: dict[str, Any] = {"call": call, "phase": call.phase_at(clock.now()), "head": head, "form": form}
    status = 200
    if not form.is_valid():
        status = 422
    elif head.run is not None:
        context |= _rows(request, head.run, search)
    response = TemplateResponse(request, "allocations/results.html", context, status=status).render()
    if head.run is None or status != 200:
        return response
    return caching.keep(request, response, etag=etag, seconds=SECONDS)


@login_not_required
@require_safe
def plots(request: HttpRequest, slug: str) -> HttpResponse:
    """The same result by plot: who holds it by which standing, how many wanted it, how many wait."""
    call = selectors.results.public_call(slug)
    etag = _etag(request, selectors.results.stamp(call))
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return caching.keep(request, unchanged, etag=etag, seconds=SECONDS)
    run = selectors.results.published_run(call)
    rows = selectors.results.plot_rows(run) if run is not None else []
    context = {"call": call, "phase": call.phase_at(clock.now()), "run": run, "rows": rows}
    response = TemplateResponse(request, "allocations/results_plots.html", context).render()
    return response if run is None else caching.keep(request, response, etag=etag, seconds=SECONDS)


def _rows(request: HttpRequest, run: Run, search: str) -> dict[str, Any]:
    after = request.GET.get("after", "")
    first = int(after) if after.isascii() and after.isdigit() and len(after) <= LONGEST_DRAW_NUMBER else 0
    page = selectors.results.result_page(run, after=first, search=search)
    following = {"code": search} if search else {}
    return {
        "page": page,
        "search": search,
        "next_url": f"?{urlencode({**following, 'after': page.after})}" if page.after else "",
        "first_url": f"?{urlencode(following)}" if first else "",
    }


def _code(typed: str) -> str:
    """A code as it is stored: Latin digits, capitals, hyphens of one kind."""
    plain = to_ascii(normalise(typed)).replace(" ", "").replace("‐", "-").replace("–", "-").replace("−", "-")
    return plain.upper()


def _etag(request: HttpRequest, stamp: str) -> str:
    """Of what the page shows and to whom: the header names the person who is signed in."""
    who = str(request.user.pk or "")
    parts = "\n".join((stamp, get_language() or "", who, request.get_full_path()))
    return quote_etag(hashlib.sha256(parts.encode()).hexdigest()[:32])
