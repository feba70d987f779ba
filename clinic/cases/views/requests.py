"""My requests to the clinic: which service, what, check, receipt, what became of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Applicant
from accounts.selectors import applicants_of
from clinic.cases.choices import Service
from clinic.cases.forms.requests import AskForm, DeclareForm, WithdrawForm
from clinic.cases.models import ClinicRequest
from clinic.cases.selectors import requests as selectors
from clinic.cases.selectors.courses import clinic_courses
from clinic.cases.services import requests
from clinic.choices import Specialty
from clinic.units.selectors.register import units_of
from core import clock
from core.errors import NotFound
from core.web.forms import answer_form, carry_out

KEY = "clinic_request_%s"


@require_safe
@never_cache
def mine(request: HttpRequest) -> HttpResponse:
    """Requests of everybody I act for, and the units the register knows of them."""
    lines = selectors.own_requests(request.user, clock.now())
    context = {"lines": lines, "units": units_of(request.user, clock.today())}
    return render(request, "clinic/requests/mine.html", context)


@require_safe
@never_cache
def new(request: HttpRequest) -> HttpResponse:
    """Which service?"""
    return render(request, "clinic/requests/new.html", {"services": service_links("clinic:ask")})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ask(request: HttpRequest, service: str) -> HttpResponse:
    """For whom and what. Nothing is handed in before the next page."""
    chosen, applicants = service_of(service), _applicants(request)
    kept = request.session.get(KEY % chosen, {})
    form = AskForm(
        request.POST if request.method == "POST" else None,
        service=chosen,
        applicants=applicants,
        units=selectors.units_of(applicants),
        initial=kept,
    )
    if request.method == "POST" and form.is_valid():
        request.session[KEY % chosen] = form.facts()
        return redirect("clinic:check", service)
    courses = clinic_courses(clock.now()) if chosen == Service.TRAINING else []
    context = {"service": chosen, "slug": service, "courses": courses}
    return answer_form(request, "clinic/requests/ask.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def check(request: HttpRequest, service: str) -> HttpResponse:
    """Everything once more, the declaration, then it is handed in."""
    chosen, applicants = service_of(service), _applicants(request)
    kept = request.session.get(KEY % chosen) or {}
    applicant = next((one for one in applicants if str(one.pk) == kept.get("applicant")), None)
    if applicant is None or not kept.get("text"):
        return redirect("clinic:ask", service)
    unit = next((one for one in selectors.units_of(applicants) if str(one.pk) == kept.get("unit")), None)
    form = DeclareForm(request.POST if request.method == "POST" else None)
    status, made = 200, []
    if request.method == "POST" and form.is_valid():
        facts = {"unit": unit, **{name: kept.get(name, "") for name in ("unit_note", "topic", "text", "phone")}}
        status = carry_out(form, lambda: made.append(_submit(request, chosen, applicant, facts)))
        if made:
            del request.session[KEY % chosen]
            messages.success(request, _("Your request is with the clinic. Keep its number."))
            return redirect("clinic:request", made[0].number)
    context = {
        "service": chosen,
        "slug": service,
        "applicant": applicant,
        "unit": unit,
        "kept": kept,
        "topic": Specialty(kept["topic"]).label if kept.get("topic") in Specialty.values else "",
    }
    return answer_form(request, "clinic/requests/check.html", form, context, status=status)


@require_safe
@never_cache
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """My request: the receipt, the talk, what the clinic decided, who has read it."""
    return render(request, "clinic/requests/detail.html", {"page": _own(request, number)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    """Say what will happen, then take the request back."""
    page = _own(request, number)
    if not page.may_withdraw:
        return redirect("clinic:request", number)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        reason = form.cleaned_data["reason"]
        status = carry_out(
            form, lambda: requests.withdraw(request_id=page.request.pk, reason=reason, by=user, now=clock.now())
        )
        if status == 200:
            messages.success(request, _("The request is taken back."))
            return redirect("clinic:request", number)
    context = {
        "page": page,
        "danger": True,
        "cancel_url": reverse("clinic:request", args=[number]),
        "confirm_label": _("Take the request back"),
    }
    return answer_form(request, "clinic/requests/withdraw.html", form, context, status=status)


def service_of(slug: str) -> Service:
    """The service with this address ("new-business"). Raises Http404."""
    found = {slug_of(service): service for service in Service}.get(slug)
    if found is None:
        raise Http404
    return found


def slug_of(service: Service) -> str:
    """The service as it stands in an address."""
    return service.value.lower().replace("_", "-")


def service_links(name: str) -> list[tuple[Service, str]]:
    """Every service with the address of its form below the pattern `name`."""
    return [(service, reverse(name, args=[slug_of(service)])) for service in Service]


def _own(request: HttpRequest, number: str) -> selectors.RequestPage:
    return selectors.own_request(number, request.user, clock.now())


def _applicants(request: HttpRequest) -> list[Applicant]:
    found = applicants_of(request.user)
    if not found:
        raise NotFound(_("Complete your details first: a request belongs to a person or a firm."))
    return found


def _submit(request: HttpRequest, service: Service, applicant: Applicant, facts: dict[str, Any]) -> ClinicRequest:
    user: Any = request.user
    return requests.submit(applicant_id=applicant.pk, service=service, values=facts, by=user, now=clock.now())
