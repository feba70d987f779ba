"""The page of one job's progress."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from core.jobs.models import Job


@require_safe
def progress(request: HttpRequest, job_id: int) -> HttpResponse:
    """The page, or for htmx the piece alone. Others than the asker and staff with the right learn nothing (404)."""
    job = get_object_or_404(Job, pk=job_id)
    if not request.user.has_perm("jobs.view_job", job):
        raise Http404
    asked_by_htmx = bool(getattr(request, "htmx", False))
    template = "core/jobs/progress.html" if asked_by_htmx else "core/jobs/progress_page.html"
    response = render(request, template, {"job": job})
    response["Cache-Control"] = "private, no-store"
    patch_vary_headers(response, ["HX-Request"])
    return response
