"""Letters to other bodies: written, signed and sent, answered, carried out. Locks: case, then letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases.services.cases import locked_case, said
from clinic.treatment import policies, texts
from clinic.treatment.choices import Decision, ReferralStatus
from clinic.treatment.errors import OtherCase
from clinic.treatment.letters import JOB
from clinic.treatment.models import REFERRAL_PREFIX, Project, Referral
from clinic.treatment.permissions import TREAT, require
from clinic.treatment.services.notices import tell_unit
from clinic.treatment.workflow import REFERRAL
from core.audit import record
from core.codes import with_new_code
from core.errors import InvalidInput, NotFound, WrongState
from core.files import intake
from core.jobs import services as jobs
from core.persian.calendar import tehran_date
from core.transitions import apply
from core.writing import assign, check

FACTS = frozenset({"project", "recipient", "recipient_name", "subject", "body", "asked"})
WHOLE = 100


def write(*, case_id: int, values: Mapping[str, Any], by: Any, now: datetime) -> Referral:
    """Begin a letter; `values` are FACTS. Raises PermissionRefused, NotFound, WrongState, OtherCase, InvalidInput."""
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, TREAT, case)
        policies.may_be_worked_on(case)
        row = _keep(Referral(case=case, written_by=by, written_at=now), values)

        def make(code: str) -> Referral:
            row.code, row.pk = code, None
            row.save(force_insert=True)
            return row

        row = with_new_code(make, at=now, prefix=REFERRAL_PREFIX)
        record(action="treatment.referral.written", by=by, target=row, now=now)
    return row


def change(*, referral_id: int, values: Mapping[str, Any], by: Any, now: datetime) -> Referral:
    """Change a letter that was not sent yet. Raises like `write`."""
    with transaction.atomic():
        row = _locked(referral_id)
        require(by, TREAT, row.case)
        policies.may_be_worked_on(row.case)
        if row.status != ReferralStatus.DRAFT:
            raise WrongState(_("A letter that was sent is not changed any more."), code="letter_sent")
        row = _keep(row, values)
        row.save()
        record(action="treatment.referral.changed", by=by, target=row, now=now)
    return row


def send(*, referral_id: int, by: Any, now: datetime) -> Referral:
    """Sign a letter and send it out; its PDF is made by a job. Raises PermissionRefused, NotFound, WrongState."""
    with transaction.atomic():
        row = _locked(referral_id)
        row = apply(REFERRAL, row, "send", by=by, now=now, changes={"sent_at": now, "signed_by": by})
        jobs.request(kind=JOB, key=row.code, payload={"referral": row.pk}, by=by, now=now)
    return row


def answer(
    *,
    referral_id: int,
    answered_on: date,
    decision: str,
    text: str,
    by: Any,
    now: datetime,
    file: File | None = None,
) -> Referral:
    """Write down what the other body answered, with its letter if there is one; the unit is told.

    Raises PermissionRefused, NotFound, WrongState, InvalidInput, and what the intake raises.
    """
    words = said(text, _("Write what was answered."), field="text")
    found = Referral.objects.select_related("case__request__applicant").filter(pk=referral_id).first()
    if found is None:
        raise NotFound()
    require(by, TREAT, found.case)
    # Opening a large file takes its time: before the locks, then asked again under them.
    stored = intake.store(file, by=by, now=now, kinds=("pdf", "image")) if file is not None else None
    with transaction.atomic():
        row = _locked(referral_id)
        if decision not in Decision.values:
            raise InvalidInput(_("Choose what was decided."), field="decision", code="no_decision")
        if answered_on > tehran_date(now):
            raise InvalidInput(_("This day has not come yet."), field="answered_on", code="in_the_future")
        if row.sent_at is not None and answered_on < tehran_date(row.sent_at):
            raise InvalidInput(_("This is before the letter was sent."), field="answered_on", code="before_the_letter")
        changes = {"answered_on": answered_on, "decision": decision, "answer": words, "answer_file": stored}
        case = row.case
        row = apply(REFERRAL, row, "answer", by=by, now=now, changes=changes, data={"decision": decision})
        tell_unit(texts.LETTER_ANSWERED, case, {"body": row.recipient_name}, key=f"letter:{row.pk}:answered", now=now)
    return row


def note_execution(*, referral_id: int, percent: int, by: Any, now: datetime) -> Referral:
    """Note how much of what was agreed to is carried out, in percent; 100 ends it.

    Raises PermissionRefused, NotFound, WrongState, NotAgreed, InvalidInput.
    """
    if not 0 <= percent <= WHOLE:
        raise InvalidInput(_("A percentage lies between 0 and 100."), field="percent", code="no_percentage")
    with transaction.atomic():
        row = _locked(referral_id)
        require(by, TREAT, row.case)
        if row.status != ReferralStatus.ANSWERED:
            raise WrongState(_("First write down the answer."), code="no_answer")
        policies.was_agreed_to(row, now)
        if percent == WHOLE:
            return apply(REFERRAL, row, "complete", by=by, now=now, changes={"percent_executed": percent})
        before = row.percent_executed
        row.percent_executed = percent
        row.save(update_fields=["percent_executed"])
        data = {"from": before, "to": percent}
        record(action="treatment.referral.execution_noted", by=by, target=row, now=now, data=data)
    return row


def withdraw(*, referral_id: int, reason: str, by: Any, now: datetime) -> Referral:
    """Take a letter back before it is answered, for a reason. Raises PermissionRefused, NotFound, WrongState, InvalidInput."""
    why = said(reason, _("Write why the letter is taken back."))[:300]
    with transaction.atomic():
        changes = {"withdrawn_reason": why}
        return apply(REFERRAL, _locked(referral_id), "withdraw", by=by, now=now, reason=why, changes=changes)


def _keep(row: Referral, values: Mapping[str, Any]) -> Referral:
    assign(row, values, allowed=FACTS)
    project: Project | None = row.project
    if project is not None and project.plan.case_id != row.case_id:
        raise OtherCase(field="project")
    if not row.code:
        row.code = "-"
    check(row)
    return row


def _locked(referral_id: int) -> Referral:
    case_id = Referral.objects.filter(pk=referral_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotFound()
    case = locked_case(case_id)
    row: Referral = Referral.objects.select_for_update(of=("self",)).get(pk=referral_id)
    row.case = case
    return row
