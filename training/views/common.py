"""What the pages of a course's desk share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from accounts.choices import Role
from core.errors import PermissionRefused
from core.web.forms import answer_form, carry_out
from training.forms.desk import ReasonForm
from training.models import Course
from training.permissions import require
from training.selectors import desk as selectors

View = Callable[..., HttpResponse]


def for_staff(view: View) -> View:
    """A page of a course's desk, given the course: those who may see participants look, and an auditor only looks."""

    @wraps(view)
    @never_cache
    def answer(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponse:
        user: Any = request.user
        require(user, "training.view_participants")
        if request.method == "POST" and user.has_role(Role.AUDITOR):
            raise PermissionRefused(code="auditor_changes_nothing")
        return view(request, selectors.desk_course(slug), *args, **kwargs)

    return answer


def user_may(request: HttpRequest, permission: str, course: Course) -> bool:
    """Whether the buttons are shown; the service asks again."""
    return bool(request.user.has_perm(permission, course))


def with_reason(
    request: HttpRequest,
    course: Course,
    template: str,
    context: dict[str, Any],
    act: Callable[[str, Any], Any],
    said: str,
) -> HttpResponse:
    """A page that asks for a reason and then does `act(reason, user)`; back to the desk with `said`."""
    form = ReasonForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, lambda: act(form.cleaned_data["reason"], request.user))
        if not form.errors:
            messages.success(request, said)
            return redirect("training:desk", course.slug)
    shown = {"course": course, "cancel_url": reverse("training:desk", args=[course.slug]), "danger": True, **context}
    return answer_form(request, template, form, shown, status=status)
