"""A case is opened, given on, refused, ended: by whom, when, and what follows."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from accounts.choices import Role
from accounts.services import roles
from clinic.cases.casebook import Book
from clinic.cases.choices import CaseStatus
from clinic.cases.diagnosis_errors import NotReady, NotYetOver, UnitHasCase
from clinic.cases.models import Case, ClinicRequest
from clinic.cases.permissions import standings
from clinic.cases.services import cases, team
from core import clock
from core.audit.models import Entry
from core.errors import InvalidInput, PermissionRefused, WrongState
from tests.factories import accounts
from tests.factories.clinic_cases import Made

pytestmark = pytest.mark.django_db


def test_an_admitted_diagnosis_goes_on_as_a_case_with_a_number_led_by_who_admitted_it(admitted: Made) -> None:
    made = admitted
    assert made.case.status == CaseStatus.ADMITTED
    assert made.case.number.startswith("CL-1405-")
    assert made.case.lead_id == made.lead.pk
    assert made.case.unit_id == made.case.request.unit_id
    actions = Entry.objects.filter(target_type="cases.case", target_id=str(made.case.pk)).values_list(
        "action", flat=True
    )
    assert set(actions) == {"cases.case.opened", "cases.case.admitted"}


def test_a_unit_has_one_live_case_and_can_be_admitted_again_after_it(admitted: Made) -> None:
    made = admitted
    with pytest.raises(UnitHasCase):
        cases.open_case(request=made.case.request, lead=made.lead, by=made.lead, now=clock.now())
    with pytest.raises(NotYetOver):
        cases.open_case(
            request=made.case.request, lead=made.lead, by=made.lead, now=clock.now(), readmission_of=made.case
        )
    cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason="مالک نیامد", by=made.lead, now=clock.now())
    closed = made.reload()
    row = cases.open_case(request=closed.request, lead=made.lead, by=made.lead, now=clock.now(), readmission_of=closed)
    assert row.readmission_of_id == closed.pk
    assert row.status == CaseStatus.ADMITTED


def test_only_a_lead_of_the_clinic_opens_leads_and_takes_over(admitted: Made) -> None:
    made = admitted
    stranger = accounts.manager()
    request = ClinicRequest.objects.get(pk=made.case.request_id)
    with pytest.raises(PermissionRefused):
        cases.open_case(request=request, lead=made.lead, by=stranger, now=clock.now())
    with pytest.raises(InvalidInput):
        cases.hand_over(case_id=made.case.pk, lead=stranger, reason="سفر", by=made.lead, now=clock.now())
    with pytest.raises(PermissionRefused):
        cases.hand_over(case_id=made.case.pk, lead=made.lead, reason="سفر", by=stranger, now=clock.now())
    other = accounts.clinic_lead()
    assert standings(other, made.case) == frozenset()
    cases.hand_over(case_id=made.case.pk, lead=other, reason="سفر", by=other, now=clock.now())
    assert standings(other, made.reload()) == {"LEAD"}
    assert standings(made.lead, made.case) == frozenset()


def test_nobody_leads_the_case_of_his_own_unit(admitted: Made) -> None:
    made = admitted
    owner = made.case.request.applicant.person.user
    roles.grant(user_id=owner.pk, role=Role.CLINIC_LEAD, by=None, now=clock.now())
    owner.refresh_from_db()
    with pytest.raises(InvalidInput) as refusal:
        cases.hand_over(case_id=made.case.pk, lead=owner, reason="سفر", by=made.lead, now=clock.now())
    assert refusal.value.code == "own_unit"
    cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason="مالک نیامد", by=made.lead, now=clock.now())
    closed = made.reload()
    with pytest.raises(InvalidInput) as refusal:
        cases.open_case(request=closed.request, lead=owner, by=owner, now=clock.now(), readmission_of=closed)
    assert refusal.value.code == "own_unit"


def test_another_lead_neither_refuses_nor_ends_the_case(admitted: Made) -> None:
    made = admitted
    other = accounts.clinic_lead()
    with pytest.raises(PermissionRefused):
        cases.refuse(case_id=made.case.pk, reason="صنعتی نیست", by=other, now=clock.now())
    with pytest.raises(InvalidInput):
        cases.refuse(case_id=made.case.pk, reason="  ", by=made.lead, now=clock.now())
    row = cases.refuse(case_id=made.case.pk, reason="صنعتی نیست", by=made.lead, now=clock.now())
    assert (row.status, row.outcome, row.closing_reason) == (CaseStatus.REFUSED, "", "صنعتی نیست")
    assert row.closed_at is not None


def test_the_end_of_a_case_ends_every_membership_and_with_it_the_sight_of_it(visited: Made) -> None:
    made = visited
    member = made.specialist()
    assert standings(member, made.case) == {"TEAM"}
    assert Book().open_cases() == {made.consultants["finance"].pk: 1}
    with pytest.raises(InvalidInput):
        cases.end_early(case_id=made.case.pk, outcome="REVIVED", reason="خوب شد", by=made.lead, now=clock.now())
    with pytest.raises(PermissionRefused):
        cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason="رفت", by=member, now=clock.now())
    row = cases.end_early(
        case_id=made.case.pk, outcome="NOT_REVIVABLE", reason="فروخته شد", by=made.lead, now=clock.now()
    )
    assert (row.status, row.outcome) == (CaseStatus.CLOSED, "NOT_REVIVABLE")
    assert not row.members.current().exists()
    assert standings(member, made.reload()) == frozenset()
    assert Book().open_cases() == {}
    assert Book().finished_cases() == {made.consultants["finance"].pk: 1}
    found = Book().team_of(made.case.number)
    assert found is not None and not found.is_open and found.now == frozenset() and len(found.ever) == 1
    with pytest.raises(WrongState):
        team.name_member(
            case_id=row.pk,
            consultant_id=made.consultants["finance"].pk,
            specialty="finance",
            by=made.lead,
            now=clock.now(),
        )


def test_a_diagnosis_is_not_finished_before_its_parts_exist_and_the_first_missing_one_is_named(visited: Made) -> None:
    from clinic.cases.services import diagnosis

    made = visited
    with pytest.raises(NotReady) as refusal:
        diagnosis.finish(case_id=made.case.pk, by=made.lead, now=clock.now())
    assert refusal.value.code == "missing_answers"


def test_the_database_keeps_outcome_reason_facts_and_the_row_itself(admitted: Made) -> None:
    made = admitted
    rows = Case.objects.filter(pk=made.case.pk)
    for change in ({"outcome": "REVIVED"}, {"status": "CLOSED"}, {"closing_reason": "بی‌دلیل"}, {"status": "NONE"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(number="CL-1405-0000000")
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.delete()
