"""A case at a glance, the list of cases, who has looked, and what its lead decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import is_clinic_lead
from clinic.cases import permissions, policies
from clinic.cases.choices import ENDED, CaseStatus
from clinic.cases.forms.cases import CaseReasonForm, EndForm, HandOverForm
from clinic.cases.forms.desk import NothingForm
from clinic.cases.models import Case
from clinic.cases.next_steps import next_step
from clinic.cases.pages import CasePage, case_page
from clinic.cases.selectors.cases import seen_by, steps_of, team_of
from clinic.cases.selectors.looks import looks_of
from clinic.cases.services import cases, diagnosis
from core import clock
from core.errors import NotFound
from core.web import keyset
from core.web.forms import answer_form, carry_out

PAGE_SIZE = 25
NEWEST = keyset.Order("newest", "", "opened_at", descending=True)


@require_safe
@never_cache
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases this account stands before; those that are closed too when asked for."""
    user: Any = request.user
    ended = request.GET.get("state") == "ended"
    rows = seen_by(user)
    rows = rows.filter(status__in=ENDED) if ended else rows.exclude(status__in=ENDED)
    page = keyset.page(rows, order=NEWEST, cursor=request.GET.get("cursor", ""), size=PAGE_SIZE)
    query = "?state=ended&cursor=" if ended else "?cursor="
    context = {
        "rows": page.rows,
        "ended": ended,
        "previous_url": f"{query}{page.previous_cursor}" if page.previous_cursor else "",
        "next_url": f"{query}{page.next_cursor}" if page.next_cursor else "",
        "is_lead": is_clinic_lead(user),
    }
    return render(request, "clinic/cases/list.html", context)


@require_safe
@case_page("overview", permissions.READ)
def overview(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Where the case stands, who works on it, and what comes next."""
    case = page.case
    shows = page.can_diagnose and case.status == CaseStatus.VISITED
    missing = list(policies.missing_of(case).values()) if shows else []
    context = {
        "page": page,
        "steps": steps_of(case),
        "team": team_of(case, day=clock.today() if page.is_lead else None),
        "missing": missing,
        "next_step": next_step(page),
        "acts": _acts(page, bool(missing)),
        "shows_words": not page.is_unit,
    }
    return render(request, "clinic/cases/overview.html", context)


@require_safe
@case_page("looks", permissions.READ_LOOKS)
def looks(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Everybody of the clinic who has looked at the case, with hour and page."""
    return render(request, "clinic/cases/looks.html", {"page": page, "lines": looks_of(page.case)})


def _acts(page: CasePage, incomplete: bool) -> list[tuple[str, str, str]]:
    """What the lead can do now: code, sentence, address."""
    if not page.is_lead or not page.case.is_live:
        return []
    status = page.case.status
    found = []
    if status == CaseStatus.VISITED and not incomplete:
        found.append(("finish", _("Finish the diagnosis")))
    if status == CaseStatus.DIAGNOSED:
        found.append(("reopen", _("Open the diagnosis again")))
    if status in (CaseStatus.REQUESTED, CaseStatus.ADMITTED):
        found.append(("refuse", _("Refuse the case")))
    if status not in (CaseStatus.REQUESTED, CaseStatus.FOLLOW_UP):
        found.append(("end", _("End the case early")))
    return [(code, label, reverse("cases:act", args=[page.case.number, code])) for code, label in found]


FORMS: dict[str, type[forms.Form]] = {
    "finish": NothingForm, "reopen": CaseReasonForm, "refuse": CaseReasonForm, "end": EndForm,
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("overview", permissions.RUN)
def act(request: HttpRequest, page: CasePage, step: str) -> HttpResponse:
    """Say what will happen, ask what is needed, then do it."""
    form_class = FORMS.get(step)
    if form_class is None:
        raise NotFound()
    form = form_class(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, _deed(step, page, form, request.user))
        if status == 200 and not form.errors:
            messages.success(request, _("Done. It stands in the record of the case."))
            return redirect("cases:overview", page.case.number)
    context = {"page": page, "step": step, "danger": step != "finish", "cancel_url": page.case.get_absolute_url()}
    context["confirm_label"] = {
        "finish": _("Finish the diagnosis"),
        "reopen": _("Open the diagnosis again"),
        "refuse": _("Refuse the case"),
        "end": _("End the case early"),
    }[step]
    return answer_form(request, "clinic/cases/act.html", form, context, status=status)


def _deed(step: str, page: CasePage, form: forms.Form, user: Any) -> Callable[[], Any]:
    common = {"case_id": page.case.pk, "by": user, "now": clock.now(), **form.cleaned_data}
    services: dict[str, Callable[..., Any]] = {
        "finish": diagnosis.finish, "reopen": diagnosis.reopen, "refuse": cases.refuse, "end": cases.end_early,
    }  # fmt: skip
    return lambda: services[step](**common)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def hand_over(request: HttpRequest, number: str) -> HttpResponse:
    """Give the case to another lead, or take it over: any lead of the clinic, so that no case is left alone."""
    user: Any = request.user
    permissions.require(user, permissions.HAND_OVER)
    case = Case.objects.live().select_related("lead", "unit").filter(number=number).first()
    if case is None:
        raise NotFound()
    form = HandOverForm(request.POST if request.method == "POST" else None, initial={"lead": user.pk})
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(
            form, lambda: cases.hand_over(case_id=case.pk, by=user, now=clock.now(), **form.cleaned_data)
        )
        if status == 200 and not form.errors:
            messages.success(request, _("The case has its new lead."))
            return redirect("cases:list")
    context = {"case": case, "cancel_url": reverse("cases:list")}
    return answer_form(request, "clinic/cases/hand_over.html", form, context, status=status)
