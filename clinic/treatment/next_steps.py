"""What comes next in a case from its plan to its end."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clinic.cases import next_steps
from clinic.cases.choices import CaseStatus
from clinic.cases.next_steps import NextStep
from clinic.cases.pages import CasePage
from clinic.treatment import permissions
from clinic.treatment.choices import BEFORE_AGREEMENT, PlanStatus


@next_steps.register
def plan_step(page: CasePage) -> NextStep | None:
    """A plan to be written, decided on, agreed to; then its treatment to be begun. 1 query."""
    if page.case.status not in (CaseStatus.DIAGNOSED, CaseStatus.PLAN_APPROVED):
        return None
    url = reverse("treatment:plan", args=[page.case.number])
    if page.case.status == CaseStatus.PLAN_APPROVED:
        text, label = _("Committee and unit have agreed to the plan."), _("Begin the treatment")
        return NextStep(text, label, url) if page.may(permissions.TREAT) else None
    last = page.case.plans.filter(status__in=BEFORE_AGREEMENT).values_list("status", flat=True).first()
    if last == PlanStatus.COMMITTEE_APPROVED:
        if page.may(permissions.AGREE):
            return NextStep(
                _("The plan of treatment for your unit is ready and waits for your answer."), _("Read the plan"), url
            )
        text = _("The plan lies before the unit. It answers on the portal; without an account, on paper.")
        return NextStep(text, _("Read the plan"), url) if page.may(permissions.RECORD_ANSWER) else None
    if last == PlanStatus.PROPOSED:
        text, label = _("A plan waits for the committee."), _("Read the plan")
        return NextStep(text, label, url) if page.may(permissions.APPROVE) else None
    text = _("The diagnosis is finished. Next is the plan of treatment.")
    return NextStep(text, _("Write the plan"), url) if page.may(permissions.PLAN) else None


@next_steps.register
def follow_up_step(page: CasePage) -> NextStep | None:
    """Work on the plan, then measurements. No query."""
    if not page.may(permissions.TREAT):
        return None
    if page.case.status == CaseStatus.IN_TREATMENT:
        url = reverse("treatment:plan", args=[page.case.number])
        return NextStep(_("The plan is being carried out. Note what is done."), _("To the projects"), url)
    if page.case.status == CaseStatus.FOLLOW_UP:
        url = reverse("treatment:follow_up", args=[page.case.number])
        return NextStep(_("The unit is measured after 3, 6 and 12 months."), _("To the measurements"), url)
    return None
