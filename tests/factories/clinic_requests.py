"""Requests to the clinic and talks of the tests, made and led on by the services that make real ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from itertools import count
from typing import Any

from accounts.models import Applicant, User
from clinic.cases.models import Appointment, ClinicRequest
from clinic.cases.selectors.times import Slot, free_slots
from clinic.cases.services import appointments, requests
from clinic.consultants.models import Consultant
from clinic.consultants.services import consultants, hours
from clinic.units.models import IndustrialUnit
from core import clock
from tests.factories import accounts
from tests.factories.accounts import UserFactory
from tests.factories.clinic_consultants import sign
from tests.factories.clinic_units import UnitFactory
from tests.factories.estates import CountyFactory

_NUMBERS = count(1)
WHOLE_WEEK = [(weekday, time(8), time(16)) for weekday in range(6)]


def consultant_with_hours(
    *specialties: str, spans: list[tuple[int, time, time]] | None = None, **values: Any
) -> Consultant:
    """A consultant who can be met every day but Friday from eight to four."""
    user = accounts.consultant(last_name=f"مشاور {next(_NUMBERS)}")
    given = {"county": CountyFactory(), "about": "سی سال کار", "max_cases": 4, **values}
    levels = dict.fromkeys(specialties or ("finance",), "EXPERT")
    row = consultants.add(user_id=user.pk, values=given, specialties=levels, by=None, now=clock.now())
    sign(row, clock.now())
    return hours.set_hours(consultant_id=row.pk, spans=WHOLE_WEEK if spans is None else spans, by=user, now=clock.now())


@dataclass
class Asked:
    """A request with the person it belongs to and the lead of the clinic."""

    request: ClinicRequest
    user: User
    lead: User

    def reload(self) -> ClinicRequest:
        """The request as it is stored now."""
        self.request = ClinicRequest.objects.get(pk=self.request.pk)
        return self.request

    def slots(self, mode: str = "IN_PERSON", **changes: Any) -> list[Slot]:
        """Free times for a talk about it."""
        return free_slots(self.request, mode=mode, now=clock.now(), **changes)

    def book(self, slot: Slot | None = None, mode: str = "IN_PERSON") -> Appointment:
        """A talk at this time, or at the first one that is free."""
        chosen = slot or self.slots(mode)[0]
        return appointments.book(
            request_id=self.request.pk, consultant_id=chosen.consultant.pk, starts_at=chosen.starts_at, mode=mode,
            by=self.user, now=clock.now(),
        )  # fmt: skip


class RequestFactory:
    """Requests by the services."""

    def __new__(  # type: ignore[misc]
        cls, service: str = "DIAGNOSIS", *, user: User | None = None, unit: IndustrialUnit | None = None,
        lead: User | None = None, **values: Any,
    ) -> Asked:  # fmt: skip
        """A request that waits; a diagnosis is of a unit of its applicant, unless `unit_note` is given."""
        person = user or UserFactory()
        lead = lead or accounts.clinic_lead()
        applicant: Applicant = person.person.applicant
        if service == "DIAGNOSIS" and unit is None and "unit_note" not in values:
            unit = UnitFactory(owner=applicant)
        facts = {"text": "کارگاه از بهار خوابیده است و سفارش نداریم.", "unit": unit, **values}
        row = requests.submit(applicant_id=applicant.pk, service=service, values=facts, by=person, now=clock.now())
        return Asked(row, person, lead)

    @classmethod
    def in_status(cls, status: str, service: str = "QUESTION", **changes: Any) -> Asked:
        """A request in any of its states."""
        made = cls(service, **changes)
        common: dict[str, Any] = {"request_id": made.request.pk, "now": clock.now()}
        if status == "ADMITTED":
            requests.admit(by=made.lead, **common)
        elif status == "REFUSED":
            requests.refuse(reason="بیرون از کار کلینیک است.", by=made.lead, **common)
        elif status == "ANSWERED":
            requests.answer(answer="به ادارهٔ مالیات بنویسید.", by=made.lead, **common)
        elif status == "WITHDRAWN":
            requests.withdraw(by=made.user, **common)
        made.reload()
        return made
