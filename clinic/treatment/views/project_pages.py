"""Projects of a plan: written in a draft, noted as they go on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from clinic.cases.pages import CasePage, case_page
from clinic.treatment import permissions
from clinic.treatment.forms.plans import NothingForm, PlaceForm, ProjectForm, ReasonForm, nodes_for, present
from clinic.treatment.models import Project
from clinic.treatment.services import projects as services
from clinic.treatment.tabs import PLAN
from clinic.treatment.views.frame import Deed, answer, decide, posted
from clinic.treatment.views.plan_pages import version_of
from core import clock
from core.errors import NotFound

BACK = "treatment:plan"
FORM = "clinic/treatment/project_form.html"

DEEDS: dict[str, Deed] = {
    "begin": Deed(
        gettext_lazy("Begin the project"), (gettext_lazy("The unit reads that it is under way."),), permissions.TREAT,
        services.begin, NothingForm,
    ),
    "finish": Deed(
        gettext_lazy("Note the project as done"),
        (
            gettext_lazy("Steps that are still open count as done today."),
            gettext_lazy("This cannot be taken back."),
        ),
        permissions.TREAT, services.finish, NothingForm,
    ),
    "drop": Deed(
        gettext_lazy("Give the project up"),
        (
            gettext_lazy("It is not carried out. The unit reads the reason."),
            gettext_lazy("This cannot be taken back; a later version of the plan can hold it again."),
        ),
        permissions.TREAT, services.drop, ReasonForm, danger=True,
    ),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(PLAN, permissions.PLAN)
def new(request: HttpRequest, page: CasePage, version: int) -> HttpResponse:
    """Write a project into a draft."""
    plan = version_of(page, version)
    form = ProjectForm(posted(request), nodes=nodes_for(plan))
    user: Any = request.user
    return answer(
        request, page, form,
        lambda: services.add(
            plan_id=plan.pk, values=form.values(), causes=form.cleaned_data["causes"], steps=form.steps(), by=user,
            now=clock.now(),
        ),
        back=BACK, said=_("The project stands in the plan."), template=FORM,
        context={"title": _("A new project")}, fields={"steps": "step_1"},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(PLAN, permissions.PLAN)
def change(request: HttpRequest, page: CasePage, project: int) -> HttpResponse:
    """Change a project of a draft."""
    row = _found(page, project)
    nodes, known = nodes_for(row.plan), present(row)
    form = ProjectForm(posted(request), initial=known, nodes=nodes, steps=row.steps.count())
    user: Any = request.user
    return answer(
        request, page, form,
        lambda: services.change(
            project_id=row.pk, values=form.values(), causes=form.cleaned_data["causes"], steps=form.steps(), by=user,
            now=clock.now(),
        ),
        back=BACK, said=_("The project is changed."), template=FORM,
        context={"title": row.name}, fields={"steps": "step_1"},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(PLAN, permissions.PLAN)
def place(request: HttpRequest, page: CasePage, project: int) -> HttpResponse:
    """Give a project another place than its score does."""
    row = _found(page, project)
    form = PlaceForm(posted(request), initial={"position": row.wanted_position, "reason": row.overrule_reason})
    user: Any = request.user
    return answer(
        request, page, form,
        lambda: services.overrule(project_id=row.pk, by=user, now=clock.now(), **form.cleaned_data),
        back=BACK, said=_("The order of the plan is changed."),
        context={"title": _("Place of “%(name)s”") % {"name": row.name}},
    )  # fmt: skip


@require_POST
@case_page(PLAN, permissions.PLAN)
def remove(request: HttpRequest, page: CasePage, project: int) -> HttpResponse:
    """Take a project out of a draft."""
    user: Any = request.user
    services.remove(project_id=_found(page, project).pk, by=user, now=clock.now())
    messages.success(request, _("The project is taken out of the plan."))
    return redirect(BACK, page.case.number)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(PLAN, permissions.TREAT)
def act(request: HttpRequest, page: CasePage, project: int, step: str) -> HttpResponse:
    """Begin a project, note it as done, give it up."""
    deed, row = DEEDS.get(step), _found(page, project)
    if deed is None:
        raise NotFound()
    form = deed.form(posted(request))
    return decide(
        request, page, deed, form,
        lambda: deed.run(project_id=row.pk, by=request.user, now=clock.now(), **form.cleaned_data),
        back=BACK, said=_("Done. It stands in the record of the case."),
    )  # fmt: skip


@require_POST
@case_page(PLAN, permissions.TREAT)
def finish_step(request: HttpRequest, page: CasePage, project: int, step: int) -> HttpResponse:
    """Note a step as done."""
    row = _found(page, project)
    if not row.steps.filter(pk=step).exists():
        raise NotFound()
    services.finish_step(step_id=step, by=request.user, now=clock.now())
    messages.success(request, _("The step is noted as done."))
    return redirect(BACK, page.case.number)


def _found(page: CasePage, project: int) -> Project:
    row = Project.objects.select_related("plan__case", "plan__rule").filter(pk=project, plan__case=page.case).first()
    if row is None:
        raise NotFound()
    return row
