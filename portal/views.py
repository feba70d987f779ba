"""Pages that belong to no single app."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock
from portal import selectors


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is open now, where my case stands, ways in."""
    return render(request, "home.html", selectors.home(request.user, clock.now()))


@login_not_required
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The web process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers too; the queue is not asked, because nothing a person waits for needs it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"database": "down"}, status=503)
    return JsonResponse({"database": "ok"})
