"""The desk of a course: announcing, participants, calling it off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core import clock
from core.web.csv import csv_response
from core.web.forms import answer_form, carry_out
from training import policies
from training.choices import CourseStatus, RegistrationStatus
from training.forms.desk import ConfirmForm
from training.models import Certificate, Course, Registration
from training.selectors import desk as selectors
from training.selectors.results import lines
from training.services import certificates, courses, registrations
from training.views.common import for_staff, with_reason
from training.wording import rule_texts


@require_safe
@for_staff
def desk(request: HttpRequest, course: Course) -> HttpResponse:
    """Everything at one glance: sessions and their sheets, participants, the waiting list."""
    may_act = request.user.has_perm("training.take_attendance", course)
    context = {"desk": selectors.desk(course, clock.now()), "course": course, "may_act": may_act}
    return render(request, "training/desk/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def publish(request: HttpRequest, course: Course) -> HttpResponse:
    """What the public will see, what gets fixed; then the button."""
    if course.status != CourseStatus.DRAFT:
        return redirect("training:desk", course.slug)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        status = carry_out(form, lambda: courses.publish(course_id=course.pk, by=user, now=clock.now()))
        if not form.errors:
            messages.success(request, _("The course is announced."))
            return redirect("training:desk", course.slug)
    context = {
        "course": course,
        "meetings": selectors.meetings(course.sessions.all(), clock.now()),
        "rules": rule_texts(course),
        "cancel_url": reverse("training:desk", args=[course.slug]),
        "confirm_label": _("Announce the course"),
    }
    return answer_form(request, "training/desk/publish.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def cancel(request: HttpRequest, course: Course) -> HttpResponse:
    """Call the course off, for a reason everybody reads."""
    if course.phase_at(clock.now()) not in policies.BEFORE_THE_END:
        return redirect("training:desk", course.slug)
    return with_reason(
        request,
        course,
        "training/desk/cancel.html",
        {"confirm_label": _("Cancel the course")},
        lambda reason, user: courses.cancel(course_id=course.pk, reason=reason, by=user, now=clock.now()),
        _("The course is cancelled and everybody on its lists is told."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def cancel_registration(request: HttpRequest, course: Course, pk: int) -> HttpResponse:
    """Take somebody off the list, for a reason he reads; the next one gets the seat."""
    states = [RegistrationStatus.WAITING, RegistrationStatus.REGISTERED]
    row = Registration.objects.filter(pk=pk, course=course, status__in=states).select_related("person").first()
    if row is None:
        raise Http404
    return with_reason(
        request,
        course,
        "training/desk/cancel_registration.html",
        {"row": row, "confirm_label": _("Take off the list")},
        lambda reason, user: registrations.cancel(registration_id=row.pk, reason=reason, by=user, now=clock.now()),
        _("The registration is cancelled."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def revoke(request: HttpRequest, course: Course, code: str) -> HttpResponse:
    """Declare a certificate void."""
    row = Certificate.objects.filter(code=code, registration__course=course, revoked_at__isnull=True).first()
    if row is None:
        raise Http404
    return with_reason(
        request,
        course,
        "training/desk/revoke.html",
        {"certificate": row, "confirm_label": _("Revoke the certificate")},
        lambda reason, user: certificates.revoke(certificate_id=row.pk, reason=reason, by=user, now=clock.now()),
        _("The certificate is revoked."),
    )


@require_safe
@for_staff
def participants_csv(request: HttpRequest, course: Course) -> HttpResponse:
    """Everybody with a seat and everybody who waits, for a spreadsheet."""
    header = [
        _("Name"), _("National code"), _("Mobile"), _("County"), _("Status"), _("Registered at"), _("Attendance (%)"),
        _("Marks"), _("Number of the certificate"),
    ]  # fmt: skip
    rows = [_csv_row(line) for line in lines(course)]
    rows += [_waiting_row(row) for row in course.registrations.waiting().select_related("person")]
    return csv_response(f"{course.slug}-participants.csv", header, rows)


def _csv_row(line: Any) -> list[Any]:
    person, row = line.registration.person, line.registration
    return [
        person.display_name, person.national_code, person.phone, person.get_county_display(), row.get_status_display(),
        row.registered_at, line.outcome.percent, "" if line.outcome.score is None else line.outcome.score,
        line.certificate.code if line.certificate else "",
    ]  # fmt: skip


def _waiting_row(row: Registration) -> list[Any]:
    person = row.person
    return [
        person.display_name, person.national_code, person.phone, person.get_county_display(), row.get_status_display(),
        row.registered_at, "", "", "",
    ]  # fmt: skip
