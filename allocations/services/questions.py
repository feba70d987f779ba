"""Questions about a call, answered for everybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations import policies, texts
from allocations.errors import NoSuchCall
from allocations.models import Call, CallQuestion
from core import clock
from core.audit.services import record
from core.errors import InvalidInput, NotFound, PermissionRefused, WrongState
from core.messages import services as messages

LONGEST = 1000
MOST_OPEN = 5
"""How many questions one person may have waiting for an answer in one call."""


@transaction.atomic
def ask(*, call_id: int, question: str, by: Any, now: datetime) -> CallQuestion:
    """Ask while the term runs; it is published with its answer and without the name.

    Raises NoSuchCall, CallNotOpen after the deadline, InvalidInput, WrongState when too many wait.
    """
    call = Call.objects.public().filter(pk=call_id).first()  # type: ignore[attr-defined]
    if call is None:
        raise NoSuchCall()
    moment = clock.database_now()
    if call.opens_at is None or moment >= call.opens_at:
        policies.refuse_unless_open(call, moment)
    text = _checked(question, "question")
    if CallQuestion.objects.filter(call=call, asked_by=by, answered_at__isnull=True).count() >= MOST_OPEN:
        raise WrongState(_("Your earlier questions wait for their answers. Ask again after that."), code="too_many")
    row = CallQuestion.objects.create(call=call, asked_by=by, asked_at=now, question=text)
    record(action="allocations.question.asked", by=by, target=row, now=now)
    return row


@transaction.atomic
def answer(*, question_id: int, answer: str, by: Any, now: datetime) -> CallQuestion:
    """Answer, or put an answer right; both are on record. Raises NotFound, PermissionRefused, InvalidInput."""
    row = CallQuestion.objects.select_for_update(of=("self",)).select_related("call").filter(pk=question_id).first()
    if row is None:
        raise NotFound()
    if not by.has_perm("allocations.answer_question", row):
        raise PermissionRefused(code="may_not_answer")
    first = row.answered_at is None
    row.answer, row.answered_by, row.answered_at = _checked(answer, "answer"), by, now
    row.save(update_fields=["answer", "answered_by", "answered_at"])
    record(action="allocations.question.answered", by=by, target=row, now=now)
    if first:
        messages.send(
            template=texts.QUESTION_ANSWERED.code,
            to=row.asked_by,
            params={"call": row.call.title},
            key=f"question:{row.pk}",
            now=now,
        )
    return row


def _checked(text: str, field: str) -> str:
    found = text.strip()
    if not found or len(found) > LONGEST:
        raise InvalidInput(
            _("Write at least one word and at most %(most)s characters."),
            field=field,
            code="length",
            params={"most": LONGEST},
        )
    return found
