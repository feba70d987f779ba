"""My applications, and one of them: the task list while it is a draft, status and history after."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from allocations import case_wording, events, selectors
from allocations.choices import ApplicationStatus
from allocations.models import Application
from allocations.services import objections
from allocations.views.common import saved_text
from core import clock


@require_safe
def application_list(request: HttpRequest) -> HttpResponse:
    """Every application of mine and of the entities I sign for; those that wait for me first."""
    return TemplateResponse(
        request, "allocations/applications.html", {"cases": selectors.applicant.cases(request.user, clock.now())}
    )


@require_safe
def application_detail(request: HttpRequest, track: str) -> HttpResponse:
    """One application of mine."""
    application = selectors.application.application_of(track, request.user)
    if application.status == ApplicationStatus.DRAFT:
        return _draft(request, application)
    return _handed_in(request, application)


@require_safe
def receipt(request: HttpRequest, track: str) -> HttpResponse:
    """The receipt of what counts now."""
    application = selectors.application.application_of(track, request.user)
    context = {
        "application": application,
        "receipt": selectors.applicant.newest_receipt(application),
        "can_change": selectors.applicant.may_change(application, clock.now()),
    }
    return TemplateResponse(request, "allocations/receipt.html", context)


@require_safe
def answers(request: HttpRequest, track: str) -> HttpResponse:
    """Everything the form says, to read and to print."""
    application = selectors.application.application_of(track, request.user)
    context = {
        "application": application,
        "answers": selectors.applicant.answers(application),
        "counted": selectors.form.counted_inputs(application.call),
    }
    return TemplateResponse(request, "allocations/answers.html", context)


def _draft(request: HttpRequest, application: Application) -> HttpResponse:
    now = clock.now()
    tasks = selectors.form.tasks(application, now)
    context = {
        "application": application,
        "tasks": tasks,
        "done": sum(task.is_done for task in tasks),
        "opening": selectors.form.opening(application, now),
        "saved": saved_text(application),
    }
    return TemplateResponse(request, "allocations/task_list.html", context)


def _handed_in(request: HttpRequest, application: Application) -> HttpResponse:
    now = clock.now()
    history = selectors.applicant.history(application)
    status, label = case_wording.shown_status(application)
    correction = history.correction
    opening = selectors.form.opening(application, now)
    context: dict[str, Any] = {
        "application": application,
        "history": history,
        "status": status,
        "status_label": label,
        "standing": case_wording.standing(
            application,
            now,
            correction_until=correction.until if correction else None,
            plot=history.award.plot.code if history.award else "",
        ),
        "opening": opening,
        "tasks": selectors.form.tasks(application, now) if opening.everything else [],
        "pdfs": [row for row in reversed(history.receipts) if row.pdf_id],
        "events": events.of(application, history),
        "paper_pairs": [(line, False) for line in selectors.application.paper_rows(application)],
        "may_withdraw": application.status in selectors.applicant.LEAVABLE,
        "may_object": bool(objections.open_subjects(application, now)),
        "has_result": application.call.status in selectors.applicant.RESULTS,
        "has_points": application.score is not None,
    }
    return TemplateResponse(request, "allocations/application.html", context)
