"""A consultant's own pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import is_consultant
from clinic.consultants.forms.own import (
    AboutForm,
    AbsenceForm,
    ConflictForm,
    HoursForm,
    NothingForm,
    PaperForm,
    SignForm,
)
from clinic.consultants.models import Consultant
from clinic.consultants.selectors import mine
from clinic.consultants.services import conduct, consultants, hours, papers
from core import clock
from core.errors import InvalidInput, PermissionRefused
from core.web.forms import UNREADABLE, answer_form, carry_out

View = Callable[..., HttpResponse]
METHODS = ["GET", "HEAD", "POST"]


def for_himself(view: View) -> View:
    """A page of the consultant who is signed in, who is handed to it; until the lead has entered him it says so."""

    @wraps(view)
    @never_cache
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_consultant(request.user):
            raise PermissionRefused()
        row = mine.consultant_of(request.user)
        if row is None:
            if request.method == "POST":
                raise Http404
            return render(request, "clinic/consultants/not_listed.html")
        return view(request, row, *args, **kwargs)

    return answer


@require_safe
@for_himself
def me(request: HttpRequest, consultant: Consultant) -> HttpResponse:
    """Everything at one glance, what has to be done first."""
    return render(request, "clinic/consultants/me.html", {"own": mine.own(consultant, clock.now())})


@require_http_methods(METHODS)
@for_himself
def about(request: HttpRequest, consultant: Consultant) -> HttpResponse:
    """What stands on the public page."""
    form = AboutForm(_data(request), initial={"about": consultant.about, "phone": consultant.phone})

    def act() -> None:
        values = form.cleaned_data
        consultants.change(consultant_id=consultant.pk, values=values, by=request.user, now=clock.now())

    texts = (_("About you"), _("Saved."))
    return _form_page(request, form, act, *texts)


@require_http_methods(METHODS)
@for_himself
def week(request: HttpRequest, consultant: Consultant) -> HttpResponse:
    """Weekly hours and absences."""
    form = HoursForm(_data(request), known=consultant.availability.order_by("weekday", "starts_at"))
    status = 200
    if form.is_bound and form.is_valid():
        try:
            hours.set_hours(consultant_id=consultant.pk, spans=form.spans(), by=request.user, now=clock.now())
        except InvalidInput as refusal:
            names = [name for name in refusal.errors if name.startswith("day_")]
            form.add_error(form.field_of(names[0]) if names else None, refusal.message)
            status = UNREADABLE
        else:
            messages.success(request, _("Your hours are saved. Units see them when they book a talk."))
            return redirect("consultants:hours")
    context = {"consultant": consultant, "absences": mine.absences_of(consultant, clock.today())}
    return answer_form(request, "clinic/consultants/hours.html", form, context, status=status)


@require_http_methods(METHODS)
@for_himself
def add_absence(request: HttpRequest, consultant: Consultant) -> HttpResponse:
    """Days away."""
    form = AbsenceForm(_data(request))

    def act() -> None:
        hours.add_absence(consultant_id=consultant.pk, **form.cleaned_data, by=request.user, now=clock.now())

    texts = (_("Enter an absence"), _("Nobody can book a talk on these days."))
    return _form_page(request, form, act, *texts, back="consultants:hours")


@require_http_methods(METHODS)
@for_himself
def remove_absence(request: HttpRequest, consultant: Consultant, pk: int) -> HttpResponse:
    """There after all; by its button alone."""
    if request.method != "POST":
        return redirect("consultants:hours")
    absence = get_object_or_404(consultant.absences, pk=pk)
    hours.remove_absence(absence_id=absence.pk, by=request.user, now=clock.now())
    messages.success(request, _("The absence is taken out."))
    return redirect("consultants:hours")


@require_http_methods(METHODS)
@for_himself
def sign(request: HttpRequest, consultant: Consultant) -> HttpResponse:
    """The code of conduct: read it, then sign."""
    state = mine.conduct_of(consultant)
    form = SignForm(_data(request), initial={"number": state.code.number if state.code else None})
    status = 200
    if form.is_bound and form.is_valid():
        number = form.cleaned_data["number"]
        common: dict[str, Any] = {"number": number, "by": request.user, "now": clock.now()}
        status = carry_out(form, lambda: conduct.sign(consultant_id=consultant.pk, **common))
        if status == 200:
            messages.success(request, _("You have signed the code of conduct."))
            return redirect("consultants:me")
        # The newer version is shown with its own number, never signed by the number of the old one.
        form.data = {"number": str(state.code.number)} if state.code else {}
    context = {"conduct": state, "cancel_url": reverse("consultants:me")}
    return answer_form(request, "clinic/consultants/conduct.html", form, context, status=status)


@require_http_methods(METHODS)
@for_himself
def new_paper(request: HttpRequest, consultant: Consultant) -> HttpResponse:
    """Hand in a qualification paper."""
    form = PaperForm(_data(request), request.FILES or None)

    def act() -> None:
        values = dict(form.cleaned_data)
        upload = values.pop("file")
        papers.add(consultant_id=consultant.pk, values=values, upload=upload, by=request.user, now=clock.now())

    texts = (_("Hand in a paper"), _("The paper is in. It counts once the clinic has compared it with the original."))
    return _form_page(request, form, act, *texts)


@require_http_methods(METHODS)
@for_himself
def withdraw_paper(request: HttpRequest, consultant: Consultant, pk: int) -> HttpResponse:
    """Take a paper back, after a question."""
    paper = get_object_or_404(consultant.qualifications.in_use(), pk=pk)
    form = NothingForm(_data(request))
    if form.is_bound and form.is_valid():
        papers.withdraw(paper_id=paper.pk, by=request.user, now=clock.now())
        messages.success(request, _("The paper is taken back."))
        return redirect("consultants:me")
    context = {
        "paper": paper, "cancel_url": reverse("consultants:me"), "danger": True, "confirm_label": _("Take the paper back"),
    }  # fmt: skip
    return answer_form(request, "clinic/consultants/withdraw_paper.html", form, context)


@require_http_methods(METHODS)
@for_himself
def new_conflict(request: HttpRequest, consultant: Consultant) -> HttpResponse:
    """Declare an interest in a unit."""
    form = ConflictForm(_data(request))

    def act() -> None:
        values = dict(form.cleaned_data)
        unit = values.pop("unit")
        common: dict[str, Any] = {"unit_id": unit.pk, "by": request.user, "now": clock.now()}
        conduct.declare_conflict(consultant_id=consultant.pk, **values, **common)

    texts = (_("Declare an interest in a unit"), _("Noted. You are not named for cases of this unit."))
    return _form_page(request, form, act, *texts)


def _data(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _form_page(
    request: HttpRequest, form: Any, act: Callable[[], Any], title: str, done: str, back: str = "consultants:me"
) -> HttpResponse:
    status = 200
    if form.is_bound and form.is_valid():
        status = carry_out(form, act)
        if status == 200:
            messages.success(request, done)
            return redirect(back)
    context = {"title": title, "cancel_url": reverse(back), "from_hours": back == "consultants:hours"}
    return answer_form(request, "clinic/consultants/form.html", form, context, status=status)
