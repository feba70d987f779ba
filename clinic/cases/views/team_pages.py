"""Naming the team of a case: suggestions with their reasons, decided by the lead."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.cases import permissions
from clinic.cases.forms.cases import LeaveTeamForm, MemberForm
from clinic.cases.pages import CasePage, case_page
from clinic.cases.selectors.cases import MemberLine, team_of
from clinic.cases.services import team as services
from clinic.choices import Specialty
from clinic.consultants.selectors.team import advice
from core import clock
from core.errors import NotFound
from core.web.forms import answer_form, carry_out

USUAL = (Specialty.FINANCE, Specialty.INDUSTRIAL, Specialty.COMMERCIAL)
"""What most cases need; suggested until the lead chooses otherwise."""


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("overview", permissions.RUN)
def team(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Who is in the team, who is suggested and why, who is kept out and why; one consultant is named at a time."""
    form = MemberForm(request.POST if request.method == "POST" else None)
    status = 200
    user: Any = request.user
    if request.method == "POST" and form.is_valid():
        chosen, specialty = form.cleaned_data["consultant"], form.cleaned_data["specialty"]
        status = carry_out(
            form,
            lambda: services.name_member(
                case_id=page.case.pk, consultant_id=chosen.pk, specialty=specialty, by=user, now=clock.now()
            ),
        )
        if status == 200 and not form.errors:
            messages.success(request, _("%(name)s is in the team now.") % {"name": chosen.name})
            return redirect("cases:team", page.case.number)
    members = team_of(page.case, day=clock.today())
    context = {"page": page, "team": members, **_suggested(request, page, members)}
    return answer_form(request, "clinic/cases/team.html", form, context, status=status)


def _suggested(request: HttpRequest, page: CasePage, members: list[MemberLine]) -> dict[str, Any]:
    """What is asked for (`?need=finance&need=tax`), whom matching suggests for it, and who is kept out."""
    if not page.case.is_live:
        return {}
    current = [line.member for line in members if line.member.left_at is None]
    there = {one.specialty for one in current}
    held: dict[int, frozenset[str]] = {}
    for one in current:
        held[one.consultant_id] = held.get(one.consultant_id, frozenset()) | {one.specialty}
    asked = [code for code in request.GET.getlist("need") if code in Specialty.values]
    wanted = asked or [code for code in USUAL if code not in there]
    found = advice(page.case.unit, wanted, clock.now(), there=held) if wanted else None
    return {
        "needed": [(code, label, code in wanted) for code, label in Specialty.choices],
        "suggestions": found.team if found else (),
        "unfilled": found.unfilled if found else (),
        "kept_out": found.left_out if found else (),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("overview", permissions.RUN)
def leave(request: HttpRequest, page: CasePage, member: int) -> HttpResponse:
    """End a membership."""
    row = page.case.members.current().select_related("consultant__user").filter(pk=member).first()
    if row is None:
        raise NotFound()
    form = LeaveTeamForm(request.POST if request.method == "POST" else None)
    status = 200
    user: Any = request.user
    if request.method == "POST" and form.is_valid():
        status = carry_out(
            form, lambda: services.end_membership(member_id=row.pk, by=user, now=clock.now(), **form.cleaned_data)
        )
        if status == 200 and not form.errors:
            messages.success(request, _("The membership has ended; the consultant no longer sees this case."))
            return redirect("cases:team", page.case.number)
    context = {
        "page": page, "member": row, "danger": True, "confirm_label": _("End the membership"),
        "cancel_url": reverse("cases:team", args=[page.case.number]),
    }  # fmt: skip
    return answer_form(request, "clinic/cases/leave_team.html", form, context, status=status)
