"""Cases of the tests, opened and led on by the services that make real ones.

`CaseFactory.in_status("VISITED")` is a case in that state with a team of a finance and a commercial consultant; up to
DIAGNOSED everything that leads there was written by the services.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from accounts.models import User
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Answering, Case, Cause, CauseNode, TeamMember
from clinic.cases.services import agreements, answers, catalogue, causes, diagnosis, findings, requests, team, visits
from clinic.cases.services.answers import Given
from clinic.consultants.models import Consultant
from clinic.instruments.models import InstrumentVersion
from clinic.units.models import IndustrialUnit
from core import clock
from tests.factories import accounts
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_instruments import InstrumentFactory
from tests.factories.clinic_requests import RequestFactory

ORDER = (CaseStatus.ADMITTED, CaseStatus.TEAM_ASSIGNED, CaseStatus.VISITED, CaseStatus.DIAGNOSED)


@dataclass
class Made:
    """A case with its people; `consultants` by specialty."""

    case: Case
    owner: User
    lead: User
    consultants: dict[str, Consultant] = field(default_factory=dict)

    def reload(self) -> Case:
        """The case as it is stored now."""
        self.case = Case.objects.select_related("request__applicant", "unit", "lead").get(pk=self.case.pk)
        return self.case

    def specialist(self, specialty: str = "finance") -> User:
        """The account of the member for this specialty."""
        return User.objects.get(pk=self.consultants[specialty].user_id)

    def name(self, specialty: str = "finance", consultant: Consultant | None = None) -> TeamMember:
        """Put a consultant into the team."""
        row = consultant or self.consultants.get(specialty) or ConsultantFactory(specialty)
        self.consultants[specialty] = row
        return team.name_member(
            case_id=self.case.pk, consultant_id=row.pk, specialty=specialty, by=self.lead, now=clock.now()
        )

    def visit(self, **values: Any) -> Any:
        """A visit of the finance consultant, just now."""
        now = clock.now()
        given = {"visited_at": now, "notes": "سه دستگاه کار می‌کند.", "by": self.specialist(), **values}
        return visits.log(case_id=self.case.pk, now=now, **given)

    def answer(
        self, specialty: str = "finance", *, version: InstrumentVersion | None = None, value: int = 3
    ) -> Answering:
        """A questionnaire of the specialist, handed in: this value on every scale, yes to the rest."""
        chosen = version or InstrumentFactory(specialty)
        user, now = self.specialist(specialty), clock.now()
        row = answers.start(case_id=self.case.pk, version_id=chosen.pk, by=user, now=now)
        given = {
            one.pk: Given(value=Decimal(value if one.kind == "SCALE" else 1))
            for one in chosen.questions.all()
            if one.kind != "TEXT"
        }
        answers.save(answering_id=row.pk, given=given, by=user, now=now)
        return answers.hand_in(answering_id=row.pk, by=user, now=now)

    def find(self, **values: Any) -> Any:
        """A finding."""
        given = {"dimension": "finance", "text": "نقدینگی نیست.", "severity": 4, "evidence": "صورت بانک", **values}
        return findings.add(case_id=self.case.pk, values=given, by=self.specialist(), now=clock.now())

    def node(self, kind: str = "CAUSE", *, effect: CauseNode | None = None, **values: Any) -> CauseNode:
        """A box of the tree: in own words unless `cause` is the code of one of the catalogue."""
        code = values.pop("cause", "")
        given = {"kind": kind, "text": "" if code else "علت نمونه", "dimension": "finance", **values}
        given["cause"] = Cause.objects.get(code=code) if code else None
        return causes.add_node(
            case_id=self.case.pk,
            values=given,
            effect_id=effect.pk if effect else None,
            by=self.specialist(),
            now=clock.now(),
        )

    def tree(self) -> list[CauseNode]:
        """Symptom ← cause ← primary root (liquidity) and a contributing one (market)."""
        symptom = self.node("SYMPTOM", text="تولید خوابیده است", dimension="production_technology")
        cause = self.node("CAUSE", effect=symptom, text="مواد اولیه نیست", dimension="supply")
        root = self.node("ROOT", effect=cause, cause="liquidity", rank="PRIMARY")
        other = self.node("ROOT", effect=symptom, cause="market", rank="CONTRIBUTING")
        return [symptom, cause, root, other]

    def agree(self, **values: Any) -> None:
        """Everybody of the team stands behind the diagnosis."""
        given = {"agrees": True, "reason": "", **values}
        for specialty in self.consultants:
            agreements.say(case_id=self.case.pk, by=self.specialist(specialty), now=clock.now(), **given)

    def diagnose(self, *, value: int = 3, version: InstrumentVersion | None = None) -> Case:
        """Everything a diagnosis needs, then its end."""
        self.answer(version=version, value=value)
        self.find()
        self.tree()
        self.agree()
        diagnosis.finish(case_id=self.case.pk, by=self.lead, now=clock.now())
        return self.reload()


class CaseFactory:
    """Cases by the services."""

    def __new__(  # type: ignore[misc]
        cls, *, lead: User | None = None, owner: User | None = None, unit: IndustrialUnit | None = None
    ) -> Made:
        """An admitted case without a team."""
        catalogue.bring_in(by=None, now=clock.now())
        asked = RequestFactory(user=owner, unit=unit, lead=lead)
        requests.admit(request_id=asked.request.pk, by=asked.lead, now=clock.now())
        case = Case.objects.select_related("request__applicant", "unit", "lead").get(request=asked.request)
        return Made(case, asked.user, asked.lead)

    @staticmethod
    def of(case: Case) -> Made:
        """A case that was opened in another way."""
        row = Case.objects.select_related("request__applicant__person__user", "unit", "lead").get(pk=case.pk)
        owner: User = row.request.applicant.person.user
        return Made(row, owner, row.lead)

    @classmethod
    def in_status(
        cls, status: str, *, specialties: tuple[str, ...] = ("finance",), consultant: Consultant | None = None,
        version: InstrumentVersion | None = None, **changes: Any,
    ) -> Made:  # fmt: skip
        """A case in a state up to DIAGNOSED. Many cases share a `consultant` and the `version` he asks: they cost half of all."""
        made = cls(**changes)
        wanted = ORDER.index(CaseStatus(status))
        if wanted >= 1:
            for specialty in specialties:
                made.name(specialty, consultant)
        if wanted >= 2:
            made.visit()
        if wanted >= 3:
            made.diagnose(version=version)
        made.reload()
        return made


def outsiders(made: Made) -> dict[str, User]:
    """Accounts that have no business with the case, by what they are."""
    former = ConsultantFactory("tax")
    member = made.name("tax", former)
    team.end_membership(member_id=member.pk, reason="کار تمام شد", by=made.lead, now=clock.now())
    del made.consultants["tax"]
    return {
        "another owner": accounts.UserFactory(),
        "another consultant": User.objects.get(pk=ConsultantFactory("legal").user_id),
        "a former member": User.objects.get(pk=former.user_id),
        "another lead": accounts.clinic_lead(),
        "the manager": accounts.manager(),
        "an officer": accounts.officer(),
        "an admin": accounts.admin(),
    }


def later(days: int) -> datetime:
    """A moment so many days from now."""
    return clock.now() + timedelta(days=days)
