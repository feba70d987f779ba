"""The published record of a call: hashes, files, runs, and the program that checks them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from allocations import selectors
from allocations.engine.canonical import sha256_hex
from core import clock

FOREVER = "public, max-age=31536000, immutable"
"""A file of a run never changes; a later run has files of its own."""


@login_not_required
@require_safe
def record(request: HttpRequest, slug: str) -> HttpResponse:
    """What was frozen, what was drawn, every run with its files and hashes."""
    page = selectors.record.record_page(slug)
    context = {
        "page": page,
        "call": page.call,
        "phase": page.call.phase_at(clock.now()),
        "chain": selectors.record.chain_end(),
    }
    return TemplateResponse(request, "allocations/record.html", context)


@login_not_required
@require_safe
def record_zip(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The ZIP of a run."""
    data = selectors.record.record_zip(slug, number)
    return _file(request, data, f"{slug}-run-{number}-record.zip", "application/zip")


@login_not_required
@require_safe
def verifier(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The program that checks the record, as it was when the run was stored."""
    data = selectors.record.verifier(slug, number).encode()
    return _file(request, data, "verify.py", "text/x-python; charset=utf-8")


@login_not_required
@require_safe
def frozen_file(request: HttpRequest, slug: str, number: int, name: str) -> HttpResponse:
    """One of the three files of a frozen list."""
    data = selectors.record.frozen_file(slug, number, name)
    kind = "application/json" if name.endswith(".json") else "application/jsonl"
    return _file(request, data, f"{slug}-list-{number}-{name}", f"{kind}; charset=utf-8")


@login_not_required
@require_safe
def rules_file(request: HttpRequest, slug: str) -> HttpResponse:
    """The locked rules of a call, from its publication."""
    call = selectors.results.public_call(slug)
    response = _file(request, call.rules_json.encode(), f"{slug}-rules.json", "application/json; charset=utf-8")
    response["Cache-Control"] = "public, max-age=300"
    return response


def _file(request: HttpRequest, data: bytes, name: str, content_type: str) -> HttpResponse:
    etag = quote_etag(sha256_hex(data))
    response = get_conditional_response(request, etag=etag) or HttpResponse(data, content_type=content_type)
    response["ETag"] = etag
    response["Cache-Control"] = FOREVER
    if response.status_code == 200:
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Content-Type-Options"] = "nosniff"
    return response
