"""Cases as lists and pages show them; a fixed number of queries each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from accounts.permissions import is_auditor, is_clinic_lead, is_consultant
from accounts.selectors import applicants_of
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Agreement, Case, TeamMember
from core import clock
from core.audit.models import Entry

MAIN_LINE = (
    CaseStatus.ADMITTED,
    CaseStatus.TEAM_ASSIGNED,
    CaseStatus.VISITED,
    CaseStatus.DIAGNOSED,
    CaseStatus.PLAN_APPROVED,
    CaseStatus.IN_TREATMENT,
    CaseStatus.FOLLOW_UP,
    CaseStatus.CLOSED,
)
"""States a case goes through when all goes well, in their order."""


@dataclass(frozen=True, slots=True)
class Step:
    """One state of the main line: done, current or next, and since when (None: not yet)."""

    label: str
    state: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member of the team and what he said of the diagnosis (None: nothing yet); `has_conflict`: he declared an interest."""

    member: TeamMember
    agreement: Agreement | None
    has_conflict: bool


def seen_by(user: Any) -> QuerySet[Case]:
    """The cases this account stands before: leads, works on now, acts for, or audits. 1 or 2 queries more."""
    rows = Case.objects.select_related("unit__trade", "unit__county", "unit__estate", "lead")
    if is_auditor(user):
        return rows
    wanted = Q(pk__in=[])
    if is_clinic_lead(user):
        wanted |= Q(lead=user)
    if is_consultant(user):
        mine = TeamMember.objects.without_interest(clock.today()).filter(consultant__user=user)
        wanted |= Q(pk__in=Case.objects.live().filter(pk__in=mine.values("case")).values("pk"))
    if not user.is_staff:
        wanted |= Q(request__applicant__in=applicants_of(user))
    return rows.filter(wanted)


def steps_of(case: Case) -> list[Step]:
    """The main line of a case for a row of steps; a case that ended early shows where it stopped. 1 query."""
    label = Case._meta.label_lower
    entries = Entry.objects.filter(target_type=label, target_id=str(case.pk)).exclude(after="").order_by("at", "pk")
    since: dict[str, datetime] = {row.after: row.at for row in entries.only("after", "at")}
    reached = [state for state in MAIN_LINE if state in since] or [CaseStatus.ADMITTED]
    if case.status in (CaseStatus.CLOSED, CaseStatus.REFUSED):
        shown = [*reached, CaseStatus(case.status)] if case.status not in reached else reached
        return [Step(str(CaseStatus(state).label), "done", since.get(state)) for state in shown]
    here = MAIN_LINE.index(CaseStatus(case.status)) if case.status in MAIN_LINE else -1
    found = []
    for place, state in enumerate(MAIN_LINE):
        word = "done" if place < here else "current" if place == here else "next"
        found.append(Step(str(state.label), word, since.get(state) if place <= here else None))
    return found


def team_of(case: Case, *, day: date | None = None) -> list[MemberLine]:
    """Everybody who is or was in the team, those of now first, with what they said; with `day`, which conflicts hold on it.

    2 queries, 3 with `day`."""
    said = Prefetch("agreements", queryset=Agreement.objects.filter(superseded=False), to_attr="said")
    rows = case.members.select_related("consultant__user").prefetch_related(said).order_by("left_at", "joined_at", "pk")
    members = sorted(rows, key=lambda row: (row.left_at is not None, row.joined_at))
    conflicts = case.unit.conflicts.holding_on(day) if day else case.unit.conflicts.none()
    torn = set(conflicts.values_list("consultant_id", flat=True))
    return [
        MemberLine(row, next(iter(row.said), None), row.left_at is None and row.consultant_id in torn)
        for row in members
    ]
