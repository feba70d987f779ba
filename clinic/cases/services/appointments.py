"""A talk is booked, cancelled, held or missed. Locks: request, then consultant, then appointment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases import texts
from clinic.cases.choices import AppointmentStatus, Mode
from clinic.cases.errors import BookedAlready, SlotTaken
from clinic.cases.models import Appointment, ClinicRequest
from clinic.cases.request_permissions import BOOK, OWN, require
from clinic.cases.request_policies import talk_may_be_booked
from clinic.cases.selectors.times import Slot, consultants_for, slots_of
from clinic.cases.services.notices import tell_consultant, tell_of_talk
from clinic.cases.workflow import APPOINTMENT
from clinic.consultants.models import Consultant
from core.audit import record
from core.errors import DomainError, InvalidInput, NotFound
from core.persian.calendar import start_of_day, tehran_date
from core.transitions import apply
from core.writing import named_refusals, tidy

_REFUSALS: dict[str, type[DomainError]] = {
    "appointment_consultant_is_free": SlotTaken,
    "appointment_request_is_free": SlotTaken,
    "appointment_one_booked": BookedAlready,
}
_WHOLE = ("request__applicant__person", "request__applicant__legal_entity", "consultant__user")


def book(*, request_id: int, consultant_id: int, starts_at: datetime, mode: str, by: Any, now: datetime) -> Appointment:
    """Book one of the free times of a consultant (selectors.times) for a talk about an open request.

    Raises NotFound, PermissionRefused, NotThisService, WrongState, BookedAlready, SlotTaken, InvalidInput.
    """
    if mode not in Mode.values:
        raise InvalidInput(_("Choose how the talk is held."), field="mode")
    with transaction.atomic():
        request = _locked_request(request_id)
        require(by, BOOK, request)
        talk_may_be_booked(request)
        if request.appointments.filter(status=AppointmentStatus.BOOKED).exists():
            raise BookedAlready()
        slot = _slot(request, consultant_id, starts_at, mode, now)
        row = Appointment(
            request=request, consultant=slot.consultant, starts_at=slot.starts_at, ends_at=slot.ends_at, mode=mode,
            booked_by=by, booked_at=now,
        )  # fmt: skip
        with named_refusals(_REFUSALS):
            row.save(force_insert=True)
        record(action="clinic.appointment.booked", by=by, target=row, now=now)
        tell_of_talk(texts.BOOKED, row, key="booked", now=now)
        tell_consultant(texts.BOOKED_WITH_YOU, row, key="booked_with", now=now)
    return row


def cancel(*, appointment_id: int, by: Any, now: datetime, reason: str = "") -> Appointment:
    """Cancel a booked talk before it begins. The clinic gives a reason, who asked need not; the other side is told.

    Raises NotFound, PermissionRefused, WrongState, InvalidInput.
    """
    with transaction.atomic():
        row = _locked(appointment_id)
        said = str(tidy(row, "reason", reason))[:300]
        if not said and not by.has_perm(OWN, row.request):
            raise InvalidInput(_("Give the reason; the applicant reads it."), field="reason")
        apply(APPOINTMENT, row, "cancel", by=by, now=now, reason=said, changes={"closed_at": now, "reason": said})
        _tell_cancelled(row, now)
    return row


def lapse(request: ClinicRequest, *, now: datetime) -> None:
    """The request was closed: the talk that was booked for it falls away. The caller holds the request's lock."""
    booked = Appointment.objects.select_related(*_WHOLE).filter(request=request, status=AppointmentStatus.BOOKED)
    for row in booked:
        if not row.has_begun(now):
            apply(APPOINTMENT, row, "lapse", by=None, now=now, changes={"closed_at": now})
            _tell_cancelled(row, now)


def note(*, appointment_id: int, came: bool, by: Any, now: datetime) -> Appointment:
    """Note, once its time has come, whether the talk was held. Raises NotFound, PermissionRefused, WrongState."""
    with transaction.atomic():
        row = _locked(appointment_id)
        return apply(APPOINTMENT, row, "hold" if came else "miss", by=by, now=now, changes={"closed_at": now})


def remind(*, now: datetime) -> int:
    """Write to both sides of every talk of tomorrow, once; how many talks. The key holds the talk and the day."""
    tomorrow = tehran_date(now) + timedelta(days=1)
    start, end = start_of_day(tomorrow), start_of_day(tomorrow + timedelta(days=1))
    due = Appointment.objects.filter(status=AppointmentStatus.BOOKED, starts_at__gte=start, starts_at__lt=end)
    count = 0
    for row in due.select_related(*_WHOLE).order_by("pk"):
        key = f"reminder:{tomorrow.isoformat()}"
        tell_of_talk(texts.REMINDER, row, key=key, now=now)
        tell_consultant(texts.REMINDER_OF_TALK, row, key=key, now=now)
        count += 1
    return count


def _slot(request: ClinicRequest, consultant_id: int, starts_at: datetime, mode: str, now: datetime) -> Slot:
    """The free time that was chosen, looked for again while the consultant is locked."""
    Consultant.objects.select_for_update(of=("self",)).filter(pk=consultant_id).first()
    people = [one for one in consultants_for(request, now=now) if one.pk == consultant_id]
    for slot in slots_of(people, mode=mode, now=now):
        if slot.starts_at == starts_at:
            return slot
    raise SlotTaken()


def _locked_request(request_id: int) -> ClinicRequest:
    rows = ClinicRequest.objects.select_for_update(of=("self",))
    row: ClinicRequest | None = (
        rows.select_related("applicant__person", "applicant__legal_entity").filter(pk=request_id).first()
    )
    if row is None:
        raise NotFound()
    return row


def _locked(appointment_id: int) -> Appointment:
    request_id = Appointment.objects.filter(pk=appointment_id).values_list("request_id", flat=True).first()
    if request_id is None:
        raise NotFound()
    _locked_request(request_id)
    found: Appointment = (
        Appointment.objects.select_for_update(of=("self",)).select_related(*_WHOLE).get(pk=appointment_id)
    )
    return found


def _tell_cancelled(row: Appointment, now: datetime) -> None:
    tell_of_talk(texts.CANCELLED, row, key="cancelled", now=now)
    tell_consultant(texts.CANCELLED_WITH_YOU, row, key="cancelled_with", now=now)
