"""One case of the demo's clinic, led on by the services of its people, each on the day it was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from accounts.models import User
from clinic.cases.casebook import Book
from clinic.cases.models import Case, Cause, CauseNode
from clinic.cases.services import agreements, answers, causes, diagnosis, findings, sheets, team, visits
from clinic.cases.services.answers import Given
from clinic.consultants.models import Consultant
from clinic.instruments.models import InstrumentVersion
from clinic.treatment.models import Project, Remedy, TreatmentPlan
from clinic.treatment.services import follow_ups, plans, projects, referrals, tasks
from core.persian.calendar import tehran_date
from portal.demo import drawings
from portal.demo.clinic_reports import report_on
from portal.demo.clinic_sheets import sheets_of

PACES: Final = (100, 70, 125, 85, 145)
"""Percent of the usual days until the treatment begins, case by case: some teams are quicker."""
BEGINS: Final = 42
"""Usual days until the treatment begins."""
PHOTOS: Final = (("halls", "سالن تولید"), ("road", "محوطهٔ کارخانه"))
DAY: Final = timedelta(days=1)
ANSWERS: Final = (1, 2, 3, 2, 1, 4, 2, 3, 0)
"""On a scale of 0 to 5, question by question, of a unit that is not well."""


@dataclass
class Story:
    """A case on its way: `start` is the day the request came in, `trouble` what is wrong, `owner` who acts for the unit."""

    case: Case
    trouble: Mapping[str, Any]
    start: datetime
    owner: User
    lead: User
    now: datetime
    versions: Mapping[str, InstrumentVersion]
    is_brief: bool = False
    """Only what a diagnosis and a plan need: most of the old cases."""
    is_rich: bool = False
    """All data sheets, photos of the visit, strengths and weaknesses."""
    specialties: Sequence[str] = ()
    """Of the team."""
    place: int = 0
    """Among the cases of the demo: no two are quite alike."""
    members: list[tuple[str, Consultant]] = field(default_factory=list)
    nodes: dict[str, CauseNode] = field(default_factory=dict)

    def at(self, days: int) -> datetime:
        """The moment so many usual days after the request, never after the load."""
        quick = min(days, BEGINS) * PACES[self.place % len(PACES)] // 100
        return min(self.start + (quick + max(days - BEGINS, 0)) * DAY, self.now)

    def on(self, days: int) -> date:
        """That day."""
        return tehran_date(self.at(days))

    @property
    def first(self) -> User:
        """The consultant who writes."""
        return self.members[0][1].user

    def name_team(self, days: int = 4) -> None:
        """Whoever knows the trouble, has room and no interest in the unit."""
        loads = Book().open_cases()
        torn = set(self.case.unit.conflicts.holding_on(self.on(days)).values_list("consultant_id", flat=True))
        rows = Consultant.objects.working().select_related("user").prefetch_related("specialties").order_by("pk")
        free = [row for row in rows if row.pk not in torn and loads.get(row.pk, 0) < row.max_cases]
        for specialty in self.specialties:
            able = (row for row in free if specialty in {one.specialty for one in row.specialties.all()})
            found = next(able, None)
            if found is not None:
                free.remove(found)
                team.name_member(
                    case_id=self.case.pk, consultant_id=found.pk, specialty=specialty, by=self.lead, now=self.at(days)
                )
                self.members.append((specialty, found))

    def visit(self) -> None:
        """The first visit, and what the owner fills in."""
        moment = self.at(9)
        photos = [drawings.upload(*one) for one in PHOTOS] if self.is_rich else []
        visits.log(
            case_id=self.case.pk, visited_at=moment, notes=self.trouble["visit"], by=self.first, now=moment,
            photos=photos, caption="نمونه: روز بازدید" if photos else "",
        )  # fmt: skip
        if self.is_brief and not self.is_rich:
            return
        filled = sheets_of(self.case.unit, self.start) if self.is_rich else []
        for kind, items, rows in [("MARKET", self.trouble["sheet"], []), *filled]:
            sheets.save(case_id=self.case.pk, kind=kind, items=items, rows=rows, by=self.owner, now=self.at(10))

    def diagnose(self) -> None:
        """Questionnaires, findings, the cause tree, the agreement of the team, the end."""
        common: dict[str, Any] = {"case_id": self.case.pk, "by": self.first, "now": self.at(16)}
        for specialty, consultant in self.members:
            self._answer(specialty, consultant.user)
        for name, text, severity, evidence in self.trouble["findings"][: 1 if self.is_brief else None]:
            values = {"dimension": name, "text": text, "severity": severity, "evidence": evidence}
            findings.add(values=values, **common)
        for kind, text in self.trouble["swot"] if self.is_rich or self.place % 3 == 0 else []:
            findings.add_swot(kind=kind, text=text, **common)
        self._grow(common)
        for _specialty, consultant in self.members:
            agreements.say(case_id=self.case.pk, agrees=True, reason="", by=consultant.user, now=self.at(20))
        diagnosis.finish(case_id=self.case.pk, by=self.lead, now=self.at(21))

    def _answer(self, specialty: str, user: User) -> None:
        version = self.versions[specialty]
        row = answers.start(case_id=self.case.pk, version_id=version.pk, by=user, now=self.at(13))
        given = {}
        for place, question in enumerate(version.questions.all()):
            points = ANSWERS[(place + self.case.pk) % len(ANSWERS)]
            if question.kind == "SCALE":
                given[question.pk] = Given(value=Decimal(points))
            elif question.kind == "YES_NO":
                given[question.pk] = Given(value=Decimal(points % 2))
            elif question.kind == "NUMBER":
                given[question.pk] = Given(value=Decimal(10 + 7 * points), note="برآورد در روز بازدید")
        answers.save(answering_id=row.pk, given=given, by=user, now=self.at(14))
        answers.hand_in(answering_id=row.pk, by=user, now=self.at(14))

    def _grow(self, common: Mapping[str, Any]) -> None:
        """Symptom, cause, roots."""
        tree = self.trouble["tree"]

        def put(kind: str, effect: CauseNode | None, **values: Any) -> CauseNode:
            given = {"kind": kind, "text": "", "dimension": "finance", "cause": None, **values}
            return causes.add_node(values=given, effect_id=effect.pk if effect else None, **common)

        symptom = put("SYMPTOM", None, text=tree["symptom"][0], dimension=tree["symptom"][1])
        first = second = symptom
        if not self.is_brief:
            first, second = (
                put("CAUSE", symptom, text=text, dimension=name) for text, name in (tree["cause"], tree["second"])
            )
        more = tree["more"] if self.is_rich else [tree["more"][self.place % len(tree["more"])]]
        roots = [(*root, first) for root in tree["roots"]]
        for code, rank, evidence, effect in [*roots, *((code, "CONTRIBUTING", why, second) for code, why in more)]:
            cause = Cause.objects.get(code=code)
            self.nodes[code] = put("ROOT", effect, cause=cause, rank=rank, evidence=evidence)

    def plan(self, days: int = 27) -> TreatmentPlan:
        """The first version with its projects; tasks come with it."""
        moment, by = self.at(days), self.first
        plan = plans.draft(case_id=self.case.pk, by=by, now=moment)
        plans.set_aim(plan_id=plan.pk, aim=self.trouble["aim"], by=by, now=moment)
        for row in self.trouble["projects"]:
            self._project(plan, row, moment)
        for text, who, until in [] if self.is_brief else self.trouble["tasks"]:
            assignee = None if who == "unit" else by
            tasks.set_task(
                case_id=self.case.pk, text=text, due_on=self.on(days) + until * DAY, assignee=assignee, by=self.lead,
                now=moment,
            )  # fmt: skip
        return plan

    def _project(self, plan: TreatmentPlan, row: Mapping[str, Any], moment: datetime) -> None:
        begins = self.on(42)
        projects.add(
            plan_id=plan.pk,
            values={
                "remedy": Remedy.objects.get(code=row["remedy"]), "name": row["name"], "description": row["what"],
                "effect": row["effect"], "feasibility": row["feasibility"], "cost_rials": row["cost"],
                "funds": row["funds"], "owner": row["owner"], "due_on": begins + row["days"] * DAY,
                "indicator": row["indicator"], "expected": Decimal(row["expected"]),
            },
            causes=[self.nodes[code].pk for code in row["roots"]],
            steps=[(name, begins + until * DAY) for name, until in row["steps"]],
            by=self.first,
            now=moment,
        )  # fmt: skip

    def approve(self, plan: TreatmentPlan, days: int = 36) -> None:
        """Proposed by the team, approved in a session the lead records."""
        plans.propose(plan_id=plan.pk, by=self.first, now=self.at(days - 4))
        if not self.is_brief:
            team = [consultant.user for _specialty, consultant in self.members]
            # Half of the reports wait for signatures; that of a case told to its end was signed.
            signs = self.is_rich or self.case.pk % 2 == 0
            report_on(self.case.pk, lead=self.lead, team=team, signs=signs, now=self.at(days - 3), last=self.at(days))
        plans.approve(
            plan_id=plan.pk, session="نشست نمونهٔ کمیتهٔ کلینیک", by=self.lead, now=self.at(days),
            members="سرپرست کلینیک، دو مشاور، نمایندهٔ دانشگاه، نمایندهٔ اتاق بازرگانی",
        )  # fmt: skip

    def agree(self, plan: TreatmentPlan, days: int = 40) -> None:
        """The unit agrees; what it had to bring is there."""
        plans.agree(plan_id=plan.pk, by=self.owner, now=self.at(days))
        for row in self.case.tasks.select_related("assignee"):
            tasks.finish(task_id=row.pk, by=row.assignee or self.owner, now=self.at(days))

    def treat(self, days: int = 42) -> None:
        """The treatment begins, and a letter goes out."""
        plans.begin_treatment(case_id=self.case.pk, by=self.first, now=self.at(days))
        if self.is_brief:
            return
        letter = self.trouble["letter"]
        values = {
            "recipient": letter["recipient"], "recipient_name": letter["name"], "subject": letter["subject"],
            "body": letter["body"], "asked": letter["asked"],
        }  # fmt: skip
        row = referrals.write(case_id=self.case.pk, values=values, by=self.first, now=self.at(days + 2))
        referrals.send(referral_id=row.pk, by=self.lead, now=self.at(days + 3))

    def hear(self, percent: int, days: int = 66) -> None:
        """The other body answers, and carries out what it agreed to."""
        if self.is_brief:
            return
        letter, row = self.trouble["letter"], self.case.referrals.get()
        referrals.answer(
            referral_id=row.pk, answered_on=self.on(days), decision=letter["decision"], text=letter["answer"],
            by=self.first, now=self.at(days),
        )  # fmt: skip
        referrals.note_execution(referral_id=row.pk, percent=percent, by=self.first, now=self.at(days + 20))

    def work(self, *, done: int, steps: int = 0) -> None:
        """So many projects are done; of the next one so many steps."""
        rows = list(Project.objects.filter(plan__case=self.case, plan__status="ACCEPTED_BY_UNIT").order_by("position"))
        for row in rows[:done]:
            projects.finish(project_id=row.pk, by=self.first, now=self.at(42 + 50))
        for row in rows[done : done + 1]:
            for step in list(row.steps.all())[:steps]:
                projects.finish_step(step_id=step.pk, by=self.first, now=self.at(42 + 20))

    def follow(self, figures: Sequence[Mapping[str, Any]], days: int = 105) -> None:
        """The follow-up begins; `figures` are measured after 3, 6 and 12 months."""
        follow_ups.begin(case_id=self.case.pk, by=self.lead, now=self.at(days))
        for row, values in zip(self.case.follow_ups.order_by("month"), figures, strict=False):
            moment = self.start + (row.due_on - tehran_date(self.start)) * 1
            follow_ups.measure(
                follow_up_id=row.pk, values={"measured_on": row.due_on, **values}, by=self.first, now=moment,
                note="در بازدید پیگیری اندازه‌گیری شد.",
            )  # fmt: skip
