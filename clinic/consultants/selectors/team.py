"""Whom to ask for a unit's case: what matching needs, read from the tables, and its answer for a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from accounts.choices import Role
from accounts.selectors import users_with_role
from clinic.choices import Specialty
from clinic.consultants.casework import book
from clinic.consultants.matching import Candidate, Choice, Reason, Suggestion, Weights, suggest
from clinic.consultants.models import (
    Absence,
    ConductCode,
    ConductSignature,
    ConflictOfInterest,
    Consultant,
    Qualification,
)
from clinic.consultants.selectors.mine import SOON
from clinic.consultants.selectors.ratings import NOBODY, standings
from clinic.consultants.wording import sentence
from core.persian.calendar import tehran_date

LONG_AWAY = timedelta(days=14)
"""Who is away today and for so long to come cannot begin a case."""

Team = Mapping[int, frozenset[str]]
"""Codes of the specialties for which somebody is in a team, by key of the consultant."""
NOBODY_THERE: Team = {}


@dataclass(frozen=True, slots=True)
class Suggested:
    """A consultant for a specialty, his points (0–1000) and the reasons as sentences."""

    consultant: Consultant
    specialty: str
    label: str
    points: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A consultant who has a specialty that is needed, and why he cannot be named."""

    consultant: Consultant
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """The team suggested; for each specialty all who could be named, the best first; who was left out; labels of specialties
    for which there is nobody."""

    team: tuple[Suggested, ...]
    ranked: Mapping[str, tuple[Suggested, ...]]
    left_out: tuple[LeftOut, ...]
    unfilled: tuple[str, ...]


def advice(
    unit: Any, specialties: Sequence[str], now: datetime, weights: Weights | None = None, there: Team = NOBODY_THERE
) -> Advice:
    """A team for these specialties of a unit (with `county`); `there`: who is in it already. A suggestion: the lead decides. 10
    queries beside those of the book of cases, however many consultants there are."""
    people = {row.pk: row for row in _people(specialties)}
    place = (unit.county.lat, unit.county.lon)
    found = suggest(specialties, candidates(list(people.values()), unit, now, there), place, weights)
    return _shown(found, people, frozenset().union(*there.values()))


def trusted(people: Sequence[Consultant], now: datetime) -> list[Consultant]:
    """Those of them to whom somebody may tell his secrets: with the role, the code of conduct in force signed, and papers that
    have not run out. 3 queries."""
    keys = [row.pk for row in people]
    code = ConductCode.objects.order_by("-number").values("pk")[:1]
    signed = ConductSignature.objects.filter(code=code, consultant__in=keys).values("consultant")
    fit = Consultant.objects.filter(pk__in=signed, user__in=users_with_role(Role.CONSULTANT, now=now))
    able, last, today = set(fit.values_list("pk", flat=True)), papers_end(keys), tehran_date(now)
    return [row for row in people if row.pk in able and last.get(row.pk, today) >= today]


def papers_end(keys: Sequence[int]) -> dict[int, date]:
    """The day until which each of these has a confirmed paper; who never had one is not there. 1 query."""
    found: dict[int, date] = {}
    confirmed = Qualification.objects.in_use().filter(verified_at__isnull=False, consultant__in=list(keys))
    for key, day in confirmed.values_list("consultant", "valid_until"):
        found[key] = max(found.get(key, date.min), day or date.max)
    return found


def candidates(people: Sequence[Consultant], unit: Any, now: datetime, there: Team = NOBODY_THERE) -> list[Candidate]:
    """These consultants as matching sees them for a case of `unit` (None: for no unit in particular). 8 queries."""
    keys = [row.pk for row in people]
    loads, rated, bars = book().open_cases(), standings(keys), _obstacles(keys, unit, now)
    last = papers_end(keys)
    today = tehran_date(now)
    rows = []
    for row in people:
        standing = rated.get(row.pk, NOBODY)
        obstacles = [*([Reason("resting")] if not row.is_active or not row.user.is_active else []), *bars[row.pk]]
        if row.pk in last and last[row.pk] < today:
            obstacles.append(Reason("papers_expired", {"day": last[row.pk]}))
        rows.append(
            Candidate(
                key=row.pk,
                specialties={one.specialty: one.level for one in row.specialties.all()},
                load=loads.get(row.pk, 0),
                max_cases=row.max_cases,
                place=(row.county.lat, row.county.lon),
                obstacles=tuple(obstacles),
                notes=_about_papers(last.get(row.pk), today),
                there_for=there.get(row.pk, frozenset()),
                rating=standing.mean,
                ratings=standing.count,
            )
        )
    return rows


def _about_papers(last: date | None, today: date) -> tuple[Reason, ...]:
    """What the lead should know of papers that hold today."""
    if last is None:
        return (Reason("no_paper"),)
    return (Reason("papers_end_soon", {"day": last}),) if last <= today + SOON else ()


def _people(specialties: Sequence[str]) -> Sequence[Consultant]:
    having = Consultant.objects.filter(specialties__specialty__in=list(specialties)).values("pk")
    rows = Consultant.objects.filter(pk__in=having).select_related("user", "county")
    return list(rows.prefetch_related("specialties"))


def _obstacles(keys: list[int], unit: Any, now: datetime) -> dict[int, list[Reason]]:
    """Why each of these cannot be named, in the order in which it matters. 6 queries."""
    today = tehran_date(now)
    found: dict[int, list[Reason]] = {key: [] for key in keys}
    conflicts = ConflictOfInterest.objects.holding_on(today).filter(consultant__in=keys, unit=unit)
    for key, kind in conflicts.values_list("consultant", "kind") if unit is not None else ():
        found[key].append(Reason("conflict", {"kind": kind}))
    with_role = set(
        Consultant.objects.filter(pk__in=keys, user__in=users_with_role(Role.CONSULTANT, now=now)).values_list(
            "pk", flat=True
        )
    )
    code = ConductCode.objects.order_by("-number").values_list("pk", flat=True).first()
    signed = set(ConductSignature.objects.filter(code=code, consultant__in=keys).values_list("consultant", flat=True))
    away = Absence.objects.filter(consultant__in=keys, starts_on__lte=today, ends_on__gte=today + LONG_AWAY)
    until = dict(away.values_list("consultant", "ends_on"))
    for key in keys:
        if key not in with_role:
            found[key].append(Reason("no_role"))
        if key not in signed:
            found[key].append(Reason("unsigned"))
        if key in until:
            found[key].append(Reason("absent", {"until": until[key]}))
    return found


def _shown(found: Suggestion, people: Mapping[int, Consultant], filled: frozenset[str]) -> Advice:
    def one(choice: Choice) -> Suggested:
        reasons = tuple(sentence(reason) for reason in choice.reasons)
        label = str(Specialty(choice.specialty).label)
        return Suggested(people[choice.key], choice.specialty, label, choice.points, reasons)

    return Advice(
        team=tuple(one(choice) for choice in found.team),
        ranked={name: tuple(one(choice) for choice in choices) for name, choices in found.ranked.items()},
        left_out=tuple(
            LeftOut(people[left.key], tuple(sentence(reason) for reason in left.reasons)) for left in found.excluded
        ),
        unfilled=tuple(str(Specialty(name).label) for name in found.unfilled if name not in filled),
    )
