"""Conferences of consultants on a question of a case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.consultants import texts
from clinic.consultants.casework import book
from clinic.consultants.choices import Standpoint
from clinic.consultants.errors import ConferenceClosed
from clinic.consultants.models import CaseConference, ConferenceMember, ConferenceNote, Consultant
from clinic.consultants.permissions import CONCLUDE, CONFER, NOTE, require
from clinic.consultants.services.writing import insert, named_refusals, tell
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.text import normalise

PART = "conference"
"""Under what a look at a conference is written."""


def call(
    *, case_number: str, subject: str, question: str, held_at: datetime, consultant_ids: Iterable[int], by: Any,
    now: datetime, place: str = "",
) -> CaseConference:  # fmt: skip
    """Ask colleagues about one question of an open case, by a member of its team or its lead; those invited are told.

    Raises PermissionRefused, InvalidInput.
    """
    require(by, CONFER)
    number = _case_of(case_number, by)
    invited = list(
        Consultant.objects.working().filter(pk__in=set(consultant_ids)).select_related("user").order_by("pk")
    )
    if not invited:
        raise InvalidInput(_("Invite at least one colleague."), field="consultants", code="nobody_invited")
    _refuse_interested(invited, number)
    row = CaseConference(case_number=number, called_by=by, called_at=now)
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
    """End it with what came out, by who called it or the lead of the case. Raises NotFound, PermissionRefused, InvalidInput,
    ConferenceClosed."""
    with transaction.atomic():
        row = _locked(conference_id, by)
        require(by, CONCLUDE, row)
        row.conclusion, row.closed_at = _said(conclusion, "conclusion"), now
        with named_refusals():
            row.save(update_fields=["conclusion", "closed_at"])
        record(action="consultants.conference.closed", by=by, target=row, now=now)
    return row


def note_look(*, conference: CaseConference, stands: Standpoint, by: Any, now: datetime) -> None:
    """`by`, who stands so (`conference_access.standpoint`), reads the conference: the unit of the case reads that."""
    book().note_look(case_number=conference.case_number, standing=stands, part=PART, by=by, now=now)


def _case_of(case_number: str, by: Any) -> str:
    """The number of an open case `by` leads or works on. One sentence refuses all others: it tells nobody which cases there are."""
    team, reach = book().team_of(case_number), book().reach(by)
    if team is None or not team.is_open or team.case_number not in reach.led | reach.worked_on:
        raise InvalidInput(
            _("You lead or work on no open case with this number."), field="case_number", code="not_in_the_team"
        )
    return team.case_number


def _refuse_interested(invited: Iterable[Consultant], case_number: str) -> None:
    torn = [one.name for one in invited if not book().open_to(one.user, [case_number])]
    if torn:
        raise InvalidInput(
            _("%(names)s has an interest in this unit and cannot be asked about it."), field="consultants",
            code="conflict_of_interest", params={"names": "، ".join(torn)},
        )  # fmt: skip


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
