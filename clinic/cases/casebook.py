"""What cases tell the app of consultants, which stands below this one (clinic/consultants/casework.py)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, F

from clinic.cases.choices import ENDED, CaseStatus
from clinic.cases.models import Case, TeamMember
from clinic.consultants import casework


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


def _counted(members: Any) -> dict[int, int]:
    rows = members.order_by().values("consultant_id").annotate(cases=Count("case_id", distinct=True))
    return {row["consultant_id"]: row["cases"] for row in rows}


casework.register(Book())
