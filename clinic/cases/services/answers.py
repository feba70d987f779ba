"""Questionnaires: begun, saved, handed in, each by a specialist of the team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases import policies
from clinic.cases.case_workflow import ANSWERING
from clinic.cases.choices import AnsweringStatus
from clinic.cases.diagnosis_errors import HandedIn, NotHisSpecialty
from clinic.cases.models import Answer, Answering, Case
from clinic.cases.permissions import ANSWER, require
from clinic.cases.services.agreements import forget_agreements
from clinic.cases.services.cases import locked_case, named_refusals
from clinic.consultants.models import Consultant
from clinic.instruments import answers as rules
from clinic.instruments.choices import QuestionKind
from clinic.instruments.models import InstrumentVersion, Question
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.transitions import apply

NOTE_LENGTH, TEXT_LENGTH = 500, 4000


@dataclass(frozen=True, slots=True)
class Given:
    """What was said to one question: a number, or a text; both empty take the answer back. `note` is the evidence."""

    value: Decimal | None = None
    text: str = ""
    note: str = ""


def start(*, case_id: int, version_id: int, by: Any, now: datetime) -> Answering:
    """Begin a questionnaire, or find the one begun. Raises PermissionRefused, WrongState, InstrumentExpired, NotInUse, NotHisSpecialty."""
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, ANSWER, case)
        policies.may_be_diagnosed(case)
        version = InstrumentVersion.objects.select_related("instrument").filter(pk=version_id).first()
        if version is None:
            raise NotFound()
        consultant = _specialist(case, version, by)
        key = {"case": case, "version": version, "consultant": consultant}
        known = Answering.objects.filter(**key).first()
        if known is not None:
            return known
        rules.check_version(version, tehran_date(now))
        row = Answering.objects.create(**key, started_at=now, updated_at=now)
        record(action="cases.answering.begun", by=by, target=row, now=now)
    return row


def save(*, answering_id: int, given: Mapping[int, Given], by: Any, now: datetime) -> Answering:
    """Keep answers by key of the question; those not named stay as they are.

    Raises PermissionRefused, NotFound, HandedIn, DiagnosisStands, AnswerOutsideScale or InvalidInput (field `q_<question>`).
    """
    with transaction.atomic():
        row = _own(answering_id, by)
        questions = {one.pk: one for one in row.version.questions.all()}
        known = {one.question_id: one for one in row.answers.select_for_update(of=("self",))}
        if set(given) - set(questions):
            raise NotFound()
        changes = [_change(row, questions[key], known.get(key), said) for key, said in sorted(given.items())]
        changed = _write([one for one in changes if one is not None])
        row.updated_at = now
        row.save(update_fields=["updated_at"])
        if changed:
            record(action="cases.answering.saved", by=by, target=row, now=now, data={"answers": changed})
    return row


def hand_in(*, answering_id: int, by: Any, now: datetime) -> Answering:
    """Hand a questionnaire in; its answers stay after that. Raises PermissionRefused, NotFound, HandedIn, InstrumentExpired,
    NotInUse, AnswerMissing with the questions that must be answered (field `q_<question>`)."""
    with transaction.atomic():
        row = _own(answering_id, by)
        rules.check_version(row.version, tehran_date(now))
        given = {one.question_id: one.text or one.value for one in row.answers.all()}
        rules.check_complete(row.version.questions.all(), given, field="q_{}")
        row = apply(ANSWERING, row, "hand_in", by=by, now=now, changes={"handed_in_at": now, "updated_at": now})
        forget_agreements(row.case)
    return row


def _specialist(case: Case, version: InstrumentVersion, by: Any) -> Consultant:
    """The member of the team `by` is, for the specialty of the instrument."""
    member = case.members.current().filter(consultant__user_id=by.pk, specialty=version.instrument.specialty)
    found = member.select_related("consultant").first()
    if found is None:
        raise NotHisSpecialty(_("This questionnaire is for the specialist of another field."))
    consultant: Consultant = found.consultant
    return consultant


def _own(answering_id: int, by: Any) -> Answering:
    """The questionnaire, locked after its case; only whoever began it writes in it."""
    case_id = Answering.objects.filter(pk=answering_id).values_list("case_id", flat=True).first()
    case = locked_case(case_id or 0)
    require(by, ANSWER, case)
    row = Answering.objects.select_for_update(of=("self",)).select_related("version__instrument").get(pk=answering_id)
    if row.consultant.user_id != by.pk:
        raise NotFound()
    if row.status == AnsweringStatus.HANDED_IN:
        raise HandedIn()
    policies.may_be_diagnosed(case)
    _specialist(case, row.version, by)
    row.case = case
    return row


def _change(row: Answering, question: Question, known: Answer | None, said: Given) -> Answer | None:
    """The answer as it is to be, without value and text where it is taken back; None where nothing changes."""
    text, note = normalise(said.text, multiline=True), normalise(said.note)
    if said.value is None and not text:
        if known is not None:
            known.value, known.text = None, ""
        return known
    _refuse_unfit(question, said.value, text, note)
    answer = known or Answer(answering=row, question=question)
    if known is not None and (answer.value, answer.text, answer.note) == (said.value, text, note):
        return None
    answer.value, answer.text, answer.note = said.value, text, note
    return answer


def _write(changes: Sequence[Answer]) -> int:
    """All at once, not answer by answer: a questionnaire has a dozen. How many there were."""
    gone = [one.pk for one in changes if one.value is None and not one.text]
    stay = [one for one in changes if one.value is not None or one.text]
    with named_refusals():
        Answer.objects.filter(pk__in=gone).delete()
        Answer.objects.bulk_update([one for one in stay if one.pk], ["value", "text", "note"])
        Answer.objects.bulk_create([one for one in stay if not one.pk])
    return len(changes)


def _refuse_unfit(question: Question, value: Decimal | None, text: str, note: str) -> None:
    field = f"q_{question.pk}"
    if (question.kind == QuestionKind.TEXT) is (value is not None) or (value is not None and text):
        raise InvalidInput(_("This answer does not fit the question."), field=field, code="other_kind")
    if len(note) > NOTE_LENGTH or len(text) > TEXT_LENGTH:
        raise InvalidInput(_("This is too long."), field=field, code="too_long")
    rules.check(question, value if value is not None else text, field=field)
