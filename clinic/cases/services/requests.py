"""A request is handed in, admitted, refused, answered, taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Applicant
from clinic.cases import texts
from clinic.cases.choices import Service
from clinic.cases.errors import AskedAlready, NotAtTheCounter, NotYourUnit
from clinic.cases.models import ClinicRequest, RequestLook
from clinic.cases.request_permissions import DECIDE, FILE_FOR_OTHERS, OWN, READ, require
from clinic.cases.services import appointments, cases
from clinic.cases.services.notices import tell, tell_leads
from clinic.cases.workflow import REQUEST
from clinic.units.models import IndustrialUnit
from clinic.units.services import warnings
from core.audit import record
from core.codes import with_new_code
from core.errors import DomainError, InvalidInput, NotFound, Text, WrongState
from core.transitions import apply
from core.wording import number_text
from core.writing import assign, named_refusals, tidy

PREFIX = "CR"
FACTS = frozenset({"unit", "unit_note", "topic", "text", "phone"})
NEEDED: dict[str, Text] = {
    "reason": _("Give the reason; the applicant reads it."),
    "answer": _("Write the answer; the applicant reads it."),
}
_REFUSALS: dict[str, type[DomainError]] = {"clinic_request_one_waiting_per_unit": AskedAlready}


def submit(
    *,
    applicant_id: int,
    service: str,
    values: Mapping[str, Any],
    by: Any,
    now: datetime,
    on_behalf: bool = False,
    is_illustrative: bool = False,
) -> ClinicRequest:
    """Hand a request in: `values` holds any of FACTS; `on_behalf` when an officer writes it at the counter.

    A unit that has an owner can be named for that owner alone. Raises NotFound, PermissionRefused, InvalidInput, NotYourUnit,
    AskedAlready; to an officer NotAtTheCounter for the last two, which would tell him of the unit.
    """
    applicant = Applicant.objects.select_related("person", "legal_entity").filter(pk=applicant_id).first()
    if applicant is None:
        raise NotFound()
    require(by, FILE_FOR_OTHERS if on_behalf else OWN, applicant)
    row = ClinicRequest(
        applicant=applicant, service=service, filed_by=by, on_behalf=on_behalf, submitted_at=now,
        is_illustrative=is_illustrative,
    )  # fmt: skip
    assign(row, values, allowed=FACTS)
    with _in_the_words_for(by, row), transaction.atomic():
        _check_unit(row)
        row = _store(row, now)
        _answer_warning(row, now)
        record(action="clinic.request.submitted", by=by, target=row, now=now, data={"on_behalf": on_behalf})
        tell(texts.RECEIVED, row, {}, key="received", now=now)
        tell_leads(row, now=now)
    return row


def name_unit(*, request_id: int, unit_id: int, by: Any, now: datetime) -> ClinicRequest:
    """Say which unit of the register a waiting request is about, once. Raises NotFound, PermissionRefused, WrongState,
    NotYourUnit, AskedAlready.
    """
    with transaction.atomic():
        row = _locked(request_id)
        require(by, DECIDE, row)
        if not row.is_waiting or row.unit_id is not None:
            raise WrongState()
        row.unit = IndustrialUnit.objects.listed().filter(pk=unit_id).first()
        if row.unit is None:
            raise NotFound()
        _check_unit(row)
        with named_refusals(_REFUSALS):
            row.save(update_fields=["unit"])
        _answer_warning(row, now)
        record(action="clinic.request.unit_named", by=by, target=row, now=now, data={"unit": row.unit.code})
    return row


def admit(*, request_id: int, by: Any, now: datetime, lead: Any = None) -> ClinicRequest:
    """Admit a request; a diagnosis goes on as a case led by `lead` (the person who admits).

    Raises NotFound, PermissionRefused, WrongState, NotThisService, NoUnitYet.
    """
    with transaction.atomic():
        row = _locked(request_id)
        done = apply(REQUEST, row, "admit", by=by, now=now, changes=_decided(by, now))
        if done.service == Service.DIAGNOSIS:
            cases.open_case(request=done, lead=lead or by, by=by, now=now)
        tell(texts.ADMITTED, done, {}, key="admitted", now=now)
    return done


def refuse(*, request_id: int, reason: str, by: Any, now: datetime) -> ClinicRequest:
    """Do not admit a request, for a reason the applicant reads; a talk that is booked is cancelled.

    Raises NotFound, PermissionRefused, WrongState, InvalidInput.
    """
    with transaction.atomic():
        row = _locked(request_id)
        changes = {**_decided(by, now), "reason": _said(row, "reason", reason)}
        done = apply(REQUEST, row, "refuse", by=by, now=now, changes=changes)
        appointments.lapse(done, now=now)
        tell(texts.REFUSED, done, {}, key="refused", now=now)
    return done


def answer(*, request_id: int, answer: str, by: Any, now: datetime) -> ClinicRequest:
    """Close a request with an answer in writing. Raises NotFound, PermissionRefused, WrongState, NotThisService, InvalidInput."""
    with transaction.atomic():
        row = _locked(request_id)
        changes = {**_decided(by, now), "answer": _said(row, "answer", answer)}
        done = apply(REQUEST, row, "answer", by=by, now=now, changes=changes)
        tell(texts.ANSWERED, done, {}, key="answered", now=now)
    return done


def withdraw(*, request_id: int, by: Any, now: datetime, reason: str = "") -> ClinicRequest:
    """Take a request back; a talk that is booked is cancelled. Raises NotFound, PermissionRefused, WrongState, InvalidInput."""
    with transaction.atomic():
        row = _locked(request_id)
        said = _said(row, "reason", reason, required=False)
        done = apply(REQUEST, row, "withdraw", by=by, now=now, changes={**_decided(by, now), "reason": said})
        appointments.lapse(done, now=now)
    return done


def note_look(*, request_id: int, by: Any, now: datetime) -> None:
    """Somebody of the clinic opened the request: those it belongs to read that. Raises NotFound, PermissionRefused."""
    row = ClinicRequest.objects.select_related("applicant").filter(pk=request_id).first()
    if row is None:
        raise NotFound()
    require(by, READ, row)
    RequestLook.objects.create(request=row, by=by, at=now)


def _locked(request_id: int) -> ClinicRequest:
    rows = ClinicRequest.objects.select_for_update(of=("self",)).select_related("applicant", "unit")
    row: ClinicRequest | None = rows.filter(pk=request_id).first()
    if row is None:
        raise NotFound()
    return row


def _decided(by: Any, now: datetime) -> dict[str, Any]:
    return {"decided_by": by, "decided_at": now}


def _said(row: ClinicRequest, name: str, text: str, *, required: bool = True) -> str:
    """The text of a decision in its stored form. Raises InvalidInput when it is missing or too long."""
    said = str(tidy(row, name, text))
    if required and not said:
        raise InvalidInput(NEEDED[name], field=name)
    _refuse_long(row, name, said)
    return said


def _refuse_long(row: ClinicRequest, name: str, text: str) -> None:
    # Columns of long texts know no length; their forms and this do.
    most = row._meta.get_field(name).max_length  # type: ignore[union-attr]
    if most is not None and len(text) > most:
        raise InvalidInput(_("At most %(most)s characters."), field=name, params={"most": number_text(most)})


def _answer_warning(row: ClinicRequest, now: datetime) -> None:
    """A unit that asks for a diagnosis leaves the work list of early warning."""
    if row.unit_id is not None and row.service == Service.DIAGNOSIS:
        warnings.request_filed(unit_id=row.unit_id, request_number=row.number, now=now)


@contextmanager
def _in_the_words_for(by: Any, row: ClinicRequest) -> Iterator[None]:
    """Who neither decides on the request nor speaks for its applicant is not told what the refusal would say of the unit."""
    try:
        yield
    except (NotYourUnit, AskedAlready) as error:
        if by is None or by.has_perm(DECIDE, row) or by.has_perm(OWN, row):
            raise
        raise NotAtTheCounter() from error


def _check_unit(row: ClinicRequest) -> None:
    """The unit is on the register, belongs to nobody else, and no case of it is open when a diagnosis is asked for."""
    if row.service == Service.DIAGNOSIS and row.unit is None and not row.unit_note:
        raise InvalidInput(_("Say which unit it is: its name and where it stands."), field="unit_note")
    if row.unit is None:
        return
    if not row.unit.is_listed or row.unit.owner_id not in (None, row.applicant_id):
        raise NotYourUnit(field="unit")
    if row.service == Service.DIAGNOSIS and row.unit.cases.live().exists():
        raise AskedAlready(_("A case of this unit is open already."), code="case_is_open")


def _store(row: ClinicRequest, now: datetime) -> ClinicRequest:
    def make(number: str) -> ClinicRequest:
        row.number = number
        row.save(force_insert=True)
        return row

    _check(row)
    with named_refusals(_REFUSALS):
        return with_new_code(make, at=now, prefix=PREFIX)


def _check(row: ClinicRequest) -> None:
    _refuse_long(row, "text", row.text)
    try:
        row.full_clean(validate_constraints=False, exclude={"number"})
    except ValidationError as error:
        raise InvalidInput(errors={name: list(texts) for name, texts in error.message_dict.items()}) from error
