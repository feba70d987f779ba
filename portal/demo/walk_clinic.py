"""Walks a stalled unit of the shoe trade from its request to its revival by the services people use, and says each step.

The walk begins fifteen months back and ends today, so that nothing of it lies ahead; a second walk only says that it was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from django.db import transaction

from accounts.choices import Role
from accounts.models import User
from clinic.cases.choices import CaseStatus, Service
from clinic.cases.models import Case, Cause, CauseNode
from clinic.cases.services import (
    agreements,
    answers,
    catalogue,
    causes,
    diagnosis,
    findings,
    requests,
    sheets,
    team,
    visits,
)
from clinic.cases.services.answers import Given
from clinic.consultants.models import Consultant
from clinic.consultants.selectors.team import advice
from clinic.consultants.services import ratings
from clinic.instruments.choices import QuestionKind
from clinic.instruments.selectors import answerable
from clinic.reports.models import DiagnosticReport
from clinic.reports.services import reports
from clinic.treatment.models import FollowUp, Project, Remedy
from clinic.treatment.services import catalogue as remedies
from clinic.treatment.services import closing, follow_ups, plans, projects, referrals
from clinic.units.models import IndustrialUnit, UnitReading
from clinic.units.selectors.register import band_of
from clinic.units.services import readings, units
from core.files.services import open_unlogged
from core.jobs import services as jobs
from core.persian.calendar import tehran_date
from core.verification import find
from estates.models import County, Trade
from portal.demo.walk_clinic_story import (
    BEGIN,
    FINDINGS,
    LEVELS,
    NAME,
    PROJECTS,
    READINGS,
    SHEETS,
    SPECIALTIES,
    TEAM_SIZE,
    TREE,
    UNIT,
)

Cast = Mapping[str, Sequence[User]]
DAY: Final = timedelta(days=1)


def steps(cast: Cast, *, now: datetime) -> Iterator[str]:
    """Every step in order, one line each; all or nothing."""
    known = Case.objects.filter(unit__name=NAME).order_by("-pk").first()
    if known is not None:
        yield f"case: {known.number}, already done: {known.outcome or known.status}"
    else:
        with transaction.atomic():
            yield from _Walk(cast, now).all()
        jobs.drain(kinds=(reports.JOB,))
    report = DiagnosticReport.objects.filter(case__unit__name=NAME).order_by("-version").first()
    if report is not None:
        genuine = find(report.code) is not None
        yield f"report: {report.code}, {'genuine' if genuine else 'NOT FOUND'} says /verify/{report.code}/"


def paper() -> tuple[str, bytes]:
    """Name and bytes of the signed report of the rehearsal."""
    report = DiagnosticReport.objects.get(case__unit__name=NAME, signed_at__isnull=False)
    with open_unlogged(report.papers.get(is_signed=True).file) as file:
        return f"{report.code}.pdf", file.read()


class _Walk:
    """One unit on its way; `at(days)` is so many days after the first one."""

    case: Case
    unit: IndustrialUnit
    team: dict[str, Consultant]
    nodes: dict[str, CauseNode]

    def __init__(self, cast: Cast, now: datetime) -> None:
        self.lead, self.owner = cast[Role.CLINIC_LEAD][0], cast[Role.APPLICANT][0]
        self.begin = now - BEGIN

    def at(self, days: int) -> datetime:
        """The moment of a step."""
        return self.begin + days * DAY

    def all(self) -> Iterator[str]:
        """The stages, with the catalogues of causes and remedies they draw from."""
        catalogue.bring_in(by=None, now=self.begin)
        remedies.bring_in(by=None, now=self.begin)
        for stage in (self._ask, self._name_team, self._look, self._find, self._prescribe, self._treat, self._follow):
            yield from stage()

    def _ask(self) -> Iterator[str]:
        values = {
            **UNIT,
            "trade": Trade.objects.get(code="shoe_making"),
            "county": _county(),
            "owner": self.owner.person.applicant,
        }
        self.unit = units.add_unit(values=values, by=self.lead, now=self.at(-31))
        self._measure(-30, self.at(-30), "VISIT")
        asked = requests.submit(
            applicant_id=self.owner.person.applicant.pk, service=Service.DIAGNOSIS, by=self.owner, now=self.at(0),
            values={"text": "خط دوم متوقف است و چرم نقدی نمی‌توانیم بخریم.", "topic": "finance", "unit_note": "", "unit": self.unit},
            is_illustrative=True,
        )  # fmt: skip
        yield f"request: {asked.number}, the owner of a shoe unit at 12 percent of its capacity asks for a diagnosis"
        requests.admit(request_id=asked.pk, by=self.lead, now=self.at(2))
        self.case = Case.objects.get(request=asked)
        yield f"case: {self.case.number}, admitted by the lead"

    def _name_team(self) -> Iterator[str]:
        self.team = {}
        for wanted in (SPECIALTIES[:TEAM_SIZE], SPECIALTIES):
            found = advice(self.unit, wanted, self.at(3))
            for one in sorted(found.team, key=lambda one: SPECIALTIES.index(one.specialty)):
                if len(self.team) < TEAM_SIZE and one.consultant not in self.team.values():
                    self.team.setdefault(one.specialty, one.consultant)
        for specialty, consultant in self.team.items():
            team.name_member(
                case_id=self.case.pk, consultant_id=consultant.pk, specialty=specialty, by=self.lead, now=self.at(3)
            )
        names = ", ".join(self.team)
        yield f"team: {len(self.team)} consultants suggested by specialty, load and distance, named by the lead ({names})"

    def _look(self) -> Iterator[str]:
        first = self._who(0)
        visits.log(
            case_id=self.case.pk, visited_at=self.at(9), by=first, now=self.at(9),
            notes="خط یک کار می‌کند، خط دو خاموش است. انبار چرم برای سه روز. هفت کارگر سر کار بودند.",
        )  # fmt: skip
        for kind, items, rows in SHEETS:
            by = self.owner if kind == "IDENTITY" else first
            sheets.save(case_id=self.case.pk, kind=kind, items=items, rows=rows, by=by, now=self.at(11))
        given = sum(self._answer(place, specialty) for place, specialty in enumerate(self.team))
        yield f"visit: written down; {len(SHEETS)} data sheets, {given} questionnaires handed in by their specialists"

    def _answer(self, place: int, specialty: str) -> int:
        """Every questionnaire in use of one specialty, weak where the unit is weak."""
        by, now, count = self._who(place), self.at(16), 0
        for version in answerable(tehran_date(now), [specialty]):
            row = answers.start(case_id=self.case.pk, version_id=version.pk, by=by, now=now)
            given = {}
            for turn, question in enumerate(version.questions.all()):
                if question.kind == QuestionKind.SCALE:
                    given[question.pk] = Given(value=Decimal(LEVELS[place] + (1, 0, -1, 0)[turn % 4]))
                elif question.kind == QuestionKind.YES_NO:
                    given[question.pk] = Given(value=Decimal(turn % 2))
            answers.save(answering_id=row.pk, given=given, by=by, now=now)
            answers.hand_in(answering_id=row.pk, by=by, now=now)
            count += 1
        return count

    def _find(self) -> Iterator[str]:
        by, now = self._who(0), self.at(24)
        for dimension, text, severity, evidence in FINDINGS:
            values = {"dimension": dimension, "text": text, "severity": severity, "evidence": evidence}
            findings.add(case_id=self.case.pk, values=values, by=by, now=now)
        self.nodes = {}
        for key, kind, text, dimension, effect, rank, evidence in TREE:
            known = Cause.objects.filter(code=text).first()
            values = {
                "kind": kind, "cause": known, "text": "" if known else text, "dimension": dimension, "rank": rank,
                "evidence": evidence,
            }  # fmt: skip
            effect_id = self.nodes[effect].pk if effect else None
            self.nodes[key] = causes.add_node(case_id=self.case.pk, values=values, effect_id=effect_id, by=by, now=now)
        for place in range(len(self.team)):
            agreements.say(case_id=self.case.pk, agrees=True, reason="", by=self._who(place), now=self.at(26))
        diagnosis.finish(case_id=self.case.pk, by=self.lead, now=self.at(27))
        yield f"diagnosis: {len(FINDINGS)} findings, {len(TREE)} boxes in the cause tree, the whole team agrees"

    def _prescribe(self) -> Iterator[str]:
        by = self._who(0)
        plan = plans.draft(case_id=self.case.pk, by=by, now=self.at(30))
        plans.set_aim(plan_id=plan.pk, aim="کار دو خط تا شش ماه دیگر و بازگشت بیست کارگر.", by=by, now=self.at(30))
        for number, project in enumerate(PROJECTS):
            self._add_project(plan.pk, number, project)
        plans.propose(plan_id=plan.pk, by=by, now=self.at(34))
        report = reports.make(case_id=self.case.pk, by=self.lead, now=self.at(35))
        reports.set_paper(report_id=report.pk, now=self.at(35))
        for place in range(len(self.team)):
            report = reports.sign(report_id=report.pk, by=self._who(place), now=self.at(37))
        reports.set_paper(report_id=report.pk, now=self.at(37))
        yield f"report: {report.code}, made and signed by {len(self.team)} consultants"
        members = "سه عضو کمیتهٔ نمونه"
        plans.approve(plan_id=plan.pk, session="نشست ۱۴ کمیته", members=members, by=self.lead, now=self.at(40))
        plans.agree(plan_id=plan.pk, by=self.owner, now=self.at(43))
        yield f"plan: {len(PROJECTS)} projects ranked, approved by the committee, agreed to by the owner"

    def _add_project(self, plan_id: int, number: int, row: tuple[Any, ...]) -> None:
        remedy, name, effect, feasibility, cost, funds, indicator, expected, why, named = row
        values = {
            "remedy": Remedy.objects.get(code=remedy), "name": name, "description": "", "effect": effect,
            "feasibility": feasibility, "cost_rials": cost, "owner": "مدیر نمونه", "funds": funds,
            "due_on": tehran_date(self.at(110 + 5 * number)), "indicator": indicator, "expected": expected,
        }  # fmt: skip
        due = [(step, tehran_date(self.at(60 + 12 * place))) for place, step in enumerate(named)]
        boxes = [self.nodes[key].pk for key in why]
        projects.add(plan_id=plan_id, values=values, causes=boxes, steps=due, by=self._who(0), now=self.at(31))

    def _treat(self) -> Iterator[str]:
        by = self._who(0)
        plans.begin_treatment(case_id=self.case.pk, by=by, now=self.at(44))
        letter = {
            "project": Project.objects.get(plan__case=self.case, remedy__code="debt_rescheduling"), "recipient": "BANK",
            "recipient_name": "بانک نمونه، شعبهٔ ابهر", "subject": "استمهال تسهیلات واحد کفش",
            "body": "این واحد در برنامهٔ احیای کلینیک صنعت است و با استمهال، خط دوم راه می‌افتد.",
            "asked": "استمهال دوساله با بخشودگی جریمه",
        }  # fmt: skip
        sent = referrals.write(case_id=self.case.pk, values=letter, by=by, now=self.at(45))
        referrals.send(referral_id=sent.pk, by=self.lead, now=self.at(46))
        referrals.answer(
            referral_id=sent.pk, answered_on=tehran_date(self.at(70)), decision="AGREED", text="با استمهال دوساله موافقت شد.",
            by=by, now=self.at(70),
        )  # fmt: skip
        referrals.note_execution(referral_id=sent.pk, percent=100, by=by, now=self.at(75))
        for project in Project.objects.filter(plan__case=self.case).order_by("position"):
            projects.finish(project_id=project.pk, by=by, now=self.at(85))
        yield "treatment: the bank agreed and carried it out; every project is done"

    def _follow(self) -> Iterator[str]:
        follow_ups.begin(case_id=self.case.pk, by=self.lead, now=self.at(88))
        for row in FollowUp.objects.filter(case=self.case).order_by("month"):
            now = self.begin + ((row.due_on - tehran_date(self.begin)).days + 1) * DAY
            capacity, *_others = READINGS[row.month]
            values = {"measured_on": tehran_date(now), **_figures(row.month)}
            note = "هر دو خط کار می‌کند." if row.month > 3 else "خط دوم راه افتاد."
            follow_ups.measure(follow_up_id=row.pk, values=values, note=note, by=self._who(2), now=now)
            yield f"follow-up: after {row.month} months {capacity} percent of the capacity"
        rows = list(UnitReading.objects.counting().filter(unit=self.unit).order_by("measured_on"))
        end = self.begin + BEGIN
        closing.close(
            case_id=self.case.pk, outcome="REVIVED", reason="هر دو خط کار می‌کند و بدهی‌ها قسط‌بندی شد.",
            evidence="فهرست بیمهٔ ۳۳ نفر و قبض‌های برق شش ماه", before_id=rows[0].pk, after_id=rows[-1].pk, by=self.lead, now=end,
        )  # fmt: skip
        self._rate(end)
        self.unit.refresh_from_db()
        case = Case.objects.get(pk=self.case.pk)
        ended = case.status == CaseStatus.CLOSED and band_of(self.unit)
        yield f"outcome: {case.outcome}, from {rows[0].staff} to {rows[-1].staff} people at work, band {ended}"

    def _rate(self, now: datetime) -> None:
        points = {"competence": 5, "timeliness": 4, "clarity": 5, "cooperation": 5, "comment": ""}
        for consultant in self.team.values():
            common: dict[str, Any] = {"consultant_id": consultant.pk, "case_number": self.case.number}
            ratings.rate_by_unit(values=points, by=self.owner, now=now, **common)

    def _measure(self, key: int, now: datetime, source: str) -> None:
        values = {"measured_on": tehran_date(now), "source": source, **_figures(key)}
        readings.record_reading(unit_id=self.unit.pk, values=values, by=self.lead, now=now)

    def _who(self, place: int) -> User:
        """The account of this member of the team; the last one where it is smaller."""
        members = list(self.team.values())
        return members[min(place, len(members) - 1)].user


def _county() -> County:
    return County.objects.get(slug="abhar")


def _figures(key: int) -> dict[str, Any]:
    capacity, staff, sales = READINGS[key]
    return {
        "actual_capacity_percent": Decimal(capacity), "staff": staff, "insured_staff": staff - 1,
        "sales_rials": sales * 1_000_000, "power_kwh": 400 * capacity, "arrears_bank": 6_200_000_000 if key < 0 else 1_800_000_000,
        "arrears_tax": 380_000_000 if key < 0 else 0, "arrears_insurance": 1_450_000_000 if key < 0 else 300_000_000,
    }  # fmt: skip
