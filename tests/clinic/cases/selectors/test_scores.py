"""Scores of a case beside its cohort: hidden below five, of each unit the latest diagnosis, in one query."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from clinic.cases.models import Case
from clinic.cases.selectors.scores import cohort_means, scores_of
from clinic.cases.services import cases
from clinic.choices import Dimension
from core import clock
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_instruments import InstrumentFactory
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db


def test_the_cohort_is_shown_from_five_other_units_of_the_trade_and_size_on(django_assert_num_queries: Any) -> None:
    lead, owner, version = accounts.clinic_lead(), accounts.UserFactory(), InstrumentFactory("finance")
    consultant = ConsultantFactory("finance", max_cases=20)

    def diagnosed(value: int, staff: int = 12) -> Case:
        unit = UnitFactory(owner=owner.person.applicant, licensed_staff=staff)
        made = CaseFactory(lead=lead, owner=owner, unit=unit)
        made.name("finance", consultant)
        made.visit()
        return made.diagnose(value=value, version=version)

    own = diagnosed(1)
    others = [diagnosed(value) for value in (2, 3, 4, 4)]
    diagnosed(5, staff=60)
    with django_assert_num_queries(1):
        assert cohort_means(own.unit) is None
    hidden = scores_of(own)
    assert hidden.cohort_size is None and all(row.cohort is None for row in hidden.rows)
    diagnosed(5)
    with django_assert_num_queries(1):
        found = cohort_means(own.unit)
    # A scale of v with weights 3 and 2, and a debt in arrears (0) of weight 1: 5v ÷ 6.
    marks = [round(Decimal(5 * value) / 6, 2) for value in (2, 3, 4, 4, 5)]
    assert found is not None and found.size == 5
    assert found.means == {"finance": round(sum(marks) / 5, 2)}
    shown = scores_of(own)
    assert [row.dimension for row in shown.rows] == list(Dimension)
    (finance,) = [row for row in shown.rows if row.dimension == Dimension.FINANCE]
    assert (finance.score, finance.cohort, shown.overall) == (Decimal("0.83"), found.means["finance"], Decimal("0.83"))
    # Readmitted and diagnosed anew, a unit counts once, with its latest scores.
    first = others[0]
    cases.end_early(case_id=first.pk, outcome="DROPPED", reason="رفت", by=lead, now=clock.now())
    again = cases.open_case(
        request=first.request, lead=lead, by=lead, now=clock.now(), readmission_of=Case.objects.get(pk=first.pk)
    )
    assert cohort_means(own.unit) == found
    made = CaseFactory.of(again)
    made.name("finance", consultant)
    made.visit()
    made.diagnose(value=5, version=version)
    later = cohort_means(own.unit)
    assert later is not None and later.size == 5 and later.means["finance"] > found.means["finance"]


def test_no_cohort_without_a_size() -> None:
    assert cohort_means(UnitFactory(licensed_staff=None)) is None
