"""What the consultants' work on a case has cost by the fee rules of its days, and how much of it the unit bears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from clinic.cases.choices import AnsweringStatus, AppointmentStatus
from clinic.cases.models import Case
from clinic.choices import Specialty
from clinic.consultants.choices import FeeBasis, Level
from clinic.consultants.models import Consultant
from clinic.consultants.selectors.fees import Fee, tariff
from core.persian.calendar import tehran_date


@dataclass(frozen=True, slots=True)
class CostLine:
    """One piece of work. `specialty` for a part of the report, `minutes` for a talk; `fee` None: no rule held on its day."""

    day: date
    consultant: Consultant
    basis: FeeBasis
    level: Level
    fee: Fee | None
    specialty: str = ""
    minutes: int = 0

    @property
    def subject(self) -> str:
        """The specialty of a part of the report, in words; empty for other work."""
        return str(Specialty(self.specialty).label) if self.specialty else ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Everything so far, the earliest first, and its sums in rials; `unpriced` pieces of work are in none of the sums."""

    lines: list[CostLine]
    amount: int
    unit_part: int
    clinic_part: int
    unpriced: int


@dataclass(frozen=True, slots=True)
class _Work:
    at: datetime
    consultant: Consultant
    basis: FeeBasis
    specialty: str = ""
    minutes: int = 0


def statement_of(case: Case) -> Statement:
    """What a case has cost: talks that were held, visits, and parts of the diagnosis that were handed in. 5 queries.

    The fee is that of the consultant's level in the specialty of his part, elsewhere of his highest one.
    """
    rules = tariff()
    work = sorted(_work(case), key=lambda one: (one.at, one.basis))
    lines = []
    for one in work:
        day, level = tehran_date(one.at), _level(one)
        if one.basis is FeeBasis.HOUR:
            fee = rules.fee_of_minutes(day, level=level, minutes=one.minutes)
        else:
            fee = rules.fee_on(day, basis=one.basis, level=level)
        lines.append(CostLine(day, one.consultant, one.basis, level, fee, one.specialty, one.minutes))
    known = [line.fee for line in lines if line.fee is not None]
    return Statement(
        lines=lines,
        amount=sum(fee.amount for fee in known),
        unit_part=sum(fee.unit_part for fee in known),
        clinic_part=sum(fee.clinic_part for fee in known),
        unpriced=len(lines) - len(known),
    )


def _work(case: Case) -> Iterable[_Work]:
    talks = case.request.appointments.filter(status=AppointmentStatus.HELD)
    parts = case.answerings.filter(status=AnsweringStatus.HANDED_IN).select_related("version__instrument")
    visits = list(case.visits.values_list("visited_at", "by"))
    keys = {talk.consultant_id for talk in talks} | {part.consultant_id for part in parts}
    # Who writes a visit down without being a consultant is the lead, and costs nothing.
    people = _people(keys, {user for _at, user in visits})
    by_user = {one.user_id: one for one in people.values()}
    for talk in talks:
        minutes = int((talk.ends_at - talk.starts_at).total_seconds()) // 60
        yield _Work(talk.starts_at, people[talk.consultant_id], FeeBasis.HOUR, minutes=minutes)
    for at, user in visits:
        if user in by_user:
            yield _Work(at, by_user[user], FeeBasis.VISIT)
    for part in parts:
        specialty = part.version.instrument.specialty
        # A constraint gives what was handed in its hour.
        yield _Work(
            part.handed_in_at or part.updated_at, people[part.consultant_id], FeeBasis.REPORT, specialty=specialty
        )


def _people(keys: set[int], users: set[int]) -> Mapping[int, Consultant]:
    """These consultants, by their key, with their specialties. 2 queries."""
    rows = Consultant.objects.filter(pk__in=keys) | Consultant.objects.filter(user__in=users)
    return {one.pk: one for one in rows.select_related("user").prefetch_related("specialties")}


def _level(work: _Work) -> Level:
    """The level that counts for this piece of work."""
    order = list(Level)
    levels: dict[str, list[Level]] = defaultdict(list)
    for one in work.consultant.specialties.all():
        levels[one.specialty].append(Level(one.level))
        levels[""].append(Level(one.level))
    known = levels.get(work.specialty) or levels[""] or [order[0]]
    return max(known, key=order.index)
