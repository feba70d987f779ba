"""Tasks, measurements after the treatment, and the end of a case."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from clinic.cases.choices import CaseStatus
from clinic.cases.models import Case
from clinic.cases.pages import CasePage, case_page
from clinic.cases.permissions import OPEN
from clinic.treatment import permissions, policies
from clinic.treatment.forms.plans import NothingForm, ReasonForm
from clinic.treatment.forms.work import CloseForm, DoneForm, MeasureForm, ReadmitForm, TaskForm
from clinic.treatment.models import FollowUp, Outcome
from clinic.treatment.selectors.plans import tasks_of
from clinic.treatment.selectors.results import BeforeAfter, compare, follow_ups_of, outcome_of, readings_of, so_far
from clinic.treatment.services import closing, follow_ups, tasks
from clinic.treatment.services.notices import people_of
from clinic.treatment.tabs import FOLLOW_UP
from clinic.treatment.views.frame import Deed, answer, decide, posted, uploaded
from core import clock
from core.errors import NotFound

BACK = "treatment:follow_up"

TASK_DEEDS: dict[str, Deed] = {
    "done": Deed(
        gettext_lazy("Note the task as done"), (gettext_lazy("It stands in the list with your name and the day."),),
        permissions.DO_TASK, tasks.finish, DoneForm,
    ),
    "cancel": Deed(
        gettext_lazy("The task is no longer needed"), (gettext_lazy("It is struck from the list; the reason stays."),),
        permissions.TREAT, tasks.cancel, ReasonForm,
    ),
}  # fmt: skip


@require_safe
@case_page(FOLLOW_UP, permissions.READ_RESULTS)
def follow_up(request: HttpRequest, page: CasePage) -> HttpResponse:
    """What is to be done, what was measured, and what changed since the diagnosis."""
    case, today = page.case, clock.today()
    result = outcome_of(case)
    lines = follow_ups_of(case, today=today)
    is_open = any(line.row.is_open for line in lines)
    earliest = today + policies.EARLIEST
    may_measure = page.may(permissions.TREAT) and case.status == CaseStatus.FOLLOW_UP
    may_begin = page.is_lead and case.status == CaseStatus.IN_TREATMENT
    was_treated = result is not None or case.status in (CaseStatus.IN_TREATMENT, CaseStatus.FOLLOW_UP)
    due = (line.row.month for line in lines if line.row.is_open and line.row.due_on <= earliest)
    context = {
        "page": page,
        "tasks": tasks_of(case, user=request.user, is_lead=page.is_lead, is_unit=page.is_unit, today=today),
        "lines": lines,
        "changes": _changes(case, result) if was_treated else None,
        "result": result,
        "may_set": page.may(permissions.TREAT) and case.status in policies.WORKED_ON,
        "may_measure": may_measure,
        "earliest": earliest,
        "due": next(due, None) if may_measure else None,
        "may_begin": may_begin,
        "open_projects": policies.open_projects(case) if may_begin else 0,
        "may_close": page.is_lead and case.status == CaseStatus.FOLLOW_UP and not is_open,
        "may_readmit": page.is_lead and case.status == CaseStatus.CLOSED,
    }
    return render(request, "clinic/treatment/follow_up.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(FOLLOW_UP, permissions.TREAT)
def new_task(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Set a task."""
    form = TaskForm(posted(request), people=people_of(page.case))
    user: Any = request.user
    return answer(
        request, page, form,
        lambda: tasks.set_task(case_id=page.case.pk, by=user, now=clock.now(), **form.values()),
        back=BACK, said=_("The task is set; who is to do it is told."), context={"title": _("A new task")},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(FOLLOW_UP, permissions.READ_RESULTS)
def task_act(request: HttpRequest, page: CasePage, task: int, step: str) -> HttpResponse:
    """Note a task as done, or say that it is no longer needed."""
    deed = TASK_DEEDS.get(step)
    row = page.case.tasks.filter(pk=task).first()
    if row is None or deed is None or (page.is_unit and not row.for_unit):
        raise NotFound()
    row.case = page.case
    permissions.require(request.user, deed.permission, row)
    form = deed.form(posted(request))
    return decide(
        request, page, deed, form,
        lambda: deed.run(task_id=row.pk, by=request.user, now=clock.now(), **form.cleaned_data),
        back=BACK, said=_("The list of tasks is up to date."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(FOLLOW_UP, permissions.RUN)
def begin(request: HttpRequest, page: CasePage) -> HttpResponse:
    """End the treatment and plan the measurements."""
    deed = Deed(
        gettext_lazy("Begin the follow-up"),
        (
            gettext_lazy("The treatment is over: every project is done or given up."),
            gettext_lazy("The unit is measured after 3, 6 and 12 months; you are reminded of each."),
        ),
        permissions.RUN, follow_ups.begin, NothingForm,
    )  # fmt: skip
    form = NothingForm(posted(request))
    return decide(
        request, page, deed, form,
        lambda: follow_ups.begin(case_id=page.case.pk, by=request.user, now=clock.now()),
        back=BACK, said=_("The follow-up has begun."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(FOLLOW_UP, permissions.TREAT)
def act(request: HttpRequest, page: CasePage, month: int, step: str) -> HttpResponse:
    """Enter what was measured, or say why it was not."""
    row = FollowUp.objects.filter(case=page.case, month=month).first()
    if row is None or step not in ("measure", "waive"):
        raise NotFound()
    user: Any = request.user
    title = _("Measurement after %(months)s") % {"months": row.get_month_display()}
    if step == "waive":
        permissions.require(user, permissions.RUN, page.case)
        reasons = ReasonForm(posted(request))
        return answer(
            request, page, reasons,
            lambda: follow_ups.waive(follow_up_id=row.pk, by=user, now=clock.now(), **reasons.cleaned_data),
            back=BACK, said=_("It is written down why there is no measurement."), context={"title": title},
        )  # fmt: skip
    form = MeasureForm(posted(request), initial={"measured_on": clock.today()})
    return answer(
        request, page, form,
        lambda: follow_ups.measure(
            follow_up_id=row.pk, values=form.values(), note=form.cleaned_data["note"], by=user, now=clock.now()
        ),
        back=BACK, said=_("The measurement is entered."), context={"title": title},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(FOLLOW_UP, permissions.RUN)
def close(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Close the case with its outcome."""
    readings = readings_of(page.case)
    pair = so_far(page.case, readings)
    initial = {"before": pair.before.pk, "after": pair.after.pk} if pair else {}
    deed = Deed(
        gettext_lazy("Close the case"),
        (
            gettext_lazy("The unit reads how its case came out."),
            gettext_lazy("The consultants no longer see anything of it."),
            gettext_lazy("This cannot be taken back; the unit can be admitted again."),
        ),
        permissions.RUN, closing.close, CloseForm, danger=True, fresh=True,
    )  # fmt: skip
    form = CloseForm(posted(request), uploaded(request), readings=readings, initial=initial)
    return decide(
        request, page, deed, form, lambda: closing.close(case_id=page.case.pk, by=request.user, now=clock.now(), **_close(form)),
        back=BACK, said=_("The case is closed."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(FOLLOW_UP, permissions.RUN)
def readmit(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Take the unit of a closed case up again."""
    permissions.require(request.user, OPEN)
    deed = Deed(
        gettext_lazy("Admit the unit again"),
        (
            gettext_lazy("A new case of the unit is opened; this one stays as it is."),
            gettext_lazy("Next its lead names the team."),
        ),
        OPEN, closing.readmit, ReadmitForm,
    )  # fmt: skip
    user: Any = request.user
    form = ReadmitForm(posted(request), initial={"lead": user.pk})
    return decide(
        request, page, deed, form,
        lambda: closing.readmit(case_id=page.case.pk, by=user, now=clock.now(), **form.cleaned_data),
        back=BACK, said=_("A new case is opened. You find it in the list of cases."),
    )  # fmt: skip


def _changes(case: Case, result: Outcome | None) -> BeforeAfter | None:
    """Before and after by the readings the closing named, else by the newest ones there are."""
    return compare(result.before, result.after) if result else so_far(case, readings_of(case))


def _close(form: CloseForm) -> dict[str, Any]:
    given = dict(form.cleaned_data)
    before, after = given.pop("before"), given.pop("after")
    return {**given, "before_id": before, "after_id": after}
