"""Findings, the SWOT table, and whether the team agrees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.cases import permissions
from clinic.cases.choices import Standing
from clinic.cases.forms.diagnosis import AgreementForm, FindingForm, SwotForm
from clinic.cases.pages import CasePage, case_page
from clinic.cases.selectors.cases import team_of
from clinic.cases.selectors.diagnosis import findings_of, swot_of
from clinic.cases.services import agreements as agreement_services
from clinic.cases.services import findings as services
from core import clock
from core.errors import NotFound
from core.web.forms import answer_form, carry_out


@require_safe
@case_page("findings", permissions.READ_SECRETS)
def findings(request: HttpRequest, page: CasePage) -> HttpResponse:
    """What was found in each dimension, the SWOT table, and what the members of the team say."""
    context = {
        "page": page,
        "groups": findings_of(page.case),
        "swot": swot_of(page.case),
        "team": [line for line in team_of(page.case) if line.member.left_at is None],
        "may_agree": Standing.TEAM in page.standings and page.case.is_under_diagnosis,
    }
    return render(request, "clinic/cases/findings.html", context)


def _entry(
    request: HttpRequest,
    page: CasePage,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    title: str,
    said: str,
) -> HttpResponse:
    """A page with one form of the diagnosis; back to the findings when it is kept."""
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, lambda: act(form.cleaned_data))
        if status == 200 and not form.errors:
            messages.success(request, said)
            return redirect("cases:findings", page.case.number)
    context = {"page": page, "title": title, "cancel_url": reverse("cases:findings", args=[page.case.number])}
    return answer_form(request, "clinic/cases/entry.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("findings", permissions.DIAGNOSE)
def new_finding(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Write a finding down."""
    user: Any = request.user
    return _entry(
        request, page, FindingForm(request.POST if request.method == "POST" else None),
        lambda values: services.add(case_id=page.case.pk, values=values, by=user, now=clock.now()),
        title=_("A new finding"), said=_("The finding is kept."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("findings", permissions.DIAGNOSE)
def change_finding(request: HttpRequest, page: CasePage, finding: int) -> HttpResponse:
    """Change a finding."""
    row = page.case.findings.filter(pk=finding).first()
    if row is None:
        raise NotFound()
    user: Any = request.user
    initial = {name: getattr(row, name) for name in services.FACTS}
    return _entry(
        request, page, FindingForm(request.POST if request.method == "POST" else None, initial=initial),
        lambda values: services.change(finding_id=row.pk, values=values, by=user, now=clock.now()),
        title=_("Change a finding"), said=_("The finding is kept."),
    )  # fmt: skip


@require_POST
@case_page("findings", permissions.DIAGNOSE)
def remove_finding(request: HttpRequest, page: CasePage, finding: int) -> HttpResponse:
    """Take a finding back."""
    if not page.case.findings.filter(pk=finding).exists():
        raise NotFound()
    user: Any = request.user
    services.remove(finding_id=finding, by=user, now=clock.now())
    messages.success(request, _("The finding is taken back."))
    return redirect("cases:findings", page.case.number)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("findings", permissions.DIAGNOSE)
def new_swot(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Put a line into the SWOT table."""
    user: Any = request.user
    return _entry(
        request, page, SwotForm(request.POST if request.method == "POST" else None, initial={"kind": request.GET.get("kind")}),
        lambda values: services.add_swot(case_id=page.case.pk, by=user, now=clock.now(), **values),
        title=_("A line of the SWOT table"), said=_("The line is kept."),
    )  # fmt: skip


@require_POST
@case_page("findings", permissions.DIAGNOSE)
def remove_swot(request: HttpRequest, page: CasePage, entry: int) -> HttpResponse:
    """Take a line of the SWOT table back."""
    if not page.case.swot.filter(pk=entry).exists():
        raise NotFound()
    user: Any = request.user
    services.remove_swot(entry_id=entry, by=user, now=clock.now())
    messages.success(request, _("The line is taken back."))
    return redirect("cases:findings", page.case.number)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("findings", permissions.AGREE)
def agree(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Say whether one stands behind the diagnosis."""
    user: Any = request.user
    return _entry(
        request, page, AgreementForm(request.POST if request.method == "POST" else None),
        lambda values: agreement_services.say(case_id=page.case.pk, by=user, now=clock.now(), **values),
        title=_("Your word on the diagnosis"), said=_("Your word is recorded."),
    )  # fmt: skip
