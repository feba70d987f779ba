"""The report of a case: its versions, a new one, and signing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.services import authentication
from clinic.cases import permissions
from clinic.cases.choices import Standing
from clinic.cases.pages import CasePage, case_page
from clinic.reports.case_tab import CODE
from clinic.reports.forms.sign import SignForm, WithoutForm
from clinic.reports.selectors.report import report_page
from clinic.reports.services import reports
from core import clock
from core.errors import DomainError, NotFound, PermissionRefused
from core.web.forms import answer_form, carry_out


@require_safe
@case_page(CODE, permissions.READ)
def report(request: HttpRequest, page: CasePage) -> HttpResponse:
    """The version that counts with its paper and signatures; what is missing before one can be made; earlier ones."""
    found = report_page(page.case, page.standings, request.user)
    return render(request, "clinic/reports/report.html", {"page": page, "found": found})


@require_POST
@case_page(CODE, permissions.RUN)
def make(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Make the next version."""
    try:
        reports.make(case_id=page.case.pk, by=request.user, now=clock.now())
    except PermissionRefused:
        raise
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("The report is made. The team is asked to sign it; its paper follows in a moment."))
    return redirect("clinic_reports:report", page.case.number)


def _is_member(page: CasePage) -> bool:
    return Standing.TEAM in page.standings


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@case_page(CODE, permissions.READ_SECRETS, may=_is_member)
def sign(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Sign the version that waits, with the password."""
    user: Any = request.user
    found = report_page(page.case, page.standings, user)
    if not found.may_sign or found.current is None:
        messages.info(request, _("There is nothing for you to sign here."))
        return redirect("clinic_reports:report", page.case.number)
    waiting = found.current
    form = SignForm(request.POST if request.method == "POST" else None, initial={"report": waiting.report.pk})
    status = 200
    if request.method == "POST" and form.is_valid():
        status = _sign(request, form, waiting.report.pk)
        if status == 200 and not form.errors:
            messages.success(request, _("You have signed this version. Thank you."))
            return redirect("clinic_reports:report", page.case.number)
    back = reverse("clinic_reports:report", args=[page.case.number])
    context = {"page": page, "waiting": waiting, "cancel_url": back, "confirm_label": _("Sign this version")}
    return answer_form(request, "clinic/reports/sign.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(CODE, permissions.RUN)
def go_without(request: HttpRequest, page: CasePage, member: int) -> HttpResponse:
    """Do without the signature of somebody who left the team."""
    found = report_page(page.case, page.standings, request.user)
    line = next((one for one in found.lines if one.member.pk == member and one.has_left and not one.waiver), None)
    if line is None or found.current is None or not found.goes_without:
        raise NotFound()
    waiting = found.current.report
    form = WithoutForm(
        request.POST if request.method == "POST" else None, initial={"reason": line.member.leaving_reason}
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(
            form,
            lambda: reports.go_without(
                report_id=waiting.pk, member_id=member, by=request.user, now=clock.now(), **form.cleaned_data
            ),
        )
        if status == 200 and not form.errors:
            messages.success(request, _("The report goes on without this signature; the reason stands on it."))
            return redirect("clinic_reports:report", page.case.number)
    back = reverse("clinic_reports:report", args=[page.case.number])
    label = _("Go on without this signature")
    context = {"page": page, "line": line, "cancel_url": back, "confirm_label": label}
    return answer_form(request, "clinic/reports/without.html", form, context, status=status)


def _sign(request: HttpRequest, form: SignForm, report_id: int) -> int:
    """Sign the version that was shown; the status of the answer. Refusals stand in the form."""
    user: Any = request.user
    if form.cleaned_data["report"] != report_id:
        form.add_error(None, _("A new version was made meanwhile. Read it before you sign."))
        return 200
    typed = form.cleaned_data["password"]
    if authentication.check_password(request=request, name=user.national_code, password=typed) != user:
        form.add_error("password", _("The password is not correct."))
        return 200
    return carry_out(form, lambda: reports.sign(report_id=report_id, by=user, now=clock.now()))
