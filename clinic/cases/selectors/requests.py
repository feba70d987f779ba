"""Requests as those they belong to see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from accounts.models import Applicant
from accounts.permissions import acts_for
from accounts.selectors import applicants_of
from clinic.cases import request_policies as when
from clinic.cases.choices import OPEN_REQUESTS, WITH_TALK, AppointmentStatus
from clinic.cases.models import Appointment, Case, ClinicRequest, RequestLook
from clinic.cases.wording import next_step, when_text, where_text
from clinic.units.models import IndustrialUnit
from core.errors import DomainError, NotFound

LOOKS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Talk:
    """One appointment in words."""

    appointment: Appointment
    when: str
    where: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One request of a list: its case, its booked talk, what happens next."""

    request: ClinicRequest
    case: Case | None
    talk: Talk | None
    next_step: str


@dataclass(frozen=True, slots=True)
class RequestPage:
    """One request with everything that belongs to it, and what may be done now."""

    line: Line
    past_talks: list[Talk]
    looks: list[RequestLook]
    may_book: bool
    may_cancel: bool
    may_withdraw: bool

    @property
    def request(self) -> ClinicRequest:
        """The request itself."""
        return self.line.request


def with_all(rows: QuerySet[ClinicRequest]) -> QuerySet[ClinicRequest]:
    """Requests with unit, applicant, talks and cases. 3 queries."""
    talks = Appointment.objects.select_related("consultant__user").order_by("-starts_at", "-pk")
    return rows.select_related(
        "unit__estate", "unit__county", "applicant__person", "applicant__legal_entity", "filed_by", "decided_by"
    ).prefetch_related(Prefetch("appointments", queryset=talks), "cases")


def own_requests(user: Any, now: datetime) -> list[Line]:
    """Requests of everybody the account acts for, the newest first. 4 queries."""
    rows = with_all(ClinicRequest.objects.of(applicants_of(user))).order_by("-submitted_at", "-pk")
    return [line_of(row, now) for row in rows]


def open_requests(user: Any, now: datetime, *, most: int) -> list[Line]:
    """The newest `most` requests that are not over: nobody has decided, or advice or a case goes on. 4 queries."""
    rows = with_all(ClinicRequest.objects.of(applicants_of(user)).filter(status__in=OPEN_REQUESTS))
    lines = [line_of(row, now) for row in rows.order_by("-submitted_at", "-pk")[:most]]
    return [line for line in lines if line.case is None or line.case.is_live]


def own_request(number: str, user: Any, now: datetime) -> RequestPage:
    """The request with this number, for those who act for its applicant. Raises NotFound for everybody else. 6 queries."""
    row = find(number)
    if not acts_for(user, row.applicant):
        raise NotFound()
    return page_of(row, now)


def find(number: str) -> ClinicRequest:
    """The request with this number and all that belongs to it. Raises NotFound. 3 queries."""
    row = with_all(ClinicRequest.objects.filter(number=number)).first()
    if row is None:
        raise NotFound()
    return row


def page_of(row: ClinicRequest, now: datetime) -> RequestPage:
    """Everything of the page; `row` comes from `find`. 1 query."""
    talks = [_talk(one, now) for one in row.appointments.all()]
    line = line_of(row, now)
    can_talk = row.service in WITH_TALK and row.status in OPEN_REQUESTS and not when.is_over(row.cases.all())
    return RequestPage(
        line=line,
        past_talks=[talk for talk in talks if line.talk is None or talk.appointment.pk != line.talk.appointment.pk],
        looks=list(row.looks.select_related("by")[:LOOKS_SHOWN]),
        may_book=can_talk and line.talk is None,
        may_cancel=line.talk is not None and not line.talk.appointment.has_begun(now),
        may_withdraw=row.status in OPEN_REQUESTS and _may_withdraw(row, now),
    )


def line_of(row: ClinicRequest, now: datetime) -> Line:
    """A request for a list; `row` comes from `with_all`."""
    booked = next((one for one in row.appointments.all() if one.status == AppointmentStatus.BOOKED), None)
    case = next(iter(sorted(row.cases.all(), key=lambda one: -one.pk)), None)
    talk = _talk(booked, now) if booked else None
    return Line(row, case, talk, next_step(row, talk=booked, case=case))


def units_of(applicants: list[Applicant]) -> list[IndustrialUnit]:
    """Units of the register that belong to one of these applicants, by name. 1 query."""
    return list(IndustrialUnit.objects.listed().owned_by(applicants).order_by("sort_key", "pk"))


def applicant_by_number(number: str) -> Applicant | None:
    """Who has this national code (10 digits) or national ID of an entity (11 digits), in ASCII; None when nobody has. 1 query."""
    rows = Applicant.objects.select_related("person", "legal_entity")
    if len(number) == 11:
        return rows.filter(legal_entity__legal_national_id=number).first()
    return rows.filter(person__national_code=number).first()


def _talk(row: Appointment, now: datetime) -> Talk:
    return Talk(row, when_text(row), where_text(row), is_over=now >= row.ends_at)


def _may_withdraw(row: ClinicRequest, now: datetime) -> bool:
    try:
        when.may_be_withdrawn(row, now)
    except DomainError:
        return False
    return True
