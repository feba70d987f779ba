"""Is it genuine?"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.verification import registry
from core.verification.forms import VerifyForm
from core.web.forms import answer_form

LONGEST = 40


@login_not_required
@never_cache
@require_safe
def form(request: HttpRequest) -> HttpResponse:
    """The box for the code."""
    asked = "code" in request.GET
    box = VerifyForm(request.GET if asked else None)
    if asked and box.is_valid():
        return redirect("verify:code", box.cleaned_data["code"].replace("/", ""))
    return answer_form(request, "verification/form.html", box, {})


@login_not_required
@never_cache
@require_safe
def code(request: HttpRequest, code: str) -> HttpResponse:
    """What the portal knows of a code; a code it never gave out is answered with 404 and what to do."""
    match = registry.find(code[:LONGEST])
    context = {"match": match, "found": match.found if match else None, "typed": code[:LONGEST]}
    box = VerifyForm(initial={"code": code[:LONGEST]})
    return answer_form(request, "verification/code.html", box, context, status=200 if match else 404)
