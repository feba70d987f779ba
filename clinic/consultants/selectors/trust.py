"""Ratings to be given, conferences and reviews, as their pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from accounts.selectors import acts_for
from clinic.consultants.casework import Team, book
from clinic.consultants.choices import RatedBy
from clinic.consultants.models import CaseConference, Consultant, PeerReview, Rating
from clinic.consultants.permissions import MANAGE, READ_WORDS
from clinic.units.models import IndustrialUnit
from core.errors import NotFound


@dataclass(frozen=True, slots=True)
class RatingPage:
    """The team of a case for somebody who may rate it: as the unit, or as a colleague (`peer`)."""

    case_number: str
    unit: IndustrialUnit
    kind: RatedBy
    members: tuple[tuple[Consultant, Rating | None], ...]


def rating_page(case_number: str, user: Any) -> RatingPage:
    """What this person may rate. Raises NotFound for everybody who is neither the unit nor of its team. 5 queries at most beside
    those of the book of cases."""
    team = book().team_of(case_number)
    if team is None:
        raise NotFound()
    unit = IndustrialUnit.objects.select_related("owner").get(pk=team.unit_id)
    kind, given = _standpoint(team, unit, user)
    people = Consultant.objects.filter(pk__in=team.ever).exclude(user_id=user.pk)
    known = {row.consultant_id: row for row in given}
    rows = people.select_related("user", "county").prefetch_related("specialties")
    return RatingPage(case_number, unit, kind, tuple((row, known.get(row.pk)) for row in rows))


def _standpoint(team: Team, unit: IndustrialUnit, user: Any) -> tuple[RatedBy, QuerySet[Rating]]:
    rows = Rating.objects.filter(case_number=team.case_number)
    if unit.owner is not None and acts_for(user, unit.owner):
        return RatedBy.UNIT, rows.filter(kind=RatedBy.UNIT)
    peer = Consultant.objects.filter(user_id=user.pk, pk__in=team.ever).first()
    if peer is None:
        raise NotFound()
    return RatedBy.PEER, rows.filter(kind=RatedBy.PEER, peer=peer)


def conferences_for(user: Any) -> QuerySet[CaseConference]:
    """Conferences this person called or is invited to; the lead and the auditor see all."""
    rows = CaseConference.objects.select_related("called_by")
    if not user.has_perm(READ_WORDS):
        rows = (rows.filter(called_by=user) | rows.filter(members__consultant__user=user)).distinct()
    found: QuerySet[CaseConference] = rows
    return found


def conference_for(pk: int, user: Any) -> CaseConference:
    """One of them with its members and notes. Raises NotFound. 4 queries."""
    rows = conferences_for(user).prefetch_related("members__consultant__user", "notes__made_by")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound()
    return row


def knows_the_case(conference: CaseConference, user: Any) -> bool:
    """Whether this person may see which case a conference is about: the lead, the auditor, the team. Others see the question."""
    if user.has_perm(MANAGE) or user.has_perm(READ_WORDS):
        return True
    team = book().team_of(conference.case_number)
    return team is not None and team.is_open and Consultant.objects.filter(user_id=user.pk, pk__in=team.now).exists()


def review_for(pk: int, user: Any) -> PeerReview:
    """A review for its reviewer, the lead and the auditor. Raises NotFound. 1 query."""
    row = PeerReview.objects.select_related("reviewer__user", "asked_by").filter(pk=pk).first()
    if row is None or not (row.reviewer.user_id == user.pk or user.has_perm(READ_WORDS)):
        raise NotFound()
    return row
