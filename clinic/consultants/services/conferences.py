"""Conferences of consultants on a question of a case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.consultants import texts
from clinic.consultants.casework import Team, book
from clinic.consultants.errors import ConferenceClosed, NotInTheTeam
from clinic.consultants.models import CaseConference, ConferenceMember, ConferenceNote, Consultant
from clinic.consultants.permissions import CONFER, NOTE, require
from clinic.consultants.services.writing import insert, named_refusals, tell
from clinic.permissions import runs_the_clinic
from core.audit import record
from core.errors import InvalidInput, NotFound, PermissionRefused
from core.persian.text import normalise


def call(
    *, case_number: str, subject: str, question: str, held_at: datetime, consultant_ids: Iterable[int], by: Any,
    now: datetime, place: str = "",
) -> CaseConference:  # fmt: skip
    """Ask colleagues about one question of a case, by a member of its team or the lead; those invited are told.

    Raises PermissionRefused, NotFound, NotInTheTeam, InvalidInput.
    """
    require(by, CONFER)
    team = _team(case_number)
    if not runs_the_clinic(by) and not _is_in(team, by):
        raise NotInTheTeam()
    invited = list(
        Consultant.objects.working().filter(pk__in=set(consultant_ids)).select_related("user").order_by("pk")
    )
    if not invited:
        raise InvalidInput(_("Invite at least one colleague."), field="consultants", code="nobody_invited")
    row = CaseConference(case_number=team.case_number, called_by=by, called_at=now)
    values = {"subject": subject, "question": question, "held_at": held_at, "place": place}
    with transaction.atomic():
        insert(row, values, allowed=frozenset(values))
        ConferenceMember.objects.bulk_create(ConferenceMember(conference=row, consultant=one) for one in invited)
        record(action="consultants.conference.called", by=by, target=row, now=now, data={"invited": len(invited)})
        params = {"subject": row.subject, "moment": held_at}
        for one in invited:
            tell(texts.CONFERENCE, one, params, key=f"{row.pk}:{one.pk}", now=now)
    return row


def note(*, conference_id: int, text: str, by: Any, now: datetime) -> ConferenceNote:
    """Write down what was said. Raises NotFound, PermissionRefused, InvalidInput, ConferenceClosed."""
    with transaction.atomic():
        conference = _locked(conference_id, by)
        row = ConferenceNote(conference=conference, made_by=by, made_at=now)
        insert(row, {"text": _said(text, "text")}, allowed=frozenset({"text"}))
        record(action="consultants.conference.noted", by=by, target=conference, now=now)
    return row


def close(*, conference_id: int, conclusion: str, by: Any, now: datetime) -> CaseConference:
    """End it with what came out, by who called it or the lead. Raises NotFound, PermissionRefused, InvalidInput, ConferenceClosed."""
    with transaction.atomic():
        row = _locked(conference_id, by)
        if row.called_by_id != by.pk and not runs_the_clinic(by):
            raise PermissionRefused(code="not_the_caller")
        row.conclusion, row.closed_at = _said(conclusion, "conclusion"), now
        with named_refusals():
            row.save(update_fields=["conclusion", "closed_at"])
        record(action="consultants.conference.closed", by=by, target=row, now=now)
    return row


def _team(case_number: str) -> Team:
    team = book().team_of(case_number)
    if team is None:
        raise NotFound()
    return team


def _is_in(team: Team, user: Any) -> bool:
    return team.is_open and Consultant.objects.filter(user_id=user.pk, pk__in=team.now).exists()


def _locked(conference_id: int, by: Any) -> CaseConference:
    row = CaseConference.objects.select_for_update(of=("self",)).filter(pk=conference_id).first()
    if row is None:
        raise NotFound()
    require(by, NOTE, row)
    if row.closed_at is not None:
        raise ConferenceClosed()
    return row


def _said(text: str, field: str) -> str:
    words = normalise(text, multiline=True)
    if not words:
        raise InvalidInput(_("Write something here."), field=field, code="empty")
    return words
