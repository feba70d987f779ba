"""Papers of an application: the list, one paper from the vault or as a new file, taking one back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import selectors as accounts
from accounts.models import Document
from allocations import selectors
from allocations.choices import PAPER_ITEM, ApplicationStatus, Step
from allocations.errors import StepLocked
from allocations.forms.refusals import carry_out
from allocations.forms.steps import PaperForm
from allocations.models import Application
from allocations.selectors.application import PaperRow
from allocations.services import applications
from allocations.views import onward
from allocations.views.common import application_url, saved_text, step_url, with_way_back
from core import clock
from core.errors import DomainError, NotFound, PermissionRefused
from core.web.forms import answer_form


def page(request: HttpRequest, application: Application, opening: selectors.form.Opening) -> HttpResponse:
    """Every paper that is asked for, each with a page of its own."""
    if request.method == "POST":
        return onward.go_on(request, application, Step.PAPERS)
    lines = selectors.application.paper_rows(application)
    context = {
        "application": application,
        "step": Step.PAPERS,
        "saved": saved_text(application),
        "lines": [(line, opening.allows(PAPER_ITEM + line.requirement.code)) for line in lines],
        "missing": sum(line.requirement.required and line.paper is None for line in lines),
    }
    return render(request, "allocations/steps/papers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_way_back
def paper(request: HttpRequest, track: str, code: str) -> HttpResponse:
    """Hand in one paper, or put another one in its place."""
    application = selectors.application.application_of(track, request.user)
    line = _line(application, code)
    _refuse_locked(application, line)
    documents = _vault(application, line)
    form = PaperForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        documents=documents,
        initial={"document": str(documents[0].pk)} if documents else {},
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, lambda: _attach(request, application, line, form.cleaned_data), _FIELDS)
        if not form.errors:
            messages.success(request, _("The paper “%(paper)s” is handed in.") % {"paper": line.requirement.name})
            return redirect(_back(application))
    context = {"application": application, "line": line, "documents": documents, "back": _back(application)}
    return answer_form(request, "allocations/steps/paper.html", form, context, status=status)


@require_POST
def remove(request: HttpRequest, track: str, code: str) -> HttpResponse:
    """Take a paper back."""
    application = selectors.application.application_of(track, request.user)
    line = _line(application, code)
    user: Any = request.user
    try:
        applications.remove_paper(
            application_id=application.pk, requirement_id=line.requirement.pk, by=user, now=clock.now()
        )
    except (NotFound, PermissionRefused):
        raise
    except DomainError as error:
        texts = [str(text) for listed in getattr(error, "errors", {}).values() for text in listed]
        messages.error(request, " ".join([error.message, *texts]))
    else:
        messages.success(request, _("The paper “%(paper)s” is taken back.") % {"paper": line.requirement.name})
    return redirect(_back(application))


_FIELDS = {"file": "upload", "requirement": ""}


def _attach(request: HttpRequest, application: Application, line: PaperRow, given: dict[str, Any]) -> None:
    user: Any = request.user
    upload, document = given.get("upload"), given.get("document")
    applications.attach_paper(
        application_id=application.pk,
        requirement_id=line.requirement.pk,
        upload=upload or None,
        document_id=int(document) if document else None,
        by=user,
        now=clock.now(),
    )


def _line(application: Application, code: str) -> PaperRow:
    found = next((one for one in selectors.application.paper_rows(application) if one.requirement.code == code), None)
    if found is None:
        raise Http404
    return found


def _refuse_locked(application: Application, line: PaperRow) -> None:
    opening = selectors.form.opening(application, clock.now())
    if not opening.allows(PAPER_ITEM + line.requirement.code):
        raise StepLocked(
            opening.closed or _("This part was not sent back. Only what the officer named can be changed.")
        )


def _vault(application: Application, line: PaperRow) -> list[Document]:
    return list(accounts.documents_for(application.applicant, [line.requirement.kind]))


def _back(application: Application) -> str:
    if application.status == ApplicationStatus.DRAFT:
        return step_url(application, Step.PAPERS)
    if application.status == ApplicationStatus.CORRECTION_REQUESTED:
        return application_url(application) + "correction/"
    return application_url(application)
