"""Two at the same moment: nothing becomes its own cause, and nobody is in a team twice or has more cases than he takes."""

from __future__ import annotations

import pytest
from django.db import connection

from clinic.cases.diagnosis_errors import FullyLoaded, MemberAlready, OwnCause
from clinic.cases.models import CauseEdge, TeamMember
from clinic.cases.services import causes, team
from core import clock
from tests.factories.clinic_cases import CaseFactory
from tests.factories.clinic_consultants import ConsultantFactory
from tests.support.races import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_arrows_that_would_close_a_circle_one_is_drawn() -> None:
    made = CaseFactory.in_status("VISITED")
    one, other, user, now = made.node(text="یک"), made.node(text="دو"), made.specialist(), clock.now()

    def join(effect: int, cause: int) -> CauseEdge:
        return causes.join(case_id=made.case.pk, effect_id=effect, cause_id=cause, by=user, now=now)

    found = race(lambda: join(one.pk, other.pk), lambda: join(other.pk, one.pk))
    assert [type(result) for result in found if isinstance(result, OwnCause)] == [OwnCause]
    CauseEdge.objects.all().delete()
    # Past the services, the trigger alone holds; without it the circle closes, so it is the trigger that was tried.
    raw = race(
        lambda: CauseEdge.objects.create(effect=one, cause=other),
        lambda: CauseEdge.objects.create(effect=other, cause=one),
    )
    assert CauseEdge.objects.count() == 1, raw
    CauseEdge.objects.all().delete()
    trigger = next(one for one in CauseEdge._meta.triggers if one.name == "causes_never_circle")
    trigger.disable(CauseEdge)
    try:
        CauseEdge.objects.create(effect=one, cause=other)
        CauseEdge.objects.create(effect=other, cause=one)
        assert CauseEdge.objects.count() == 2
    finally:
        CauseEdge.objects.all().delete()
        trigger.enable(CauseEdge)
        connection.close()


def test_of_two_leads_who_name_the_same_consultant_at_once_one_succeeds() -> None:
    made, now = CaseFactory(), clock.now()
    second = CaseFactory(lead=made.lead)
    busy = ConsultantFactory("finance", max_cases=1)

    def name(case_id: int) -> TeamMember:
        return team.name_member(case_id=case_id, consultant_id=busy.pk, specialty="finance", by=made.lead, now=now)

    full = race(lambda: name(made.case.pk), lambda: name(second.case.pk))
    assert [type(result) for result in full if isinstance(result, FullyLoaded)] == [FullyLoaded]
    free = ConsultantFactory("finance")

    def again() -> TeamMember:
        return team.name_member(case_id=made.case.pk, consultant_id=free.pk, specialty="finance", by=made.lead, now=now)

    twice = race(again, again)
    assert [type(result) for result in twice if isinstance(result, MemberAlready)] == [MemberAlready]
    assert TeamMember.objects.filter(consultant=free).count() == 1
