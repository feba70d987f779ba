"""What the pages share: the way back, when something was saved, where a form goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from allocations import selectors
from allocations.choices import Step
from allocations.models import Application
from allocations.wording import moment_text
from core import clock
from core.errors import WrongState
from core.fields.language import active_language
from core.persian.calendar import tehran_date
from core.persian.dates import format_time


def with_way_back(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page below an application: what its state does not allow is answered with the reason and the way back to it (409)."""

    @wraps(view)
    def answer(request: HttpRequest, track: str, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, track, *args, **kwargs)
        except WrongState as error:
            application = selectors.application.application_of(track, request.user)
            context = {"application": application, "reason": error.message}
            return render(request, "allocations/refused.html", context, status=error.status)

    return answer


def saved_text(application: Application) -> str:
    """When the form was saved last: the time of today, or day and time; "" when nothing was saved."""
    saved = application.saved_at
    if saved is None:
        return ""
    if tehran_date(saved) == clock.today():
        return format_time(saved, language=active_language())
    return moment_text(saved)


def application_url(application: Application) -> str:
    """The page of an application."""
    return reverse("applications:detail", args=[application.tracking_code])


def step_url(application: Application, step: Step | str) -> str:
    """The page of one step of its form."""
    return reverse("applications:step", args=[application.tracking_code, str(step)])
