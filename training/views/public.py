"""Courses for everybody: the list, one course, taking a seat, giving it up, my courses."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.selectors import person_of
from core import clock
from core.errors import NotFound
from core.web.forms import answer_form, carry_out
from core.web.lists import answer_list
from training import policies
from training.choices import RegistrationStatus
from training.filters import CourseFilter
from training.forms.desk import ConfirmForm, LeaveForm
from training.models import Course
from training.selectors import courses as selectors
from training.services import registrations


@login_not_required
@require_safe
def course_list(request: HttpRequest) -> HttpResponse:
    """Courses with filters. 400, with what was typed, for filters that do not exist."""
    filters = CourseFilter(request.GET, queryset=Course.objects.public(), request=request)
    now = clock.now()
    return answer_list(
        request,
        "training/courses.html",
        filters,
        order=filters.order,
        prepare=selectors.with_counts,
        shown_as=lambda rows: [selectors.card(course, now) for course in rows],
        context={"is_past": filters.is_past},
    )


@login_not_required
@require_safe
def course_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One course: what, for whom, when, how many seats are free."""
    page = selectors.course_page(slug, request.user, clock.now())
    may_see_desk = request.user.is_authenticated and request.user.has_perm("training.view_participants")
    return render(request, "training/course.html", {"page": page, "card": page.card, "may_see_desk": may_see_desk})


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what will happen, then give a seat or a place in the waiting list."""
    page = selectors.course_page(slug, request.user, clock.now())
    course = page.card.course
    if page.mine is not None:
        return redirect("training:mine")
    person = person_of(request.user)
    if person is None:
        raise NotFound(_("Complete your details first: a seat belongs to a person."))
    policies.refuse_unless_taking_registrations(course, clock.now())
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        status = carry_out(
            form,
            lambda: registrations.register(course_id=course.pk, person_id=person.pk, by=user, now=clock.now()),
        )
        if not form.errors:
            messages.success(request, _said(selectors.registration_of(course, person)))
            return redirect("training:mine")
    context = {
        "page": page,
        "card": page.card,
        "cancel_url": reverse("training:detail", args=[course.slug]),
        "confirm_label": _("Register") if page.card.free else _("Join the waiting list"),
    }
    return answer_form(request, "training/register.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what will happen, then give the seat or the place in the list up."""
    page = selectors.course_page(slug, request.user, clock.now())
    mine = page.mine
    if mine is None:
        raise Http404
    if not page.may_leave:
        mine.course = page.card.course
        policies.may_leave(mine, clock.now())
        raise Http404
    form = LeaveForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        status = carry_out(
            form,
            lambda: registrations.cancel(
                registration_id=mine.pk, by=user, now=clock.now(), reason=form.cleaned_data["reason"]
            ),
        )
        if not form.errors:
            messages.success(request, _("Your registration is cancelled."))
            return redirect("training:mine")
    context = {
        "page": page,
        "card": page.card,
        "mine": mine,
        "danger": True,
        "cancel_url": reverse("training:mine"),
        "confirm_label": _("Cancel my registration"),
    }
    return answer_form(request, "training/leave.html", form, context, status=status)


@require_safe
def my_courses(request: HttpRequest) -> HttpResponse:
    """My courses: my place, attendance, marks, certificates."""
    return render(request, "training/mine.html", {"mine": selectors.my_courses(request.user, clock.now())})


def _said(row: Any) -> str:
    if row is not None and row.status == RegistrationStatus.WAITING:
        return _("The course is full. You are on the waiting list; we tell you when a seat becomes free.")
    return _("You are registered. The day before each session you get a reminder.")
