"""Before the form: may I apply, and for whom."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import selectors as accounts
from accounts.models import Applicant
from allocations import selectors
from allocations.forms.public import ApplyForm, CheckForm
from allocations.forms.refusals import carry_out
from allocations.models import Call
from allocations.services import applications
from allocations.views.common import application_url
from core import clock
from core.web.forms import answer_form


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """A few questions, then whether applying makes sense and what to do next. Nothing is kept."""
    call = selectors.public.public_call(slug)
    trades = selectors.public.trades_of(call)
    person = accounts.person_of(request.user) if request.user.is_authenticated else None
    known = {"birth_date": person.birth_date, "county": person.county} if person is not None else {}
    form = CheckForm(request.POST or None, call=call, trades=trades, initial=known)
    context: dict[str, Any] = {"call": call, "phase": call.phase_at(clock.now()).value}
    if request.method == "POST" and form.is_valid():
        findings = selectors.entry.check_answers(call, form.cleaned_data, clock.now())
        return render(request, "allocations/check_result.html", {**context, "findings": findings})
    return answer_form(request, "allocations/check.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """Say for whom, and begin; who has begun already is led to his application."""
    call = selectors.public.public_call(slug)
    applicants = accounts.applicants_of(request.user)
    begun = selectors.public.applications_to(call, applicants)
    left = [one for one in applicants if one.pk not in begun]
    if request.method != "POST" and begun and not left:
        return redirect(application_url(next(iter(begun.values()))))
    form = ApplyForm(_posted(request, applicants), applicants=applicants, initial=_first(left or applicants))
    status = 200
    if request.method == "POST" and form.is_valid():
        started: list[Any] = []
        status = carry_out(form, lambda: started.append(_start(request, call, form.cleaned_data["applicant"])))
        if started:
            return redirect(application_url(started[0]))
    found = selectors.entry.of_applicant(call, left[0] if left else None, clock.now())
    context = {"call": call, "applicants": applicants, "begun": list(begun.values()), "findings": found}
    return answer_form(request, "allocations/apply.html", form, context, status=status)


def _posted(request: HttpRequest, applicants: list[Applicant]) -> Any:
    """What was posted. Who can apply for nobody but himself is not asked for whom."""
    if request.method != "POST":
        return None
    if len(applicants) == 1 and "applicant" not in request.POST:
        return {"applicant": str(applicants[0].pk)}
    return request.POST


def _first(applicants: list[Applicant]) -> dict[str, str]:
    return {"applicant": str(applicants[0].pk)} if applicants else {}


def _start(request: HttpRequest, call: Call, applicant: str) -> Any:
    user: Any = request.user
    return applications.start(call_id=call.pk, applicant_id=int(applicant), by=user, now=clock.now())
