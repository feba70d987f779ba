"""What the portal keeps about me: who saw my files, where I am signed in, what was written to me."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from accounts import selectors
from accounts.services import sessions
from core import clock
from core.messages import services as outbox
from core.messages.selectors import messages_of

PAGE = 20


class AccessLogView(TemplateView):
    """Who opened my files."""

    template_name = "accounts/access_log.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            looks=selectors.looks_at_my_files(self.request.user, clock.today()), limit=selectors.LOG_LENGTH, **kwargs
        )


class SessionsView(TemplateView):
    """Browsers in which I am signed in."""

    template_name = "accounts/sessions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = selectors.sessions_of(self.request.user, self.request.session.session_key, clock.now())
        return super().get_context_data(sessions=rows, others=any(not row.is_this_one for row in rows), **kwargs)


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out one other browser."""
    user: Any = request.user
    sessions.end(session_id=pk, by=user, now=clock.now())
    messages.success(request, _("That browser is signed out."))
    return redirect("accounts:sessions")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out all browsers but this one."""
    user: Any = request.user
    sessions.end_others(session_key=request.session.session_key, by=user, now=clock.now())
    messages.success(request, _("All other browsers are signed out."))
    return redirect("accounts:sessions")


class MessagesView(TemplateView):
    """What was written to me."""

    template_name = "accounts/messages.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(messages_of(self.request.user), PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            page=page,
            previous_url=f"?page={page.previous_page_number()}" if page.has_previous() else "",
            next_url=f"?page={page.next_page_number()}" if page.has_next() else "",
            **kwargs,
        )


@require_POST
def mark_messages_read(request: HttpRequest) -> HttpResponse:
    """I have read them (a GET changes nothing)."""
    outbox.mark_read(user=request.user, now=clock.now())
    return redirect("accounts:messages")
