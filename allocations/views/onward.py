"""Where a saved step leads: to the next one, or back to where the change was begun."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from allocations import selectors
from allocations.choices import ApplicationStatus, Step
from allocations.models import Application
from allocations.views.common import application_url, saved_text, step_url
from core import clock


def go_on(request: HttpRequest, application: Application, here: Step) -> HttpResponse:
    """Say that it was saved, and lead on."""
    application.refresh_from_db(fields=["saved_at", "saved_steps", "status", "declared_at"])
    if application.status == ApplicationStatus.SUBMITTED:
        messages.success(request, _("Your change counts. It has a receipt of its own."))
        return redirect(application_url(application))
    messages.success(request, _("Saved at %(time)s") % {"time": saved_text(application)})
    if application.status == ApplicationStatus.CORRECTION_REQUESTED:
        return redirect("applications:correction", application.tracking_code)
    fresh = selectors.application.application_of(application.tracking_code, request.user)
    following = selectors.form.next_step(selectors.form.tasks(fresh, clock.now()), here)
    return redirect(step_url(application, following) if following else application_url(application))
