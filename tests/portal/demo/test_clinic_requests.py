"""Requests to the clinic in the demo world."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from accounts.choices import Role
from clinic.cases.models import Appointment, ClinicRequest
from core import clock
from portal.demo import clinic_requests
from tests.factories import accounts
from tests.factories.accounts import UserFactory
from tests.factories.clinic_requests import consultant_with_hours
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db


def test_every_service_and_state_is_there_and_a_second_load_changes_nothing() -> None:
    users = [UserFactory() for _ in range(clinic_requests.FIRST_WAITING + 3)]
    for user in users:
        UnitFactory(owner=user.person.applicant)
    for specialties in (("insurance", "tax"), ("commercial",), ("finance",)):
        consultant_with_hours(*specialties)
    cast: Any = {Role.CLINIC_LEAD: [accounts.clinic_lead()], Role.APPLICANT: users[:1]}
    said: list[str] = []
    clinic_requests.load(now=clock.now(), cast=cast, say=said.append)
    states = Counter(ClinicRequest.objects.values_list("service", "status"))
    assert {state for _, state in states} == {"SUBMITTED", "ADMITTED", "REFUSED", "ANSWERED", "WITHDRAWN"}
    assert {service for service, _ in states} == {"DIAGNOSIS", "NEW_BUSINESS", "TRAINING", "QUESTION"}
    assert states["DIAGNOSIS", "SUBMITTED"] == 4
    talks = Counter(Appointment.objects.values_list("status", flat=True))
    assert talks == {"HELD": 2, "MISSED": 1, "BOOKED": 3}
    assert not Appointment.objects.filter(status="BOOKED", starts_at__lt=clock.now()).exists()
    assert not ClinicRequest.objects.filter(is_illustrative=False).exists()
    assert ClinicRequest.objects.filter(applicant=users[0].person.applicant).count() == 2

    clinic_requests.load(now=clock.now(), cast=cast, say=said.append)
    assert ClinicRequest.objects.count() == len(clinic_requests.REQUESTS)
