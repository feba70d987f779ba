"""The steps of an exhibition: each page says what will happen, then does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.services.authentication import require_fresh
from allocations import engine
from core import clock
from core.errors import Text, WrongState
from core.web.forms import answer_form, carry_out
from programs.exhibitions.choices import Status
from programs.exhibitions.forms.desk import AgainForm, NothingForm, ReasonForm, ValueForm
from programs.exhibitions.models import Exhibition
from programs.exhibitions.selectors.desk import desk_page, steps
from programs.exhibitions.services import drawing, exhibitions, runs
from programs.exhibitions.views.desk import for_staff

Common = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Act:
    """One step: its title, what it does, and what will happen in sentences."""

    label: Text
    run: Callable[[Exhibition, dict[str, Any], Common], Any]
    will: tuple[Text, ...]
    form: type[forms.Form] = NothingForm
    is_danger: bool = False
    is_fresh: bool = False
    """Whether the password is asked again before it (trust promise R13: before a draw and an approval)."""


def _proposed(exhibition: Exhibition) -> int:
    pk = exhibition.runs.filter(status="PROPOSED").values_list("pk", flat=True).first()
    if pk is None:
        raise WrongState()
    return int(pk)


ACTS: dict[str, Act] = {
    "publish": Act(
        gettext_lazy("Announce the exhibition"),
        lambda row, values, common: exhibitions.publish(exhibition_id=row.pk, **common),
        (
            gettext_lazy("Everybody sees the exhibition; firms ask for booths in the announced time."),
            gettext_lazy("Booths, criteria and the event of the draw stay as they are from now on."),
        ),
    ),
    "freeze": Act(
        gettext_lazy("Freeze the list"),
        lambda row, values, common: drawing.freeze(exhibition_id=row.pk, **common),
        (
            gettext_lazy("The requests become one list without names, and its hash is fixed before the draw."),
            gettext_lazy("Nobody can change or take back a request until the result. This cannot be undone."),
        ),
    ),
    "discard": Act(
        gettext_lazy("Take the value back"),
        lambda row, values, common: drawing.discard_value(exhibition_id=row.pk, reason=values["reason"], **common),
        (gettext_lazy("Then the value can be entered again."),),
        ReasonForm,
        is_danger=True,
        is_fresh=True,
    ),
    "run": Act(
        gettext_lazy("Compute who gets which booth"),
        lambda row, values, common: runs.request(exhibition_id=row.pk, **common),
        (
            gettext_lazy("The result is computed twice by different ways and checked by the published program."),
            gettext_lazy("It is a proposal in your name; somebody else has to approve it."),
        ),
    ),
    "approve": Act(
        gettext_lazy("Approve the result"),
        lambda row, values, common: runs.approve(run_id=_proposed(row), **common),
        (
            gettext_lazy("Every booth of the list below is given, and every firm is told its result."),
            gettext_lazy("The record is published; anybody can compute the result again. This cannot be undone."),
        ),
        is_fresh=True,
    ),
    "refuse": Act(
        gettext_lazy("Refuse the result"),
        lambda row, values, common: runs.refuse(run_id=_proposed(row), reason=values["reason"], **common),
        (gettext_lazy("Nothing is given. The refused result and your reason stay on record."),),
        ReasonForm,
        True,
    ),
    "hold": Act(
        gettext_lazy("Note that it was held"),
        lambda row, values, common: exhibitions.hold(exhibition_id=row.pk, **common),
        (gettext_lazy("Booths cannot be given back any more; results of the firms can be entered."),),
    ),
    "report": Act(
        gettext_lazy("Close the report"),
        lambda row, values, common: exhibitions.report(exhibition_id=row.pk, **common),
        (gettext_lazy("Costs and results are fixed, and their sums are public. This cannot be undone."),),
    ),
    "cancel": Act(
        gettext_lazy("Cancel the exhibition"),
        lambda row, values, common: exhibitions.cancel(exhibition_id=row.pk, reason=values["reason"], **common),
        (gettext_lazy("Every firm that asked for a booth is told, with the reason. This cannot be undone."),),
        ReasonForm,
        True,
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def act(request: HttpRequest, exhibition: Exhibition, step: str) -> HttpResponse:
    """One step of the table above."""
    found = ACTS.get(step)
    if found is None:
        raise Http404
    if found.is_fresh:
        require_fresh(request, clock.now())
    if request.method != "POST" and step not in {one.name for one in steps(exhibition, request.user, clock.now())}:
        return redirect("exhibitions:desk", exhibition.slug)
    form = found.form(request.POST if request.method == "POST" else None)
    status, done = 200, []
    if request.method == "POST" and form.is_valid():
        common = {"by": request.user, "now": clock.now()}
        status = carry_out(form, lambda: done.append(found.run(exhibition, form.cleaned_data, common)))
        if done:
            if step == "run":
                return redirect("jobs:progress", done[0].pk)
            messages.success(request, _("It is done."))
            return redirect("exhibitions:desk", exhibition.slug)
    context = {
        "exhibition": exhibition,
        "title": found.label,
        "will": found.will,
        "step": step,
        "page": desk_page(exhibition, clock.now()),
        "proposal": proposal(exhibition) if step in ("approve", "refuse") else [],
        "danger": found.is_danger,
        "confirm_label": found.label,
        "cancel_url": reverse("exhibitions:desk", args=[exhibition.slug]),
    }
    return answer_form(request, "exhibitions/desk/act.html", form, context, status=status)


def proposal(exhibition: Exhibition) -> list[tuple[str, str, int]]:
    """Firm, booth ("" for none) and draw number of the proposed result, in the order of the draw."""
    run = exhibition.runs.filter(status="PROPOSED").first()
    if run is None:
        return []
    rows = exhibition.requests.select_related("member", "applicant__person", "applicant__legal_entity")
    names = {row.opaque_id: row.firm for row in rows}
    lines = sorted(engine.parse(bytes(run.record)).results, key=lambda line: line.draw_number)
    return [(names.get(line.application, ""), line.plot or "", line.draw_number) for line in lines]


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def value(request: HttpRequest, exhibition: Exhibition) -> HttpResponse:
    """The value of the announced event: entered by one person, typed again by another."""
    page = desk_page(exhibition, clock.now())
    if exhibition.status != Status.FROZEN:
        return redirect("exhibitions:desk", exhibition.slug)
    if page.draw is not None and page.draw.entered_by_id == request.user.pk and request.method != "POST":
        messages.info(request, _("You entered the value; somebody else confirms it or takes it back."))
        return redirect("exhibitions:desk", exhibition.slug)
    require_fresh(request, clock.now())
    again = page.draw is not None
    form = (AgainForm if again else ValueForm)(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        common: Common = {"exhibition_id": exhibition.pk, "by": request.user, "now": clock.now(), **form.cleaned_data}
        status = carry_out(form, lambda: drawing.confirm_value(**common) if again else drawing.enter_value(**common))
        if status == 200:
            said = _("The draw stands.") if again else _("The value is entered. Somebody else types it again.")
            messages.success(request, said)
            return redirect("exhibitions:desk", exhibition.slug)
    context = {
        "exhibition": exhibition,
        "page": page,
        "again": again,
        "confirm_label": _("Confirm the value") if again else _("Enter the value"),
        "cancel_url": reverse("exhibitions:desk", args=[exhibition.slug]),
    }
    return answer_form(request, "exhibitions/desk/value.html", form, context, status=status)
