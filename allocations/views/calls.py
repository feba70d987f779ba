"""Calls for everybody: the list, one call with its rules, its plan, its questions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import selectors as accounts
from allocations import selectors
from allocations.forms.public import QuestionForm
from allocations.forms.refusals import carry_out
from allocations.models import Application
from allocations.services import questions
from core import clock
from core.web.forms import answer_form

PLAN_SECONDS = 300


@login_not_required
@require_safe
def call_list(request: HttpRequest) -> HttpResponse:
    """What is open, what opens soon, what is over; `before` pages through the past."""
    before = request.GET.get("before", "")
    lists = selectors.public.call_lists(clock.now(), before=_page(before))
    return TemplateResponse(request, "allocations/calls.html", {"lists": lists, "is_later_page": bool(_page(before))})


@login_not_required
@require_safe
def call_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One call: rules, dates, plots, papers, questions."""
    page = selectors.public.rules_page(slug, clock.now())
    context = {
        "page": page,
        "call": page.facts.call,
        "amendments": selectors.amendments.amendments_of(page.facts.call, page.facts.amendments),
        "mine": _mine(request, page),
        "waiting": selectors.public.own_questions(page.facts.call, request.user),
    }
    return TemplateResponse(request, "allocations/call.html", context)


@login_not_required
@require_safe
def call_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The plots of a call as GeoJSON, for the map of its page."""
    features = selectors.plots.plan(selectors.public.public_call(slug))
    response = JsonResponse(features, content_type="application/geo+json", json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = f"public, max-age={PLAN_SECONDS}"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask a question about a call; it is published with its answer and without the name."""
    call = selectors.public.public_call(slug)
    form = QuestionForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["question"]
        user: Any = request.user
        status = carry_out(form, lambda: questions.ask(call_id=call.pk, question=text, by=user, now=clock.now()))
        if not form.errors:
            messages.success(
                request, _("Your question was sent. The answer appears on this page and among your messages.")
            )
            return redirect("calls:detail", call.slug)
    return answer_form(request, "allocations/ask.html", form, {"call": call}, status=status)


def _mine(request: HttpRequest, page: selectors.public.RulesPage) -> list[Application]:
    if not request.user.is_authenticated:
        return []
    found = selectors.public.applications_to(page.facts.call, accounts.applicants_of(request.user))
    return sorted(found.values(), key=lambda row: row.pk)


def _page(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
