"""The demo's inbox."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.messages.forms import InboxForm
from core.messages.selectors import inbox as messages_in

SHOWN = 50


@login_not_required
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Every text the demo world was sent, or those of one phone or mailbox. Outside the demo there is no such page."""
    if not settings.DEMO:
        raise Http404
    form = InboxForm(request.GET or None)
    context: dict[str, Any] = {"form": form, "shown": SHOWN, "rows": []}
    if not form.is_bound:
        context["rows"] = messages_in()[:SHOWN]
    elif form.is_valid():
        context["rows"] = messages_in(form.cleaned_data["to"])[:SHOWN]
    status = 400 if form.is_bound and not form.is_valid() else 200
    response = render(request, "core/messages/inbox.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response
