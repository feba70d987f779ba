"""One step of the form a page: who I am, craft, plan, groups, check, declaration. Plots and papers have modules of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from allocations import selectors
from allocations.choices import ApplicationStatus, Step
from allocations.entry_policy import OF_THE_CRAFT
from allocations.errors import StepLocked
from allocations.forms.refusals import carry_out
from allocations.forms.steps import NONE_OF_THEM, ConfirmForm, CraftForm, DeclarationForm, GroupsForm, PlanForm
from allocations.models import Application
from allocations.services import applications, declaring
from allocations.views import choices, onward, papers
from allocations.views.common import saved_text, with_way_back
from core import clock
from core.web.forms import answer_form

Page = Callable[[HttpRequest, Application, selectors.form.Opening], HttpResponse]


@require_http_methods(["GET", "HEAD", "POST"])
@with_way_back
def step(request: HttpRequest, track: str, name: str) -> HttpResponse:
    """The page of one step. A step that may not be changed now answers with the reason (409)."""
    application = selectors.application.application_of(track, request.user)
    page = PAGES.get(name)
    if page is None:
        raise Http404
    opening = selectors.form.opening(application, clock.now())
    if name == Step.DECLARATION and request.method == "POST" and application.was_submitted:
        # The same page sent again, by a second click or from another tab: it has been handed in, here is the receipt.
        return redirect("applications:receipt", application.tracking_code)
    if not opening.allows_step(name):
        raise StepLocked(
            opening.closed or _("This part was not sent back. Only what the officer named can be changed.")
        )
    return page(request, application, opening)


def identity(request: HttpRequest, application: Application, opening: selectors.form.Opening) -> HttpResponse:
    """Who applies, with the details of the profile, to be confirmed."""
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    found = selectors.entry.of_applicant(application.call, application.applicant, clock.now())
    context = {
        "findings": [one for one in found if one.reason not in OF_THE_CRAFT],
        "party": application.applicant.party,
    }
    return _answer(
        request, application, Step.IDENTITY, form, context, lambda: _save(request, application, Step.IDENTITY, {})
    )


def craft(request: HttpRequest, application: Application, opening: selectors.form.Opening) -> HttpResponse:
    """Trade, licence, experience."""
    kinds: dict[str, Any] = {
        "application": application,
        "trades": selectors.public.trades_of(application.call),
        "counted": selectors.form.counted_inputs(application.call),
    }
    form = CraftForm(_posted(request), initial=_initial(application, CraftForm), **kinds)
    return _answer(request, application, Step.CRAFT, form, {}, lambda: _save(request, application, Step.CRAFT, form))


def plan(request: HttpRequest, application: Application, opening: selectors.form.Opening) -> HttpResponse:
    """Workplace, jobs, investment, area."""
    form = PlanForm(_posted(request), initial=_initial(application, PlanForm), application=application)
    return _answer(request, application, Step.PLAN, form, {}, lambda: _save(request, application, Step.PLAN, form))


def groups(request: HttpRequest, application: Application, opening: selectors.form.Opening) -> HttpResponse:
    """Groups for which plots are kept."""
    offered = list(application.call.groups.all())
    if not offered:
        raise Http404
    claimed = list(application.group_claims.values_list("group__code", flat=True))
    before = claimed or ([NONE_OF_THEM] if Step.GROUPS in application.saved_steps else [])
    form = GroupsForm(_posted(request), groups=offered, initial={"groups": before})

    def act() -> None:
        codes = form.cleaned_data["groups"]
        user: Any = request.user
        applications.set_groups(application_id=application.pk, group_codes=codes, by=user, now=clock.now())

    return _answer(request, application, Step.GROUPS, form, {"groups": offered}, act)


def check(request: HttpRequest, application: Application, opening: selectors.form.Opening) -> HttpResponse:
    """All answers once more, each with a way to change it."""
    _refuse_unready(application, Step.CHECK)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    context = {
        "answers": selectors.applicant.answers(application),
        "counted": selectors.form.counted_inputs(application.call),
        "changing": True,
    }
    return _answer(request, application, Step.CHECK, form, context, lambda: _save(request, application, Step.CHECK, {}))


def declaration(request: HttpRequest, application: Application, opening: selectors.form.Opening) -> HttpResponse:
    """The applicant stands by it, and it is handed in."""
    _refuse_unready(application, Step.DECLARATION)
    form = DeclarationForm(_posted(request), application=application)
    status = 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        user: Any = request.user
        status = carry_out(
            form,
            lambda: declaring.declare_and_submit(
                application_id=application.pk,
                agreed=given["agreed"],
                no_other_unit=given.get("no_other_unit", False),
                by=user,
                now=clock.now(),
            ),
        )
        if not form.errors:
            return redirect("applications:receipt", application.tracking_code)
    return answer_form(request, "allocations/steps/declaration.html", form, {"application": application}, status=status)


PAGES: dict[str, Page] = {
    Step.IDENTITY: identity,
    Step.CRAFT: craft,
    Step.PLAN: plan,
    Step.CHOICES: choices.page,
    Step.GROUPS: groups,
    Step.PAPERS: papers.page,
    Step.CHECK: check,
    Step.DECLARATION: declaration,
}


def _answer(
    request: HttpRequest,
    application: Application,
    here: Step,
    form: forms.Form,
    context: dict[str, Any],
    act: Callable[[], Any],
) -> HttpResponse:
    """Show the form, or do `act` and go on: to the next step, or back to where the change was begun."""
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, act)
        if not form.errors:
            return onward.go_on(request, application, here)
    found = {"application": application, "step": here, "saved": saved_text(application), **context}
    return answer_form(request, f"allocations/steps/{here}.html", form, found, status=status)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _initial(application: Application, form: type[forms.Form]) -> dict[str, Any]:
    values = {name: getattr(application, name) for name in form.base_fields}
    if "trade" in values:
        values["trade"] = application.trade.code if application.trade else ""
    if not application.saved_steps.get(Step.CRAFT):
        # Columns that count things begin at 0; an empty box asks, a 0 would answer.
        values |= {name: None for name in ("quality_seals", "fairs_attended", "apprentices_trained") if name in values}
    return values


def _save(request: HttpRequest, application: Application, here: Step, given: forms.Form | dict[str, Any]) -> None:
    data = given if isinstance(given, dict) else dict(given.cleaned_data)
    user: Any = request.user
    applications.save_step(application_id=application.pk, step=here, data=data, by=user, now=clock.now())


def _refuse_unready(application: Application, here: Step) -> None:
    """Check and declaration come after everything before them."""
    if application.status != ApplicationStatus.DRAFT:
        raise StepLocked(_("The application has been handed in. Open it to change a part of it."))
    rows = selectors.form.tasks(application, clock.now())
    if next(row for row in rows if row.step == here).status == "blocked":
        missing = _(", ").join(
            row.label for row in rows if not row.is_done and list(Step).index(row.step) < list(Step).index(here)
        )
        raise StepLocked(_("First complete these steps: %(steps)s.") % {"steps": missing})
