"""Review of a report by a colleague of the team before it goes to the unit."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.permissions import is_auditor
from clinic.consultants import texts
from clinic.consultants.casework import book
from clinic.consultants.choices import Standpoint, Verdict
from clinic.consultants.errors import NotInTheTeam
from clinic.consultants.models import PeerReview
from clinic.consultants.permissions import MANAGE, READ_REVIEW, require
from clinic.consultants.services.writing import insert, locked_consultant, tell
from clinic.consultants.workflow import REVIEW
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.messages import services as messages
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.transitions import apply

PART = "review"
"""Under what a look at a review is written."""


def ask(
    *, case_number: str, report_version: int, consultant_id: int, due_on: date, by: Any, now: datetime
) -> PeerReview:
    """The lead of a case asks a member of its team, who sees the report as such. Raises PermissionRefused, InvalidInput,
    ReviewAsked."""
    require(by, MANAGE)
    team = book().team_of(case_number)
    if team is None or not team.is_open or team.lead_id != by.pk:
        raise InvalidInput(_("You lead no open case with this number."), field="case_number", code="not_the_lead")
    if consultant_id not in team.now:
        raise InvalidInput(NotInTheTeam.default_message, field="consultant", code="not_in_the_team")
    if due_on < tehran_date(now):
        raise InvalidInput(_("This day is over."), field="due_on")
    with transaction.atomic():
        reviewer = locked_consultant(consultant_id)
        row = PeerReview(case_number=team.case_number, reviewer=reviewer, asked_by=by, asked_at=now)
        values = {"report_version": report_version, "due_on": due_on}
        insert(row, values, allowed=frozenset(values))
        record(action="consultants.review.asked", by=by, target=row, now=now)
        params = {"case": row.case_number, "day": due_on}
        tell(texts.REVIEW_ASKED, reviewer, params, key=str(row.pk), now=now)
    return row


def give(*, review_id: int, verdict: str, text: str, by: Any, now: datetime) -> PeerReview:
    """The reviewer's verdict with his words. Raises NotFound, PermissionRefused, WrongState, InvalidInput, NotInTheTeam."""
    if verdict not in Verdict.values:
        raise InvalidInput(_("Choose a verdict."), field="verdict")
    return _answer(review_id, "give", {"verdict": verdict}, text, by, now)


def decline(*, review_id: int, reason: str, by: Any, now: datetime) -> PeerReview:
    """The reviewer says why he cannot. Raises NotFound, PermissionRefused, WrongState, InvalidInput."""
    return _answer(review_id, "decline", {}, reason, by, now)


def note_look(*, review: PeerReview, by: Any, now: datetime) -> None:
    """`by` reads the review: the unit of the case reads that. Raises PermissionRefused."""
    require(by, READ_REVIEW, review)
    led = review.case_number in book().reach(by).led
    stands = Standpoint.LEAD if led else Standpoint.AUDITOR if is_auditor(by) else Standpoint.TEAM
    book().note_look(case_number=review.case_number, standing=stands, part=PART, by=by, now=now)


def _answer(review_id: int, step: str, changes: dict[str, Any], text: str, by: Any, now: datetime) -> PeerReview:
    words = normalise(text, multiline=True)
    if not words:
        raise InvalidInput(_("Write something here."), field="text", code="empty")
    with transaction.atomic():
        row = PeerReview.objects.select_for_update(of=("self",)).filter(pk=review_id).first()
        if row is None:
            raise NotFound()
        team = book().team_of(row.case_number)
        if step == "give" and (team is None or row.reviewer_id not in team.now or not team.is_open):
            raise NotInTheTeam()
        row = apply(REVIEW, row, step, by=by, now=now, changes={**changes, "text": words, "answered_at": now})
        params = {"name": row.reviewer.name, "case": row.case_number}
        key = f"{texts.REVIEW_ANSWERED.code}:{row.pk}"
        messages.send(template=texts.REVIEW_ANSWERED.code, to=row.asked_by, params=params, key=key, now=now)
    return row
