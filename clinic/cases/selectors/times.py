"""Free times of consultants for a talk about a request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from accounts.selectors import users_of
from clinic.cases.choices import Mode
from clinic.cases.models import Appointment, ClinicRequest
from clinic.cases.slots import Away, Hours, Span, days_from, free_spans
from clinic.consultants.models import ConflictOfInterest, Consultant
from clinic.consultants.selectors.team import trusted
from core.fields.language import active_language
from core.persian.calendar import start_of_day, tehran_date
from core.persian.dates import format_time

DAYS_AHEAD = 14
"""Days that can be booked, tomorrow being the first: a talk needs a day to be prepared and reminded of."""
LENGTHS = {Mode.IN_PERSON: timedelta(minutes=60), Mode.PHONE: timedelta(minutes=30)}


@dataclass(frozen=True, slots=True)
class Slot:
    """One time at which a consultant is free."""

    consultant: Consultant
    starts_at: datetime
    ends_at: datetime

    @property
    def key(self) -> str:
        """How a form names it: ``<consultant>@<moment>``."""
        return f"{self.consultant.pk}@{self.starts_at.isoformat()}"

    @property
    def clock(self) -> str:
        """The time it begins, in the reader's digits."""
        return format_time(self.starts_at, language=active_language())

    @property
    def day(self) -> date:
        """The day in Tehran."""
        return tehran_date(self.starts_at)


def bookable_days(now: datetime) -> list[date]:
    """The days on which a talk can be booked at `now`."""
    return days_from(tehran_date(now) + timedelta(days=1), DAYS_AHEAD)


def free_slots(request: ClinicRequest, *, mode: str, now: datetime, specialty: str = "") -> list[Slot]:
    """Every free time for a talk of this mode, the earliest first; `specialty` narrows to its consultants.

    Left out are consultants who have an interest in the unit, who act for who asks, and who are not trusted. 8 queries.
    """
    people = consultants_for(request, now=now, specialty=specialty)
    return slots_of(people, mode=mode, now=now)


def consultants_for(request: ClinicRequest, *, now: datetime, specialty: str = "") -> list[Consultant]:
    """Consultants who may talk about this request, with hours, absences and specialties: nobody hears of it who may not be named
    to a team. 7 queries."""
    own = [user.pk for user in users_of(request.applicant)]
    rows = Consultant.objects.working().exclude(user__in=[request.filed_by_id, *own])
    if specialty:
        rows = rows.filter(specialties__specialty=specialty)
    if request.unit_id is not None:
        bound = ConflictOfInterest.objects.holding_on(tehran_date(now)).filter(unit=request.unit_id)
        rows = rows.exclude(pk__in=bound.values("consultant"))
    found = rows.select_related("user").prefetch_related("availability", "absences", "specialties")
    return trusted(list(found), now)


def slots_of(people: Iterable[Consultant], *, mode: str, now: datetime) -> list[Slot]:
    """Free times of these consultants, whose hours and absences are there already. 1 query."""
    listed = list(people)
    days = bookable_days(now)
    taken = _taken(listed, start_of_day(days[0]), start_of_day(days[-1] + timedelta(days=1)))
    found = []
    for one in listed:
        hours = [Hours(row.weekday, row.starts_at, row.ends_at) for row in one.availability.all()]
        away = [Away(row.starts_on, row.ends_on) for row in one.absences.all()]
        spans = free_spans(hours, away, taken.get(one.pk, ()), days=days, length=LENGTHS[Mode(mode)])
        found += [Slot(one, start, end) for start, end in spans]
    return sorted(found, key=lambda slot: (slot.starts_at, slot.consultant.pk))


def _taken(people: list[Consultant], start: datetime, end: datetime) -> dict[Any, list[Span]]:
    rows = Appointment.objects.taking_time().overlapping(start, end).filter(consultant__in=people)
    found: dict[Any, list[Span]] = {}
    for consultant, begins, ends in rows.values_list("consultant", "starts_at", "ends_at"):
        found.setdefault(consultant, []).append((begins, ends))
    return found
