"""A unit that asks the clinic for a diagnosis leaves the work list of early warning by itself."""

from __future__ import annotations

import pytest

from clinic.cases.services import requests
from clinic.units.models import WarningEntry
from clinic.units.services import warnings
from core import clock
from tests.factories.accounts import UserFactory
from tests.factories.clinic_requests import RequestFactory
from tests.factories.clinic_units import NOW, UnitFactory

pytestmark = pytest.mark.django_db


def test_a_diagnosis_answers_the_warning_of_its_unit_also_when_the_unit_is_named_later() -> None:
    owner = UserFactory()
    asked, named = (UnitFactory(80, 80, 40, owner=owner.person.applicant) for _number in range(2))
    warnings.recompute(now=NOW)
    RequestFactory("QUESTION", user=owner)
    assert WarningEntry.objects.to_do().count() == 2
    made = RequestFactory(user=owner, unit=asked)
    entry = WarningEntry.objects.get(unit=asked)
    assert (entry.status, entry.request_number) == ("REQUEST_OPENED", made.request.number)
    later = RequestFactory(user=owner, unit_note="کارگاه کفش، بازار")
    requests.name_unit(request_id=later.request.pk, unit_id=named.pk, by=later.lead, now=clock.now())
    assert WarningEntry.objects.get(unit=named).request_number == later.request.number
    assert not WarningEntry.objects.to_do().exists()
