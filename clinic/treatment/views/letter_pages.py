"""Letters of a case to other bodies, and what was answered."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from clinic.cases.pages import CasePage, case_page
from clinic.treatment import permissions, policies
from clinic.treatment.choices import Decision, ReferralStatus
from clinic.treatment.forms.plans import NothingForm, ReasonForm
from clinic.treatment.forms.work import AnswerForm, ExecutionForm, LetterForm
from clinic.treatment.models import Project, Referral
from clinic.treatment.selectors.plans import referrals_of
from clinic.treatment.services import referrals as services
from clinic.treatment.services.referrals import FACTS
from clinic.treatment.tabs import LETTERS
from clinic.treatment.views.frame import Deed, answer, decide, posted, uploaded
from core import clock
from core.errors import NotFound

BACK = "treatment:letters"

DEEDS: dict[str, Deed] = {
    "send": Deed(
        gettext_lazy("Sign and send the letter"),
        (
            gettext_lazy("The letter is made as a PDF with its number and your name. It is not changed any more."),
            gettext_lazy("Print it, or send it in the office system; then write down the answer here."),
            gettext_lazy("The unit reads the letter too."),
        ),
        permissions.SEND, services.send, NothingForm, fresh=True,
    ),
    "answer": Deed(
        gettext_lazy("Write down the answer"), (gettext_lazy("The unit is told and reads the answer."),),
        permissions.TREAT, services.answer, AnswerForm,
    ),
    "execution": Deed(
        gettext_lazy("Note how much is carried out"),
        (gettext_lazy("At 100 percent the letter is done with."),),
        permissions.TREAT, services.note_execution, ExecutionForm,
    ),
    "withdraw": Deed(
        gettext_lazy("Take the letter back"),
        (
            gettext_lazy("Nothing more is expected of the other body. Tell it so."),
            gettext_lazy("This cannot be undone."),
        ),
        permissions.SEND, services.withdraw, ReasonForm, danger=True,
    ),
}  # fmt: skip
NEXT: dict[str, tuple[str, ...]] = {
    ReferralStatus.DRAFT: ("send", "withdraw"),
    ReferralStatus.SENT: ("answer", "withdraw"),
    ReferralStatus.ANSWERED: ("execution",),
}


@require_safe
@case_page(LETTERS, permissions.READ_LETTERS)
def letters(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Every letter with its answer."""
    rows = [(row, _acts(page, row)) for row in referrals_of(page.case, for_unit=page.is_unit)]
    context = {"page": page, "rows": rows, "may_write": _may_write(page)}
    return render(request, "clinic/treatment/letters.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(LETTERS, permissions.TREAT)
def new(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Write a letter."""
    form = LetterForm(posted(request), projects=_projects(page))
    user: Any = request.user
    return answer(
        request, page, form,
        lambda: services.write(case_id=page.case.pk, values=form.cleaned_data, by=user, now=clock.now()),
        back=BACK, said=_("The letter is kept. The lead of the case signs and sends it."),
        context={"title": _("A new letter")},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(LETTERS, permissions.TREAT)
def change(request: HttpRequest, page: CasePage, code: str) -> HttpResponse:
    """Change a letter that was not sent yet."""
    row = _found(page, code)
    initial = {name: getattr(row, name) for name in FACTS}
    form = LetterForm(posted(request), initial=initial, projects=_projects(page))
    user: Any = request.user
    return answer(
        request, page, form,
        lambda: services.change(referral_id=row.pk, values=form.cleaned_data, by=user, now=clock.now()),
        back=BACK, said=_("The letter is kept. The lead of the case signs and sends it."),
        context={"title": _("Change the letter")},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(LETTERS, permissions.TREAT)
def act(request: HttpRequest, page: CasePage, code: str, step: str) -> HttpResponse:
    """Send a letter, write down its answer, note how much is carried out, take it back."""
    deed, row = DEEDS.get(step), _found(page, code)
    if deed is None:
        raise NotFound()
    permissions.require(request.user, deed.permission, page.case)
    initial = {"percent": row.percent_executed} if step == "execution" else None
    form = deed.form(posted(request), uploaded(request), initial=initial)
    return decide(
        request, page, deed, form,
        lambda: deed.run(referral_id=row.pk, by=request.user, now=clock.now(), **form.cleaned_data),
        back=BACK, said=_("Done. It stands in the record of the case."),
    )  # fmt: skip


def _found(page: CasePage, code: str) -> Referral:
    row = page.case.referrals.filter(code=code).first()
    if row is None:
        raise NotFound()
    return row  # type: ignore[no-any-return]


def _projects(page: CasePage) -> Any:
    return Project.objects.filter(plan__case=page.case, plan__status="ACCEPTED_BY_UNIT").order_by("position")


def _may_write(page: CasePage) -> bool:
    return page.may(permissions.TREAT) and page.case.status in policies.WORKED_ON


def _acts(page: CasePage, row: Referral) -> list[tuple[str, Deed]]:
    if not page.case.is_live or (row.status == ReferralStatus.ANSWERED and row.decision == Decision.REFUSED):
        return []
    return [(name, DEEDS[name]) for name in NEXT.get(row.status, ()) if page.may(DEEDS[name].permission)]
