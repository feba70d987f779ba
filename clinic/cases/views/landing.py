"""The first page of the clinic, for everybody."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.permissions import is_consultant
from clinic.cases.request_permissions import DESK, FILE_FOR_OTHERS, TALKS
from clinic.cases.selectors.courses import clinic_courses
from clinic.cases.views.requests import service_links
from clinic.permissions import reads_figures, reads_register, works_in_clinic
from core import clock


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the clinic does, how it goes on, its courses, ways in; for its staff the ways to their desks."""
    context = {
        "services": service_links("clinic:ask"),
        "staff_links": _staff_links(request.user),
        "courses": clinic_courses(clock.now()),
    }
    return render(request, "clinic/home.html", context)


def _staff_links(user: Any) -> list[tuple[str, str]]:
    """Label and address of the desks this person works at; nothing for everybody else."""
    if not user.is_authenticated or not user.is_staff:
        return []
    rows = (
        (user.has_perm(DESK), _("Requests that came in"), "clinic:desk"),
        (user.has_perm(TALKS), _("Talks with consultants"), "clinic:talks"),
        (user.has_perm(FILE_FOR_OTHERS), _("Write a request at the counter"), "clinic:counter"),
        (user.has_perm(TALKS), _("Cases"), "cases:list"),
        (
            user.has_perm("training.change_course"),
            _("Courses and their participants"),
            "admin:training_course_changelist",
        ),
        (is_consultant(user), _("My hours, papers and promises"), "consultants:me"),
        (works_in_clinic(user), _("Conferences on cases"), "consultants:conferences"),
        (reads_register(user), _("Register of industrial units"), "units:list"),
        (reads_figures(user), _("Figures of the clinic"), "clinic_dashboard:overview"),
        (user.has_perm("treatment.read_learning"), _("What helped"), "learning:lessons"),
    )
    return [(label, url) for allowed, label, name in rows if allowed and (url := _address(name))]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
