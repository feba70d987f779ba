"""Requests and talks as the clinic sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from accounts.choices import Role
from clinic.cases.choices import AppointmentStatus, RequestStatus, Service
from clinic.cases.models import Appointment, ClinicRequest
from clinic.cases.wording import when_text
from core.web.keyset import Order

ENDED = (RequestStatus.REFUSED, RequestStatus.ANSWERED, RequestStatus.WITHDRAWN)
PAST_TALKS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Queue:
    """One list of the desk: the requests in these states, in this order."""

    name: str
    label: str | Promise
    states: tuple[str, ...]
    order: Order


QUEUES: Final[dict[str, Queue]] = {
    queue.name: queue
    for queue in (
        Queue(
            "waiting", pgettext_lazy("clinic desk", "waiting"), (RequestStatus.SUBMITTED,),
            Order("waiting", "", "submitted_at"),
        ),
        Queue(
            "admitted", pgettext_lazy("clinic desk", "admitted"), (RequestStatus.ADMITTED,),
            Order("admitted", "", "submitted_at", descending=True),
        ),
        Queue(
            "ended", pgettext_lazy("clinic desk", "closed"), ENDED,
            Order("ended", "", "submitted_at", descending=True),
        ),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One talk of the list: what may be noted now."""

    appointment: Appointment
    when: str
    may_note: bool
    may_cancel: bool


def queue_counts() -> dict[str, int]:
    """How many requests stand in each list. 1 query."""
    counted = {name: Count("pk", filter=Q(status__in=queue.states)) for name, queue in QUEUES.items()}
    return dict(ClinicRequest.objects.aggregate(**counted))


def talks_without_note(now: datetime) -> int:
    """How many talks are over of which nobody has said whether they were held. 1 query."""
    return int(Appointment.objects.without_note(now).count())


def queue_rows(queue: Queue, service: str = "") -> QuerySet[ClinicRequest]:
    """Requests of this list, of one service or all, with what a line shows."""
    rows = ClinicRequest.objects.filter(status__in=queue.states)
    if service in Service.values:
        rows = rows.filter(service=service)
    return rows.select_related("unit", "applicant__person", "applicant__legal_entity").prefetch_related("cases")


def talks_of(user: Any, now: datetime) -> tuple[list[TalkLine], list[TalkLine]]:
    """Booked talks, the next one first, and those of the last 30 days: for the lead and the auditor everybody's, for a consultant
    his own as long as he reads their requests. 2 queries."""
    rows = Appointment.objects.select_related(
        "consultant__user", "request__unit", "request__applicant__person", "request__applicant__legal_entity"
    )
    reads_all = user.has_role(Role.CLINIC_LEAD) or user.has_role(Role.AUDITOR)
    if not reads_all:
        rows = rows.filter(consultant__user=user)
    changes = not user.has_role(Role.AUDITOR)
    booked = rows.filter(status=AppointmentStatus.BOOKED).order_by("starts_at", "pk")
    if not reads_all:
        booked = booked.open_to_consultant(now)
    past = rows.exclude(status=AppointmentStatus.BOOKED).filter(starts_at__gte=now - PAST_TALKS)
    return [_line(one, now, changes) for one in booked], [_line(one, now, False) for one in past[:100]]


def _line(row: Appointment, now: datetime, changes: bool) -> TalkLine:
    begun = row.has_begun(now)
    return TalkLine(row, when_text(row), may_note=changes and begun, may_cancel=changes and not begun)
