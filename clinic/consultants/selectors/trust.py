"""Ratings to be given, conferences and reviews, as their pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from accounts.selectors import acts_for
from clinic.consultants.casework import Team, book
from clinic.consultants.choices import RatedBy, Standpoint
from clinic.consultants.conference_access import standpoint
from clinic.consultants.models import CaseConference, Consultant, PeerReview, Rating
from clinic.consultants.permissions import READ_REVIEW
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


def conference_for(pk: int, user: Any) -> tuple[CaseConference, Standpoint]:
    """One conference with its members and notes, and as whom this person reads it. Raises NotFound for who may not read it now.
    5 queries beside those of the book."""
    rows = CaseConference.objects.select_related("called_by")
    row = rows.prefetch_related("members__consultant__user", "notes__made_by").filter(pk=pk).first()
    stands = standpoint(user, row) if row is not None else None
    if row is None or stands is None:
        raise NotFound()
    return row, stands


def review_for(pk: int, user: Any) -> PeerReview:
    """A review for its reviewer while he is in the team, the lead of the case and the auditor. Raises NotFound. 1 query beside
    those of the book."""
    row = PeerReview.objects.select_related("reviewer__user", "asked_by").filter(pk=pk).first()
    if row is None or not user.has_perm(READ_REVIEW, row):
        raise NotFound()
    return row
