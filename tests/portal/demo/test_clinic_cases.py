"""The clinic's cases of the demo: in every state, followed up, and again no change."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from accounts.choices import Role
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Case
from clinic.treatment.choices import PlanStatus
from clinic.treatment.models import FollowUp, Outcome, TreatmentPlan
from clinic.treatment.selectors.learning import lessons
from core import clock
from portal.demo import clinic_cases, clinic_people, estates, people
from tests.factories.accounts import UserFactory
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db


def test_cases_stand_in_every_state_and_a_second_load_changes_nothing(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT, settings.DEMO = tmp_path, True
    now = clock.now()
    with clock.shifted(-clinic_people.SINCE):
        cast = people.load(now=clock.now())
    estates.load_places(now)
    for _ in range(24):
        UnitFactory(20, owner=UserFactory().person.applicant)
    said: list[str] = []
    clinic_people.load(now=now, cast=cast, say=said.append)
    clinic_cases.load(now=now, cast=cast, say=said.append)
    states = Counter(Case.objects.values_list("status", flat=True))
    assert set(states) == set(CaseStatus) - {CaseStatus.REQUESTED}
    assert set(Case.objects.exclude(outcome="").values_list("outcome", flat=True)) == {
        "REVIVED", "IMPROVED", "NOT_REVIVABLE", "TRANSFERRED", "DROPPED",
    }  # fmt: skip
    assert set(TreatmentPlan.objects.values_list("status", flat=True)) >= set(PlanStatus) - {PlanStatus.SUPERSEDED}
    assert FollowUp.objects.filter(month=12, reading__isnull=False).count() >= 4
    assert FollowUp.objects.filter(asked_at__isnull=False, recorded_at__isnull=True).exists()
    assert not Case.objects.filter(is_illustrative=False).exists()
    assert Case.objects.filter(readmission_of__isnull=False).count() == 1
    assert Case.objects.filter(members__consultant__user=cast[Role.CONSULTANT][0]).exists()
    assert lessons().rows[0].trades
    clinic_cases.load(now=now, cast=cast, say=said.append)
    assert "already" in said[-1] and Case.objects.count() == sum(states.values())
    assert Outcome.objects.count() == 15
