"""Plans and what follows from them, made by the services.

`TreatmentFactory.in_status("FOLLOW_UP")` is a case in that state, its plan proposed by the consultant, approved by the lead and
agreed to by the owner, with one project for the primary cause.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from accounts.models import User
from accounts.services import users
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Case
from clinic.treatment.models import FollowUp, Project, Referral, Remedy, TreatmentPlan
from clinic.treatment.services import catalogue, closing, follow_ups, paper, plans, projects, referrals, tasks
from clinic.units.models import UnitReading
from core import clock
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory, Made
from tests.factories.clinic_units import ReadingFactory

ORDER = (
    CaseStatus.DIAGNOSED, CaseStatus.PLAN_APPROVED, CaseStatus.IN_TREATMENT, CaseStatus.FOLLOW_UP, CaseStatus.CLOSED,
)  # fmt: skip
CAPACITY = Decimal(60)
Planned = tuple[Made, TreatmentPlan]
"""A diagnosed case and the draft of its plan."""


def soon(days: int = 30) -> date:
    """A day so many days from today."""
    return clock.today() + timedelta(days=days)


def project_values(**changes: Any) -> dict[str, Any]:
    """What `projects.add` takes for a project."""
    code = changes.pop("remedy", "working_capital")
    return {
        "remedy": Remedy.objects.get(code=code), "name": "تأمین سرمایهٔ در گردش", "description": "", "effect": 4,
        "feasibility": 3, "cost_rials": 2_000_000_000, "owner": "مدیرعامل واحد", "funds": "BANK", "due_on": soon(60),
        "indicator": "CAPACITY", "expected": CAPACITY, **changes,
    }  # fmt: skip


def primary_of(case: Case) -> int:
    """Key of the primary root cause."""
    return int(case.cause_nodes.get(rank="PRIMARY").pk)


class PlanFactory:
    """Versions of a plan by the services."""

    def __new__(cls, made: Made, *, with_projects: int = 1) -> TreatmentPlan:  # type: ignore[misc]
        """A draft of the finance consultant with so many projects."""
        catalogue.bring_in(by=None, now=clock.now())
        plan = plans.draft(case_id=made.case.pk, by=made.specialist(), now=clock.now())
        if not plan.aim:
            plan = plans.set_aim(
                plan_id=plan.pk, aim="راه‌اندازی خط دوم تا شش ماه دیگر", by=made.specialist(), now=clock.now()
            )
        for number in range(with_projects):
            cls.project(made, plan, name=f"پروژهٔ {number + 1}")
        return plan

    @staticmethod
    def project(made: Made, plan: TreatmentPlan, **changes: Any) -> Project:
        """One project of a draft, for the primary cause, with two steps."""
        causes = changes.pop("causes", [primary_of(made.case)])
        steps = changes.pop("steps", [("تشکیل پرونده در بانک", soon(20)), ("دریافت تسهیلات", soon(50))])
        return projects.add(
            plan_id=plan.pk, values=project_values(**changes), causes=causes, steps=steps, by=made.specialist(),
            now=clock.now(),
        )  # fmt: skip

    @staticmethod
    def approved(made: Made, plan: TreatmentPlan) -> TreatmentPlan:
        """Proposed by the consultant, approved in a session recorded by the lead."""
        plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
        return plans.approve(plan_id=plan.pk, session="نشست ۱۲", members="سه کارشناس", by=made.lead, now=clock.now())

    @classmethod
    def agreed(cls, made: Made, plan: TreatmentPlan) -> TreatmentPlan:
        """Agreed to by the owner too."""
        cls.approved(made, plan)
        return plans.agree(plan_id=plan.pk, by=made.owner, now=clock.now())


class TreatmentFactory:
    """Cases after their diagnosis, by the services."""

    @staticmethod
    def in_status(status: str, *, with_projects: int = 1, **changes: Any) -> Made:
        """A case in a state from DIAGNOSED to CLOSED (as revived)."""
        made = CaseFactory.in_status("DIAGNOSED", **changes)
        wanted = ORDER.index(CaseStatus(status))
        if wanted >= 1:
            PlanFactory.agreed(made, PlanFactory(made, with_projects=with_projects))
        if wanted >= 2:
            plans.begin_treatment(case_id=made.case.pk, by=made.specialist(), now=clock.now())
        if wanted >= 3:
            for project in Project.objects.filter(plan__case=made.case):
                projects.finish(project_id=project.pk, by=made.specialist(), now=clock.now())
            follow_ups.begin(case_id=made.case.pk, by=made.lead, now=clock.now())
        if wanted >= 4:
            close_revived(made)
        made.reload()
        return made


def without_account(made: Made) -> Made:
    """The same case, nobody of whose unit has an account any more."""
    users.set_active(user_id=made.owner.pk, active=False, by=None, now=clock.now(), reason="حساب بسته شد")
    made.reload()
    return made


def answer_on_paper(plan: TreatmentPlan, by: User, **changes: Any) -> TreatmentPlan:
    """The owner has agreed with his own hand today, unless `changes` say otherwise."""
    given = {
        "agreed": True, "reason": "", "signer": "حسین نمونه", "role": "OWNER", "signed_on": clock.today(), **changes,
    }  # fmt: skip
    file = given.pop("file", None) or accounts.photo("agreement.png")
    return paper.record_answer(plan_id=plan.pk, file=file, by=by, now=clock.now(), **given)


def close_revived(made: Made) -> Case:
    """Close a case in its follow-up: from 10 to 60 percent of the capacity."""
    before, after = before_and_after(made)
    for row in FollowUp.objects.filter(case=made.case, recorded_at__isnull=True):
        follow_ups.waive(follow_up_id=row.pk, reason="زودتر به نتیجه رسید", by=made.lead, now=clock.now())
    return closing.close(
        case_id=made.case.pk, outcome="REVIVED", reason="خط دوم راه افتاد", evidence="قبض برق و فهرست بیمه",
        before_id=before.pk, after_id=after.pk, by=made.lead, now=clock.now(),
    )  # fmt: skip


def before_and_after(made: Made) -> tuple[UnitReading, UnitReading]:
    """A reading of the unit 40 days ago (10 percent), and one of today (60 percent)."""
    day = clock.today()
    unit, now = made.case.unit, clock.now()
    before = ReadingFactory(unit, 10, measured_on=day - timedelta(days=40), staff=3, arrears_bank=900, now=now)
    after = ReadingFactory(unit, float(CAPACITY), measured_on=day, staff=9, arrears_bank=400, now=now)
    return before, after


def letter_to_bank(made: Made, **changes: Any) -> Referral:
    """A letter of the consultant to a bank, not sent yet."""
    values = {
        "recipient": "BANK", "recipient_name": "بانک صنعت و معدن، شعبه زنجان", "subject": "استمهال بدهی",
        "body": "با سلام\nواحد در حال راه‌اندازی است.", "asked": "شش ماه مهلت", **changes,
    }  # fmt: skip
    return referrals.write(case_id=made.case.pk, values=values, by=made.specialist(), now=clock.now())


def address_arguments(owner: User, telltale: str) -> dict[str, dict[str, Any]]:
    """What the pages of treatment are about, for the sweep of addresses: two cases of this owner with something secret in each
    part: one whose plan waits for his agreement, one in its follow-up."""
    made, over = (
        TreatmentFactory.in_status("DIAGNOSED", owner=owner),
        TreatmentFactory.in_status("FOLLOW_UP", owner=owner),
    )
    plan = PlanFactory(made, with_projects=0)
    project = PlanFactory.project(made, plan, name=telltale)
    letter = letter_to_bank(made, body=telltale)
    task = tasks.set_task(case_id=made.case.pk, text=telltale, due_on=soon(), by=made.lead, now=clock.now())
    PlanFactory.approved(made, plan)
    number, version = {"number": made.case.number}, {"number": made.case.number, "version": plan.version}
    after, row = {"number": over.case.number}, {"number": made.case.number, "project": project.pk}
    return {
        **{
            f"treatment:{name}": number
            for name in ("plan", "begin_plan", "begin_treatment", "letters", "new_letter", "new_task")
        },
        **{f"treatment:{name}": version for name in ("aim", "new_project")},
        "treatment:plan_act": version | {"step": "agree"},
        **{f"treatment:{name}": row for name in ("change_project", "place_project", "remove_project")},
        "treatment:project_act": row | {"step": "begin"},
        "treatment:finish_step": row | {"step": project.steps.all()[0].pk},
        "treatment:change_letter": number | {"code": letter.code},
        "treatment:letter_act": number | {"code": letter.code, "step": "send"},
        "treatment:task_act": number | {"task": task.pk, "step": "done"},
        **{f"treatment:{name}": after for name in ("follow_up", "begin_follow_up", "close", "readmit")},
        "treatment:follow_up_act": after | {"month": 3, "step": "measure"},
    }
