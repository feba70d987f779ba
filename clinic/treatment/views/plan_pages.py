"""The plan of a case in its versions, and what is decided on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from clinic.cases.choices import CaseStatus
from clinic.cases.pages import CasePage, case_page
from clinic.treatment import permissions, policies
from clinic.treatment.choices import BEFORE_AGREEMENT, PlanStatus
from clinic.treatment.forms.paper import PaperForm
from clinic.treatment.forms.plans import AimForm, ApprovalForm, NothingForm, ReasonForm
from clinic.treatment.models import TreatmentPlan
from clinic.treatment.selectors.plans import carried_out_beside, projects_of, versions_of, writers_of
from clinic.treatment.services import paper
from clinic.treatment.services import plans as services
from clinic.treatment.tabs import PLAN
from clinic.treatment.views.frame import Deed, answer, decide, posted, uploaded
from core import clock
from core.errors import NotFound, WrongState

BACK = "treatment:plan"

DEEDS: dict[str, Deed] = {
    "propose": Deed(
        gettext_lazy("Lay the plan before the committee"),
        (
            gettext_lazy("This version is not changed any more."),
            gettext_lazy("The lead of the case lays it before the committee and records its decision."),
        ),
        permissions.PLAN, services.propose, NothingForm,
    ),
    "approve": Deed(
        gettext_lazy("Record the approval"),
        (
            gettext_lazy("The unit is told, reads the plan and says whether it agrees."),
            gettext_lazy("Session and members stand on the plan and on the report."),
        ),
        permissions.APPROVE, services.approve, ApprovalForm, fresh=True,
    ),
    "send-back": Deed(
        gettext_lazy("Send the plan back"),
        (
            gettext_lazy("This version is over. The team begins the next one with the same projects."),
            gettext_lazy("The reason stays with this version."),
        ),
        permissions.APPROVE, services.send_back, ReasonForm, danger=True,
    ),
    "agree": Deed(
        gettext_lazy("Agree to the plan"),
        (
            gettext_lazy("You agree, for your unit, to the projects of this plan with their days and costs."),
            gettext_lazy("The treatment can begin. What is changed later comes to you again."),
        ),
        permissions.AGREE, services.agree, NothingForm,
    ),
    "decline": Deed(
        gettext_lazy("Not agree"),
        (
            gettext_lazy("This version is over. The team reads your reason and begins the next one."),
            gettext_lazy("Nothing is carried out that you have not agreed to."),
        ),
        permissions.AGREE, services.decline, ReasonForm, danger=True,
    ),
    "paper": Deed(
        gettext_lazy("Record the answer on paper"),
        (
            gettext_lazy("Nobody of this unit has an account, so its owner or signatory answers by hand."),
            gettext_lazy("Your name stands beside the paper; the phone of the request is told."),
            gettext_lazy("This cannot be taken back."),
        ),
        permissions.RECORD_ANSWER, paper.record_answer, PaperForm, fresh=True,
    ),
}  # fmt: skip
"""What can be decided on a version, by the name in its address."""

NEXT: dict[str, tuple[str, ...]] = {
    PlanStatus.DRAFT: ("propose",),
    PlanStatus.PROPOSED: ("approve", "send-back"),
    PlanStatus.COMMITTEE_APPROVED: ("agree", "decline", "paper"),
}


@require_safe
@case_page(PLAN, permissions.READ_PLAN)
def plan(request: HttpRequest, page: CasePage) -> HttpResponse:
    """One version of the plan with its projects; the newest unless another is asked for."""
    versions = versions_of(page.case, for_unit=page.is_unit)
    shown = _chosen(versions, request.GET.get("version"))
    if shown is not None:
        shown.case = page.case
    is_draft = shown is not None and shown.is_draft
    waits_for = _waits_for(page, shown)
    own_plan = shown is not None and _is_own(page, shown, request.user)
    context = {
        "page": page,
        "plan": shown,
        "versions": versions,
        "projects": projects_of(shown, today=clock.today()) if shown else [],
        "missing": policies.missing_of(shown) if shown and is_draft and page.may(permissions.PLAN) else [],
        "may_write": is_draft and page.may(permissions.PLAN) and _plannable(page),
        "may_begin": _may_begin(page, versions),
        "may_note": shown is not None and shown.is_agreed and page.may(permissions.TREAT) and _under_treatment(page),
        "begins": _begins(page, versions),
        "acts": _acts(page, shown, own_plan=own_plan, with_account=bool(waits_for)),
        "own_plan": own_plan,
        "waits_for": waits_for,
        "writers": writers_of(shown) if shown is not None and not is_draft else [],
        "may_read_paper": page.may(permissions.READ_PAPER),
        "carried_out": carried_out_beside(shown, versions),
        "never_decided": shown is not None and not page.case.is_live and shown.status in BEFORE_AGREEMENT,
    }
    return render(request, "clinic/treatment/plan.html", context)


@require_POST
@case_page(PLAN, permissions.PLAN)
def begin(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Begin the first version, or the next one with what stands in the one before it."""
    user: Any = request.user
    services.draft(case_id=page.case.pk, by=user, now=clock.now())
    messages.success(request, _("A version of the plan is begun. Write its aim, then its projects."))
    return redirect(BACK, page.case.number)


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(PLAN, permissions.PLAN)
def aim(request: HttpRequest, page: CasePage, version: int) -> HttpResponse:
    """Write what the treatment is to reach."""
    found = version_of(page, version)
    form = AimForm(posted(request), initial={"aim": found.aim})
    user: Any = request.user
    return answer(
        request, page, form,
        lambda: services.set_aim(plan_id=found.pk, by=user, now=clock.now(), **form.cleaned_data),
        back=BACK, said=_("The aim is kept."), context={"title": _("Aim of the treatment")},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(PLAN, permissions.READ_PLAN)
def act(request: HttpRequest, page: CasePage, version: int, step: str) -> HttpResponse:
    """Decide on a version: propose, approve, send back, agree."""
    deed, found = DEEDS.get(step), version_of(page, version)
    if deed is None:
        raise NotFound()
    permissions.require(request.user, deed.permission, page.case)
    if step not in NEXT.get(found.status, ()):
        raise WrongState(code="not_the_next_step")
    form = deed.form(posted(request), uploaded(request))
    if step == "paper":
        policies.answers_on_paper(page.case)
        form.initial = PaperForm.present(page.case)
    return decide(
        request, page, deed, form,
        lambda: deed.run(plan_id=found.pk, by=request.user, now=clock.now(), **form.cleaned_data),
        back=BACK, said=_("Done. It stands in the record of the case."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@case_page(PLAN, permissions.TREAT)
def begin_treatment(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Begin to carry the agreed plan out."""
    deed = Deed(
        gettext_lazy("Begin the treatment"),
        (
            gettext_lazy("From now on you note what is done: steps, projects, answers to letters."),
            gettext_lazy("The unit sees the progress on its page."),
        ),
        permissions.TREAT, services.begin_treatment, NothingForm,
    )  # fmt: skip
    form = NothingForm(posted(request))
    return decide(
        request, page, deed, form,
        lambda: services.begin_treatment(case_id=page.case.pk, by=request.user, now=clock.now()),
        back=BACK, said=_("The treatment has begun."),
    )  # fmt: skip


def version_of(page: CasePage, version: int) -> TreatmentPlan:
    """This version, if the reader may know of it. Raises NotFound."""
    found = _chosen(versions_of(page.case, for_unit=page.is_unit), str(version))
    if found is None:
        raise NotFound()
    found.case = page.case
    return found


def _chosen(versions: list[TreatmentPlan], asked: str | None) -> TreatmentPlan | None:
    if asked is None:
        return versions[0] if versions else None
    found = next((row for row in versions if str(row.version) == asked), None)
    if found is None:
        raise NotFound()
    return found


def _plannable(page: CasePage) -> bool:
    return page.case.status in policies.PLANNING


def _under_treatment(page: CasePage) -> bool:
    return page.case.status in policies.CARRIED_OUT


def _may_begin(page: CasePage, versions: list[TreatmentPlan]) -> bool:
    free = not any(row.status in BEFORE_AGREEMENT for row in versions)
    return free and _plannable(page) and page.may(permissions.PLAN)


def _begins(page: CasePage, versions: list[TreatmentPlan]) -> bool:
    agreed = any(row.is_agreed for row in versions)
    return agreed and page.case.status == CaseStatus.PLAN_APPROVED and page.may(permissions.TREAT)


def _is_own(page: CasePage, found: TreatmentPlan, user: Any) -> bool:
    """Whether the lead is kept from approving what he wrote or proposed himself. At most 1 query."""
    waits = found.status == PlanStatus.PROPOSED and page.may(permissions.APPROVE)
    return waits and policies.is_maker(found, user)


def _waits_for(page: CasePage, found: TreatmentPlan | None) -> list[User]:
    """Who of the unit can answer this version on the portal, for those who wait for it. At most 1 query."""
    if found is None or found.status != PlanStatus.COMMITTEE_APPROVED or page.is_unit:
        return []
    return policies.people_who_answer(page.case)


def _acts(page: CasePage, found: TreatmentPlan | None, *, own_plan: bool, with_account: bool) -> list[tuple[str, Deed]]:
    """What the reader can decide on this version now."""
    if found is None or not _plannable(page):
        return []
    barred = {name for name, is_barred in (("approve", own_plan), ("paper", with_account)) if is_barred}
    names = [name for name in NEXT.get(found.status, ()) if page.may(DEEDS[name].permission)]
    return [(name, DEEDS[name]) for name in names if name not in barred]
