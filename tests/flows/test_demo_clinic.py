"""The clinic of the demo world: people and questionnaires, requests, cases in every state, what colleagues say of them."""

from __future__ import annotations

from collections import Counter

import pytest

from accounts.choices import Role
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Appointment, Case, ClinicRequest
from clinic.choices import Specialty
from clinic.consultants.models import CaseConference, Consultant, ConsultantSpecialty, PeerReview, Rating
from clinic.consultants.selectors import team
from clinic.instruments import selectors
from clinic.instruments.choices import SCORED
from clinic.instruments.models import InstrumentVersion
from clinic.treatment.choices import PlanStatus
from clinic.treatment.models import FollowUp, Outcome, TreatmentPlan
from clinic.treatment.selectors.learning import lessons
from core import clock
from portal.demo import clinic_requests
from tests.factories.clinic_units import UnitFactory
from tests.flows.conftest import Demo

pytestmark = pytest.mark.django_db


def test_consultants_of_every_specialty_with_a_questionnaire_for_each(demo: Demo) -> None:
    assert Consultant.objects.filter(is_illustrative=True).count() == Consultant.objects.count() == 14
    assert set(ConsultantSpecialty.objects.values_list("specialty", flat=True)) == set(Specialty.values)
    versions = list(selectors.answerable(clock.today()))
    assert [one.instrument.specialty for one in versions] == sorted(Specialty.values)
    for version in versions:
        rows = list(version.questions.all())
        assert 6 <= len(rows) <= 10 and sum(row.kind in SCORED for row in rows) >= 5
    assert InstrumentVersion.objects.filter(status="DRAFT").count() == 1
    got = team.advice(UnitFactory(), list(Specialty.values), demo.now)
    assert got.unfilled == () and len(got.team) == len(Specialty)
    assert demo.cast[Role.CONSULTANT][0].consultant.signatures.count() == 1


def test_requests_of_every_service_and_in_every_state(demo: Demo) -> None:
    asked = ClinicRequest.objects.filter(text__in=[one.text for one in clinic_requests.REQUESTS])
    assert asked.count() == len(clinic_requests.REQUESTS)
    states = Counter(asked.values_list("service", "status"))
    assert {state for _, state in states} == {"SUBMITTED", "ADMITTED", "REFUSED", "ANSWERED", "WITHDRAWN"}
    assert {service for service, _ in states} == {"DIAGNOSIS", "NEW_BUSINESS", "TRAINING", "QUESTION"}
    assert states["DIAGNOSIS", "SUBMITTED"] == 4
    talks = Counter(Appointment.objects.values_list("status", flat=True))
    assert talks == {"HELD": 2, "MISSED": 1, "BOOKED": 3}
    assert not Appointment.objects.filter(status="BOOKED", starts_at__lt=demo.now).exists()
    assert not ClinicRequest.objects.filter(is_illustrative=False).exists()
    mine = demo.cast[Role.APPLICANT][0].person.applicant
    assert asked.filter(applicant=mine).count() == 2


def test_cases_in_every_state_with_a_year_of_follow_up(demo: Demo) -> None:
    assert set(Case.objects.values_list("status", flat=True)) == set(CaseStatus) - {CaseStatus.REQUESTED}
    assert set(Case.objects.exclude(outcome="").values_list("outcome", flat=True)) == {
        "REVIVED", "IMPROVED", "NOT_REVIVABLE", "TRANSFERRED", "DROPPED",
    }  # fmt: skip
    assert set(TreatmentPlan.objects.values_list("status", flat=True)) >= set(PlanStatus) - {PlanStatus.SUPERSEDED}
    assert FollowUp.objects.filter(month=12, reading__isnull=False).count() >= 4
    assert FollowUp.objects.filter(asked_at__isnull=False, recorded_at__isnull=True).exists()
    assert not Case.objects.filter(is_illustrative=False).exists()
    assert Case.objects.filter(readmission_of__isnull=False).count() == 1
    assert Case.objects.filter(members__consultant__user=demo.cast[Role.CONSULTANT][0]).exists()
    assert lessons().rows[0].trades
    assert Outcome.objects.count() == 15


def test_colleagues_rate_diagnosed_cases_units_closed_ones_and_live_ones_are_conferred_on(demo: Demo) -> None:
    rated = dict.fromkeys(("PEER", "UNIT"), Case.objects.none())
    for kind in rated:
        numbers = Rating.objects.filter(kind=kind).values("case_number")
        rated[kind] = Case.objects.filter(number__in=numbers)
        assert rated[kind].exists()
    assert not rated["PEER"].filter(diagnosed_at__isnull=True).exists()
    assert not rated["UNIT"].filter(closed_at__isnull=True).exists()
    assert CaseConference.objects.filter(closed_at__isnull=False).count() == 1
    assert CaseConference.objects.filter(closed_at__isnull=True).count() == 1
    assert PeerReview.objects.count() == 1
