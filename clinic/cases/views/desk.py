"""The clinic's desk: what came in, one request, deciding on it, writing one at the counter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from clinic.cases.choices import Service
from clinic.cases.forms.desk import AnswerForm, NothingForm, RefuseForm, UnitForm
from clinic.cases.forms.requests import CounterForm
from clinic.cases.models import ClinicRequest
from clinic.cases.request_permissions import BOOK, CANCEL, DECIDE, DESK, FILE_FOR_OTHERS, OWN, READ, require
from clinic.cases.selectors import desk as selectors
from clinic.cases.selectors import requests as request_selectors
from clinic.cases.selectors.steps import step_names
from clinic.cases.services import requests
from clinic.cases.views.requests import service_links, service_of
from core import clock
from core.errors import NotFound
from core.web import keyset
from core.web.forms import answer_form, carry_out
from core.web.lists import page_url

PAGE_SIZE = 20

FORMS: dict[str, type[forms.Form]] = {
    "admit": NothingForm, "refuse": RefuseForm, "answer": AnswerForm, "unit": UnitForm,
}  # fmt: skip
LABELS: dict[str, str | Promise] = {
    "admit": gettext_lazy("Admit the request"),
    "refuse": gettext_lazy("Do not admit it"),
    "answer": gettext_lazy("Send the answer"),
    "unit": gettext_lazy("Name this unit"),
}
SAID: dict[str, str | Promise] = {
    "admit": gettext_lazy("The request is admitted and the applicant is told."),
    "refuse": gettext_lazy("The request is not admitted; the applicant is told where to read why."),
    "answer": gettext_lazy("The answer is sent."),
    "unit": gettext_lazy("The unit is named."),
}


@require_safe
@never_cache
def desk(request: HttpRequest) -> HttpResponse:
    """The queue: what waits, the oldest first; what was admitted; what is closed."""
    user: Any = request.user
    require(user, DESK)
    queue = selectors.QUEUES.get(request.GET.get("state", "waiting"))
    if queue is None:
        raise Http404
    service = request.GET.get("service", "")
    rows = selectors.queue_rows(queue, service)
    page = keyset.page(rows, order=queue.order, cursor=request.GET.get("cursor", ""), size=PAGE_SIZE)
    counts = selectors.queue_counts()
    context = {
        "queue": queue,
        "tabs": [_tab(one, queue, counts[one.name], service) for one in selectors.QUEUES.values()],
        "rows": page.rows,
        "service": service,
        "services": Service.choices,
        "previous_url": page_url(request.GET, page.previous_cursor),
        "next_url": page_url(request.GET, page.next_cursor),
        "now": clock.now(),
        "may_file": user.has_perm(FILE_FOR_OTHERS),
        "notes_missing": selectors.talks_without_note(clock.now()),
    }
    return render(request, "clinic/desk/desk.html", context)


@require_safe
@never_cache
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One request as the clinic sees it. The look is noted for those it belongs to."""
    row = _readable(request, number)
    user: Any = request.user
    if not user.has_perm(OWN, row):
        requests.note_look(request_id=row.pk, by=user, now=clock.now())
    page = request_selectors.page_of(row, clock.now())
    may_decide = user.has_perm(DECIDE, row)
    context = {
        "page": page,
        "steps": step_names(row) if may_decide else [],
        "may_book": page.may_book and user.has_perm(BOOK, row),
        "may_cancel": page.may_cancel and page.line.talk is not None and _may_cancel(user, page),
        "in_queue": user.has_perm(DESK),
    }
    return render(request, "clinic/desk/request.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def act(request: HttpRequest, number: str, step: str) -> HttpResponse:
    """Say what will happen, ask what is needed, then do it."""
    user: Any = request.user
    require(user, DECIDE)
    row = _readable(request, number)
    if step not in FORMS:
        raise Http404
    if step not in step_names(row):
        return redirect("clinic:desk_request", number)
    form = FORMS[step](request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, _deed(step, row, form, user), {"unit": "code"})
        if status == 200:
            messages.success(request, str(SAID[step]))
            return redirect("clinic:desk_request", number)
    context = {
        "row": row,
        "danger": step == "refuse",
        "cancel_url": reverse("clinic:desk_request", args=[number]),
        "confirm_label": LABELS[step],
    }
    return answer_form(request, f"clinic/desk/{step}.html", form, context, status=status)


@require_safe
@never_cache
def counter(request: HttpRequest) -> HttpResponse:
    """Which service does the person at the counter ask for?"""
    require(request.user, FILE_FOR_OTHERS)
    return render(request, "clinic/desk/new.html", {"services": service_links("clinic:counter_ask")})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def counter_ask(request: HttpRequest, service: str) -> HttpResponse:
    """A request somebody at the counter asks to be written."""
    user: Any = request.user
    require(user, FILE_FOR_OTHERS)
    chosen = service_of(service)
    known = {"unit_code": request.GET.get("unit", "")[:16]}
    form = CounterForm(request.POST if request.method == "POST" else None, service=chosen, initial=known)
    status, made = 200, []
    if request.method == "POST" and form.is_valid():
        applicant, facts = form.cleaned_data["who"], form.facts()

        def deed() -> None:
            made.append(
                requests.submit(
                    applicant_id=applicant.pk, service=chosen, values=facts, on_behalf=True, by=user, now=clock.now()
                )
            )  # fmt: skip

        status = carry_out(form, deed, {"unit": "unit_code"})
        if made:
            messages.success(request, _("The request is with the clinic. Give its number to the person."))
            return redirect("clinic:desk_request", made[0].number)
    return answer_form(request, "clinic/desk/counter.html", form, {"service": chosen}, status=status)


def _readable(request: HttpRequest, number: str) -> ClinicRequest:
    user: Any = request.user
    row = request_selectors.find(number)
    if not user.has_perm(READ, row):
        raise NotFound()
    return row


def _may_cancel(user: Any, page: request_selectors.RequestPage) -> bool:
    return page.line.talk is not None and bool(user.has_perm(CANCEL, page.line.talk.appointment))


def _deed(step: str, row: ClinicRequest, form: forms.Form, user: Any) -> Callable[[], Any]:
    common: dict[str, Any] = {"request_id": row.pk, "by": user, "now": clock.now()}
    given = form.cleaned_data
    deeds: dict[str, Callable[[], Any]] = {
        "admit": lambda: requests.admit(**common),
        "refuse": lambda: requests.refuse(reason=given["reason"], **common),
        "answer": lambda: requests.answer(answer=given["answer"], **common),
        "unit": lambda: requests.name_unit(unit_id=given["code"].pk, **common),
    }
    return deeds[step]


def _tab(one: selectors.Queue, current: selectors.Queue, count: int, service: str) -> dict[str, Any]:
    query = {"state": one.name, **({"service": service} if service else {})}
    return {"label": one.label, "url": f"?{urlencode(query)}", "current": one is current, "count": count}
