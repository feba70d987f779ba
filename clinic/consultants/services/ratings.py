"""Ratings: of each member of a team, once by the unit and once by each colleague."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.consultants.casework import Team, book
from clinic.consultants.choices import CRITERIA, HIGHEST_RATING, LOWEST_RATING, RatedBy
from clinic.consultants.errors import NotInTheTeam
from clinic.consultants.models import Consultant, Rating
from clinic.consultants.permissions import RATE_FOR_UNIT, require
from clinic.consultants.services.writing import insert, locked_consultant
from clinic.units.models import IndustrialUnit
from core.audit import record
from core.errors import InvalidInput, NotFound

VALUES = frozenset({*CRITERIA, "comment"})


def rate_by_unit(*, consultant_id: int, case_number: str, values: Mapping[str, Any], by: Any, now: datetime) -> Rating:
    """The unit says how it found the work of somebody in its team: CRITERIA from 1 to 5 and a comment.

    Raises PermissionRefused, NotFound, NotInTheTeam, InvalidInput, RatedAlready.
    """
    team = _team(case_number)
    unit = IndustrialUnit.objects.select_related("owner").get(pk=team.unit_id)
    require(by, RATE_FOR_UNIT, unit)
    return _write(Rating(kind=RatedBy.UNIT, unit=unit), team, consultant_id, values, by, now)


def rate_by_peer(*, consultant_id: int, case_number: str, values: Mapping[str, Any], by: Any, now: datetime) -> Rating:
    """A colleague of the same team says it. Raises NotFound, NotInTheTeam (also about oneself), InvalidInput, RatedAlready."""
    team = _team(case_number)
    peer = Consultant.objects.filter(user_id=by.pk).first()
    if peer is None or peer.pk not in team.ever or peer.pk == consultant_id:
        raise NotInTheTeam()
    return _write(Rating(kind=RatedBy.PEER, peer=peer), team, consultant_id, values, by, now)


def _team(case_number: str) -> Team:
    team = book().team_of(case_number)
    if team is None:
        raise NotFound()
    return team


def _write(row: Rating, team: Team, consultant_id: int, values: Mapping[str, Any], by: Any, now: datetime) -> Rating:
    if consultant_id not in team.ever:
        raise NotInTheTeam()
    _refuse_odd_points(values)
    with transaction.atomic():
        row.consultant, row.case_number, row.made_by, row.made_at = (
            locked_consultant(consultant_id), team.case_number, by, now,
        )  # fmt: skip
        if row.consultant.user_id == by.pk:
            raise NotInTheTeam()
        insert(row, values, allowed=VALUES)
        record(action="consultants.rating.given", by=by, target=row, now=now)
    return row


def _refuse_odd_points(values: Mapping[str, Any]) -> None:
    sentence = _("Choose a value from 1 to 5.")
    odd = [
        name
        for name in CRITERIA
        if not isinstance(values.get(name), int) or not LOWEST_RATING <= values[name] <= HIGHEST_RATING
    ]
    if odd:
        raise InvalidInput(errors={name: [sentence] for name in odd}, code="out_of_range")
