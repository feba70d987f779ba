"""After handing in: correct, withdraw, understand, object."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from allocations import selectors
from allocations.case_wording import shown_status
from allocations.choices import ApplicationStatus
from allocations.errors import StepLocked
from allocations.forms.public import ObjectionForm
from allocations.forms.refusals import carry_out
from allocations.forms.steps import ConfirmForm, WithdrawForm
from allocations.models import Application
from allocations.services import applications, corrections, objections
from allocations.views.common import application_url, with_way_back
from allocations.wording import moment_text
from core import clock
from core.web.forms import answer_form


@require_http_methods(["GET", "HEAD", "POST"])
@with_way_back
def correction(request: HttpRequest, track: str) -> HttpResponse:
    """What the officer sent back, each part with its page, and handing the correction in."""
    application = selectors.application.application_of(track, request.user)
    opening = selectors.form.opening(application, clock.now())
    if opening.correction is None:
        if request.method == "POST" and application.status == ApplicationStatus.UNDER_REVIEW:
            return redirect("applications:receipt", application.tracking_code)
        raise StepLocked(opening.closed or _("No correction is asked for. Your application is as it should be."))
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        status = carry_out(
            form,
            lambda: corrections.resubmit_correction(application_id=application.pk, by=user, now=clock.now()),
        )
        if not form.errors:
            return redirect("applications:receipt", application.tracking_code)
    context = {
        "application": application,
        "request_row": opening.correction,
        "until": moment_text(opening.correction.until),
        "items": selectors.correction.items(application, opening.correction),
    }
    return answer_form(request, "allocations/correction.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@with_way_back
def withdraw(request: HttpRequest, track: str) -> HttpResponse:
    """Say what will happen, then take the application back for good."""
    application = selectors.application.application_of(track, request.user)
    if application.status == ApplicationStatus.WITHDRAWN:
        return redirect(application_url(application))
    if application.status not in selectors.applicant.LEAVABLE:
        raise StepLocked(_not_leavable(application))
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        reason = form.cleaned_data["reason"]
        status = carry_out(
            form,
            lambda: applications.withdraw(application_id=application.pk, reason=reason, by=user, now=clock.now()),
        )
        if not form.errors:
            messages.success(request, _("The application is withdrawn."))
            return redirect(application_url(application))
    context = {
        "application": application,
        "confirm_label": _("Withdraw the application"),
        "danger": True,
        "cancel_url": application_url(application),
    }
    return answer_form(request, "allocations/withdraw.html", form, context, status=status)


@require_safe
def explain(request: HttpRequest, track: str) -> HttpResponse:
    """My points, and of each plot I listed what became of it and why."""
    application = selectors.application.application_of(track, request.user)
    page = selectors.explanation.explanation(application.pk)
    context = {
        "application": application,
        "page": page,
        "status": shown_status(application),
        "may_object": bool(objections.open_subjects(application, clock.now())),
    }
    return TemplateResponse(request, "allocations/explain.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_way_back
def object_to(request: HttpRequest, track: str) -> HttpResponse:
    """My objections with their answers, and a new one while its window is open."""
    application = selectors.application.application_of(track, request.user)
    subjects = objections.open_subjects(application, clock.now())
    form = ObjectionForm(
        request.POST if request.method == "POST" else None,
        subjects=subjects,
        initial={"subject": subjects[0]} if len(subjects) == 1 else {},
    )
    status = 200
    if request.method == "POST" and not subjects:
        raise objections.WindowClosed(_no_window(application))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        user: Any = request.user
        status = carry_out(
            form,
            lambda: objections.file(
                application_id=application.pk, subject=given["subject"], text=given["text"], by=user, now=clock.now()
            ),
        )
        if not form.errors:
            messages.success(request, _("Your objection was filed. The committee answers it with its reasons."))
            return redirect("applications:objections", application.tracking_code)
    context = {
        "application": application,
        "subjects": subjects,
        "until": _window_until(application),
        "no_window": "" if subjects else _no_window(application),
        "rows": list(application.objections.order_by("-pk")),
    }
    return answer_form(request, "allocations/objections.html", form, context, status=status)


def _not_leavable(application: Application) -> str:
    return {
        ApplicationStatus.DRAFT: _("A draft was never handed in; there is nothing to withdraw. Simply leave it."),
        ApplicationStatus.AWARDED: _(
            "A plot was given to you. It is given back when you decline the company's offer, not by withdrawing."
        ),
    }.get(
        ApplicationStatus(application.status),
        _("This application is decided and takes part in nothing any more. There is nothing to withdraw."),
    )


def _window_until(application: Application) -> str:
    call = application.call
    return moment_text(call.objections_until if call.status == "PROVISIONAL" else call.draw_at)


def _no_window(application: Application) -> str:
    call = application.call
    if application.status in (ApplicationStatus.DRAFT, ApplicationStatus.WITHDRAWN):
        return _("Only an application that was handed in and not withdrawn can be objected for.")
    if call.status == "FINAL":
        return _("Objections were possible until %(moment)s. The result is final.") % {
            "moment": moment_text(call.objections_until)
        }
    return _(
        "At the moment there is nothing to object to. You can object after the decision about your papers, until the draw, "
        "and again after the provisional result, until %(moment)s."
    ) % {"moment": moment_text(call.objections_until)}
