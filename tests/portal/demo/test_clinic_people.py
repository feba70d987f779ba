"""The clinic's people of the demo world."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.choices import Role
from clinic.choices import Specialty
from clinic.consultants.models import Consultant, ConsultantSpecialty
from clinic.consultants.selectors import team
from clinic.instruments import selectors
from clinic.instruments.choices import SCORED
from clinic.instruments.models import InstrumentVersion
from core import clock
from portal.demo import clinic_people, estates, people
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db


def test_the_demo_has_consultants_and_a_questionnaire_for_every_specialty(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT, settings.DEMO = tmp_path, True
    now = clock.now()
    with clock.shifted(-clinic_people.SINCE):
        cast = people.load(now=clock.now())
    estates.load_places(now)
    unit = UnitFactory()
    said: list[str] = []
    clinic_people.load(now=now, cast=cast, say=said.append)
    clinic_people.load(now=now, cast=cast, say=said.append)
    assert "already" in said[1]
    assert Consultant.objects.filter(is_illustrative=True).count() == Consultant.objects.count() == 14
    assert set(ConsultantSpecialty.objects.values_list("specialty", flat=True)) == set(Specialty.values)
    versions = list(selectors.answerable(clock.today()))
    assert [one.instrument.specialty for one in versions] == sorted(Specialty.values)
    for version in versions:
        rows = list(version.questions.all())
        assert 6 <= len(rows) <= 10 and sum(row.kind in SCORED for row in rows) >= 5
    assert InstrumentVersion.objects.filter(status="DRAFT").count() == 1
    got = team.advice(unit, list(Specialty.values), now)
    assert got.unfilled == () and len(got.team) == len(Specialty)
    assert cast[Role.CONSULTANT][0].consultant.signatures.count() == 1
