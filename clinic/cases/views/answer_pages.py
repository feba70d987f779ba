"""Questionnaires and the scores that come of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.cases import permissions
from clinic.cases.choices import AnsweringStatus
from clinic.cases.diagnosis_errors import DiagnosisStands, HandedIn
from clinic.cases.drawing.radar import radar
from clinic.cases.forms.answers import AnswerForm
from clinic.cases.models import Answering
from clinic.cases.pages import CasePage, case_page
from clinic.cases.selectors.diagnosis import answerings_of, to_answer
from clinic.cases.selectors.scores import Scores, scores_of
from clinic.cases.services import answers as services
from clinic.instruments.selectors import sections
from core import clock
from core.errors import NotFound, WrongState
from core.web.forms import answer_form, carry_out


def picture(found: Scores) -> Any:
    """The radar chart of these scores."""
    return radar(
        [str(row.dimension.label) for row in found.rows],
        [None if row.score is None else float(row.score) for row in found.rows],
        [None if row.cohort is None else float(row.cohort) for row in found.rows],
    )


@require_safe
@case_page("questionnaires", permissions.READ_SECRETS)
def questionnaires(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Scores beside the cohort, what was answered, and what this specialist has to answer."""
    rows = answerings_of(page.case)
    found = scores_of(page.case, rows)
    mine = []
    if page.specialties and page.case.is_under_diagnosis:
        mine = to_answer(rows, request.user, page.specialties, clock.today())
    context = {
        "page": page,
        "scores": found,
        "radar": None if found.is_empty else picture(found),
        "answerings": rows,
        "mine": mine,
    }
    return render(request, "clinic/cases/questionnaires.html", context)


@require_POST
@case_page("questionnaires", permissions.ANSWER)
def start(request: HttpRequest, page: CasePage, version: int) -> HttpResponse:
    """Begin a questionnaire. The button stands on a page that may be old by now: a refusal is told there."""
    user: Any = request.user
    try:
        row = services.start(case_id=page.case.pk, version_id=version, by=user, now=clock.now())
    except WrongState as refusal:
        messages.error(request, refusal.message)
        return redirect("cases:questionnaires", page.case.number)
    return redirect("cases:answers", page.case.number, row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page("questionnaires", permissions.READ_SECRETS)
def answers(request: HttpRequest, page: CasePage, answering: int) -> HttpResponse:
    """The answers of a questionnaire: a form for who fills it in, else a page to read."""
    rows = page.case.answerings.select_related("version__instrument", "consultant__user")
    row = rows.prefetch_related("version__questions").filter(pk=answering).first()
    if row is None:
        raise NotFound()
    user: Any = request.user
    is_mine = row.consultant.user_id == user.pk and page.may(permissions.ANSWER)
    parts = sections(row.version)
    known = list(row.answers.all())
    if not (is_mine and row.status == AnsweringStatus.DRAFT and page.case.is_under_diagnosis):
        if request.method == "POST" and is_mine:
            # Sent twice, or from a page that was open in another window.
            handed_in = row.status == AnsweringStatus.HANDED_IN
            messages.warning(request, str((HandedIn if handed_in else DiagnosisStands).default_message))
            return redirect("cases:answers", page.case.number, row.pk)
        if request.method == "POST" or (row.status == AnsweringStatus.DRAFT and not is_mine and not page.is_lead):
            raise NotFound()
        context = {"page": page, "answering": row, "parts": AnswerForm(None, sections=parts, known=known).parts(),
                   "given": {one.question_id: one for one in known}}  # fmt: skip
        return render(request, "clinic/cases/answers_read.html", context)
    return _fill_in(
        request, page, row, AnswerForm(request.POST if request.method == "POST" else None, sections=parts, known=known)
    )


def _fill_in(request: HttpRequest, page: CasePage, row: Answering, form: AnswerForm) -> HttpResponse:
    status = 200
    user: Any = request.user
    wants_in = "hand_in" in request.POST
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            services.save(answering_id=row.pk, given=form.given(), by=user, now=clock.now())
            if wants_in:
                services.hand_in(answering_id=row.pk, by=user, now=clock.now())

        status = carry_out(form, act)
        if status == 200 and not form.errors:
            messages.success(
                request, _("The questionnaire is handed in.") if wants_in else _("Your answers are saved.")
            )
            if wants_in:
                return redirect("cases:questionnaires", page.case.number)
            return redirect("cases:answers", page.case.number, row.pk)
    context = {"page": page, "answering": row, "parts": form.parts(),
               "cancel_url": reverse("cases:questionnaires", args=[page.case.number])}  # fmt: skip
    return answer_form(request, "clinic/cases/answers.html", form, context, status=status)
