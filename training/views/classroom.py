"""In class and after it: attendance, marks, settling the results."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core import clock
from core.web.forms import answer_form, carry_out
from training.forms.desk import ConfirmForm, CorrectForm, MarksForm, SheetForm
from training.models import Course, ExamResult
from training.selectors import desk as selectors
from training.selectors.results import lines
from training.services import attendance, exams, finishing
from training.views.common import for_staff, user_may


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def sheet(request: HttpRequest, course: Course, position: int) -> HttpResponse:
    """The attendance sheet of a session: one row a person, one tap a state."""
    session = selectors.session_of(course, position)
    people = selectors.registered(course)
    known = dict(session.attendance.values_list("registration_id", "state"))
    form = SheetForm(request.POST if request.method == "POST" else None, people=people, known=known)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        status = carry_out(
            form,
            lambda: attendance.take(session_id=session.pk, states=form.states(), by=user, now=clock.now()),
        )
        if not form.errors:
            messages.success(request, _("The attendance is saved."))
            return redirect("training:desk", course.slug)
    context = {
        "course": course,
        "session": session,
        "meeting": selectors.meetings([session], clock.now())[0],
        "people": people,
        "is_noted": bool(known),
        "may_act": user_may(request, "training.take_attendance", course),
    }
    return answer_form(request, "training/desk/sheet.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def exam(request: HttpRequest, course: Course) -> HttpResponse:
    """Marks of one sitting, for everybody who was there."""
    if not course.has_exam:
        raise Http404
    people = selectors.examined(course)
    form = MarksForm(request.POST if request.method == "POST" else None, people=people)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        status = carry_out(
            form,
            lambda: exams.enter(course_id=course.pk, scores=form.scores(), by=user, now=clock.now()),
        )
        if not form.errors:
            messages.success(request, _("The marks are saved."))
            return redirect("training:exam", course.slug)
    may_act = user_may(request, "training.enter_result", course)
    rows = [(line, form[f"score_{line.registration.pk}"]) for line in people]
    return answer_form(
        request, "training/desk/exam.html", form, {"course": course, "rows": rows, "may_act": may_act}, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def correct(request: HttpRequest, course: Course, result: int) -> HttpResponse:
    """Put wrong marks right; the old ones stay on record."""
    row = ExamResult.objects.filter(pk=result, registration__course=course, superseded=False)
    old = row.select_related("registration__person").first()
    if old is None:
        raise Http404
    form = CorrectForm(request.POST if request.method == "POST" else None, initial={"score": old.marks})
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        status = carry_out(form, lambda: exams.correct(result_id=old.pk, by=user, now=clock.now(), **form.cleaned_data))
        if not form.errors:
            messages.success(request, _("The marks are corrected."))
            return redirect("training:exam", course.slug)
    return answer_form(request, "training/desk/correct.html", form, {"course": course, "old": old}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def finish(request: HttpRequest, course: Course) -> HttpResponse:
    """Who will pass and who will not, and why; then the button."""
    now = clock.now()
    found = lines(course)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        status = carry_out(form, lambda: finishing.finish(course_id=course.pk, by=user, now=now))
        if not form.errors:
            messages.success(request, _("The results are settled and the certificates issued."))
            return redirect("training:desk", course.slug)
    context = {
        "course": course,
        "previews": selectors.previews(found),
        "passing": sum(line.outcome.passed for line in found),
        "obstacles": finishing.obstacles(course, found, now),
        "may_act": user_may(request, "training.close_course", course),
        "cancel_url": reverse("training:desk", args=[course.slug]),
    }
    return answer_form(request, "training/desk/finish.html", form, context, status=status)
