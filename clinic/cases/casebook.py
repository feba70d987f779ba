"""What cases tell the app of consultants, which stands below this one (clinic/consultants/casework.py)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Count, F

from accounts.permissions import is_clinic_lead, is_consultant
from accounts.selectors import applicants_of
from clinic.cases.choices import ENDED, CaseStatus, Standing
from clinic.cases.models import Case, TeamMember
from clinic.cases.services import looks
from clinic.consultants import casework
from clinic.consultants.models import ConflictOfInterest
from core import clock


class Book:
    """Answers from the tables of cases and teams."""

    def open_cases(self) -> Mapping[int, int]:
        """Live cases by key of the consultant who is in their team now. 1 query."""
        return _counted(TeamMember.objects.current().exclude(case__status__in=ENDED))

    def finished_cases(self) -> Mapping[int, int]:
        """Closed cases by key of the consultant who was in their team to the end. 1 query."""
        to_the_end = TeamMember.objects.filter(case__status=CaseStatus.CLOSED, left_at=F("case__closed_at"))
        return _counted(to_the_end)

    def team_of(self, case_number: str) -> casework.Team | None:
        """The team of the case with this number, or None. 2 queries."""
        case = Case.objects.filter(number=case_number).first()
        if case is None:
            return None
        members = list(case.members.values_list("consultant_id", "left_at"))
        return casework.Team(
            case_number=case.number,
            unit_id=case.unit_id,
            now=frozenset(key for key, left in members if left is None),
            ever=frozenset(key for key, _left in members),
            lead_id=case.lead_id,
            is_open=case.is_live,
        )

    def reach(self, user: Any) -> casework.Reach:
        """Numbers of the cases this person leads, and of those in whose team he is now. At most 2 queries."""
        led = Case.objects.led_by(user) if is_clinic_lead(user) else Case.objects.none()
        mine = TeamMember.objects.none()
        if is_consultant(user):
            mine = TeamMember.objects.without_interest(clock.today()).filter(consultant__user_id=user.pk)
        worked_on = mine.exclude(case__status__in=ENDED).values_list("case__number", flat=True)
        return casework.Reach(frozenset(led.values_list("number", flat=True)), frozenset(worked_on))

    def open_to(self, user: Any, numbers: Iterable[str]) -> frozenset[str]:
        """Those of these cases that are open and in whose unit this person has no interest, declared or not. At most 2 queries."""
        wanted = list(numbers)
        if not wanted:
            return frozenset()
        his = applicants_of(user)
        torn = ConflictOfInterest.objects.holding_on(clock.today()).filter(consultant__user_id=user.pk).values("unit")
        rows = Case.objects.live().filter(number__in=wanted).exclude(unit__in=torn)
        rows = rows.exclude(request__applicant__in=his).exclude(unit__owner__isnull=False, unit__owner__in=his)
        return frozenset(rows.values_list("number", flat=True))

    def note_look(self, *, case_number: str, standing: str, part: str, by: Any, now: datetime) -> None:
        """Write a look at something outside the pages of the case. 2 queries."""
        case = Case.objects.get(number=case_number)
        looks.note(case=case, part=part, by=by, standings=[Standing(standing)], now=now)


def _counted(members: Any) -> dict[int, int]:
    rows = members.order_by().values("consultant_id").annotate(cases=Count("case_id", distinct=True))
    return {row["consultant_id"]: row["cases"] for row in rows}


casework.register(Book())
