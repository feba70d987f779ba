"""When it may be done: what a plan needs before it is proposed, and what the states allow."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.selectors import users_of
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Case
from clinic.treatment.choices import Decision, PlanStatus, ProjectStatus
from clinic.treatment.errors import (
    AnswersHimself,
    FollowUpOpen,
    NotAgreed,
    NotUnderTreatment,
    OwnPlan,
    PlanNotWhole,
    PlanStands,
    ProjectsOpen,
    RecordedAlready,
    TooEarly,
)
from clinic.treatment.models import CaseTask, FollowUp, Project, ProjectCause, ProjectStep, Referral, TreatmentPlan
from core.errors import WrongState
from core.persian.calendar import tehran_date
from core.wording import day_text

PLANNING: Final = (CaseStatus.DIAGNOSED, CaseStatus.PLAN_APPROVED, CaseStatus.IN_TREATMENT)
"""States in which versions of the plan are written and decided on: the diagnosis stands, the follow-up has not begun."""
CARRIED_OUT: Final = (CaseStatus.IN_TREATMENT,)
WORKED_ON: Final = (CaseStatus.DIAGNOSED, CaseStatus.PLAN_APPROVED, CaseStatus.IN_TREATMENT, CaseStatus.FOLLOW_UP)
"""States in which letters are written and tasks set."""
EARLIEST: Final = timedelta(days=31)
"""How long before its day a measurement may be taken."""


def may_be_planned(case: Case) -> None:
    """Raise WrongState unless the diagnosis stands and the follow-up has not begun."""
    if case.status not in PLANNING:
        raise WrongState(
            _("A plan is written when the diagnosis is finished, and before the follow-up."), code="not_in_planning"
        )


def may_be_worked_on(case: Case) -> None:
    """Raise WrongState before the diagnosis and after the end of the case."""
    if case.status not in WORKED_ON:
        raise WrongState(_("Letters and tasks follow the diagnosis and end with the case."), code="not_in_treatment")


def is_a_draft(plan: TreatmentPlan) -> None:
    """Raise PlanStands for a version that was proposed."""
    if not plan.is_draft:
        raise PlanStands()


def missing_of(plan: TreatmentPlan) -> list[Promise]:
    """What a version still needs before it can be proposed, as sentences. 3 queries."""
    found: list[Promise] = [] if plan.aim else [_("Write what the treatment is to reach.")]
    causes = ProjectCause.objects.filter(project=OuterRef("pk"))
    steps = ProjectStep.objects.filter(project=OuterRef("pk"))
    projects = list(plan.projects.annotate(has_cause=Exists(causes), has_step=Exists(steps)))
    if not projects:
        found.append(_("Write down at least one project."))
    if not all(row.has_cause for row in projects):
        found.append(_("Say of every project which causes it removes."))
    if not all(row.has_step for row in projects):
        found.append(_("Give every project at least one step with its day."))
    return found


def is_whole(plan: TreatmentPlan, now: datetime) -> None:
    """Everything a plan needs is there, and the diagnosis stands. Raises PlanNotWhole with what is missing."""
    may_be_planned(plan.case)
    missing = missing_of(plan)
    if missing:
        raise PlanNotWhole(missing[0])


def may_be_agreed(plan: TreatmentPlan, now: datetime) -> None:
    """The diagnosis the plan stands on is still the finished one."""
    may_be_planned(plan.case)


def not_by_its_maker(plan: TreatmentPlan, by: Any | None) -> None:
    """Raise OwnPlan when `by` began, wrote in or proposed it."""
    if by is not None and is_maker(plan, by):
        raise OwnPlan()


def is_maker(plan: TreatmentPlan, user: Any) -> bool:
    """Whether `user` began or proposed this version, or something he wrote stands in it. At most 1 query."""
    return user.pk in (plan.made_by_id, plan.proposed_by_id) or plan.writers.filter(user_id=user.pk).exists()


def people_who_answer(case: Case) -> list[User]:
    """Accounts that answer a plan for the unit themselves: staff never does, not even for his own unit. 1 query."""
    return [user for user in users_of(case.request.applicant) if not user.is_staff]


def answers_on_paper(case: Case) -> None:
    """Raise AnswersHimself while somebody with an account can answer for the unit: his own word counts more than a paper in
    the hands of those who wrote the plan."""
    able = people_who_answer(case)
    if able:
        raise AnswersHimself(params={"names": "، ".join(user.display_name for user in able)})


def may_be_answered_on_paper(plan: TreatmentPlan, now: datetime) -> None:
    """The plan may be agreed to, and nobody of the unit could do it himself."""
    may_be_agreed(plan, now)
    answers_on_paper(plan.case)


def may_be_declined_on_paper(plan: TreatmentPlan, now: datetime) -> None:
    """Nobody of the unit could say it himself."""
    answers_on_paper(plan.case)


def is_carried_out(project: Project, now: datetime) -> None:
    """Its plan is the agreed one and the treatment runs. Raises NotUnderTreatment."""
    if not project.plan.is_agreed or project.plan.case.status not in CARRIED_OUT:
        raise NotUnderTreatment()


def may_be_followed_up(case: Case) -> None:
    """Raise ProjectsOpen while a project of the agreed plan is neither done nor given up."""
    if open_projects(case):
        raise ProjectsOpen()


def open_projects(case: Case) -> int:
    """Projects of the agreed plan that are neither done nor given up. 1 query."""
    open_ones = (ProjectStatus.PLANNED, ProjectStatus.UNDER_WAY)
    agreed = Project.objects.filter(plan__case=case, plan__status=PlanStatus.ACCEPTED_BY_UNIT)
    return agreed.filter(status__in=open_ones).count()


def letter_may_be_written(referral: Referral, now: datetime) -> None:
    """The case is still worked on."""
    may_be_worked_on(referral.case)


def was_agreed_to(referral: Referral, now: datetime) -> None:
    """The other body has agreed at least in part. Raises NotAgreed."""
    if referral.decision not in (Decision.AGREED, Decision.PARTLY):
        raise NotAgreed()


def task_is_live(task: CaseTask, now: datetime) -> None:
    """Its case has not ended. Raises WrongState."""
    if not task.case.is_live:
        raise WrongState(_("This case is closed."), code="case_closed")


def may_be_measured(follow_up: FollowUp, now: datetime) -> None:
    """It is open, and its day is near. Raises RecordedAlready, TooEarly, WrongState."""
    may_be_waived(follow_up)
    is_near_its_day(follow_up, tehran_date(now))


def is_near_its_day(follow_up: FollowUp, day: date) -> None:
    """`day` is not long before the day it is due. Raises TooEarly."""
    if day < follow_up.due_on - EARLIEST:
        raise TooEarly(params={"day": day_text(follow_up.due_on)}, field="measured_on")


def may_be_waived(follow_up: FollowUp) -> None:
    """It is open, and its case in the follow-up. Raises RecordedAlready, WrongState."""
    if not follow_up.is_open:
        raise RecordedAlready()
    if follow_up.case.status != CaseStatus.FOLLOW_UP:
        raise WrongState(_("This case is not in its follow-up."), code="not_in_follow_up")


def is_measured(case: Case) -> None:
    """Nothing is left to be measured. Raises FollowUpOpen."""
    if case.follow_ups.filter(recorded_at__isnull=True).exists():
        raise FollowUpOpen()
