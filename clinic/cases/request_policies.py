"""When it may be done: what the state of a request or an appointment allows. Each raises a DomainError that says why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import OPEN_REQUESTS, WITH_TALK, RequestStatus, Service
from clinic.cases.errors import NotThisService, NoUnitYet
from clinic.cases.models import Appointment, Case, ClinicRequest
from core.errors import WrongState

ADMITTED_SERVICES = frozenset({Service.DIAGNOSIS, Service.NEW_BUSINESS})


def may_be_admitted(request: ClinicRequest, now: datetime) -> None:
    """Admitted is what goes on for some time: a diagnosis, of a unit of the register, or advice for a new business."""
    if request.service not in ADMITTED_SERVICES:
        raise NotThisService(_("A question or a wish for training is answered, not admitted."), code="to_be_answered")
    if request.service == Service.DIAGNOSIS and request.unit_id is None:
        raise NoUnitYet()


def may_be_answered(request: ClinicRequest, now: datetime) -> None:
    """Everything but a diagnosis ends with an answer in writing."""
    if request.service == Service.DIAGNOSIS:
        raise NotThisService(_("A diagnosis is admitted or not; its answer is the report."), code="to_be_admitted")


def may_be_withdrawn(request: ClinicRequest, now: datetime) -> None:
    """Taken back is what nobody works on: once a case is open, it ends by closing the case."""
    if request.service == Service.DIAGNOSIS and request.status == RequestStatus.ADMITTED:
        raise WrongState(_("The case is open. Tell the clinic, and the lead closes it."), code="case_is_open")


def is_over(cases: Iterable[Case]) -> bool:
    """Whether the newest case of a request has ended: nothing is talked about under it any more."""
    newest = max(cases, key=lambda case: case.pk, default=None)
    return newest is not None and not newest.is_live


def talk_may_be_booked(request: ClinicRequest) -> None:
    """A talk is booked while the request is open, for services that have one."""
    if request.service not in WITH_TALK:
        raise NotThisService(_("For training no talk is needed: look at the courses."), code="no_talk")
    if request.status not in OPEN_REQUESTS or is_over(request.cases.all()):
        raise WrongState(_("The request is closed: no talk can be booked for it."), code="request_closed")


def may_be_cancelled(appointment: Appointment, now: datetime) -> None:
    """An appointment is cancelled before it begins."""
    if appointment.has_begun(now):
        raise WrongState(_("The appointment has begun or is over."), code="appointment_begun")


def may_be_noted(appointment: Appointment, now: datetime) -> None:
    """Whether somebody came is known once the time has come."""
    if not appointment.has_begun(now):
        raise WrongState(_("The appointment has not begun."), code="appointment_not_begun")
