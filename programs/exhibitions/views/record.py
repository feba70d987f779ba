"""The published record of booths: its ZIP, and the program that checks it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from programs.exhibitions.choices import WITH_RESULT, RunStatus
from programs.exhibitions.models import BoothRun


def _run(slug: str) -> BoothRun:
    runs = BoothRun.objects.filter(exhibition__slug=slug, exhibition__status__in=WITH_RESULT)
    run = runs.filter(status=RunStatus.APPROVED).first()
    if run is None:
        raise Http404
    return run


@login_not_required
@require_safe
def record_zip(request: HttpRequest, slug: str) -> HttpResponse:
    """The ZIP of the result that stands."""
    return _file(bytes(_run(slug).record), f"{slug}-record.zip", "application/zip")


@login_not_required
@require_safe
def verifier(request: HttpRequest, slug: str) -> HttpResponse:
    """The program that checks it, as it was when the result was stored."""
    return _file(_run(slug).verifier.encode(), "verify.py", "text/x-python; charset=utf-8")


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
