"""Who may be named, and what ends with a membership."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from accounts.models import RoleGrant, User
from accounts.services import roles
from clinic.cases.choices import CaseStatus
from clinic.cases.diagnosis_errors import (
    FullyLoaded,
    HasConflict,
    MemberAlready,
    NotHisSpecialty,
    NotSigned,
    PapersRanOut,
)
from clinic.cases.models import TeamMember
from clinic.cases.permissions import standings
from clinic.cases.selectors.cases import seen_by
from clinic.cases.services import cases, team
from clinic.consultants.services import conduct, papers
from core import clock
from core.errors import InvalidInput, PermissionRefused
from core.messages.models import Message
from core.wording import day_text
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory, Made
from tests.factories.clinic_consultants import ConsultantFactory, sign

pytestmark = pytest.mark.django_db


def test_the_first_member_moves_the_case_and_the_last_one_who_leaves_moves_it_back(admitted: Made) -> None:
    made = admitted
    member = made.name("finance")
    assert made.reload().status == CaseStatus.TEAM_ASSIGNED
    assert standings(made.specialist(), made.case) == {"TEAM"}
    with pytest.raises(InvalidInput):
        team.end_membership(member_id=member.pk, reason=" ", by=made.lead, now=clock.now())
    with pytest.raises(PermissionRefused):
        team.end_membership(member_id=member.pk, reason="سفر", by=made.specialist(), now=clock.now())
    team.end_membership(member_id=member.pk, reason="سفر", by=made.lead, now=clock.now())
    assert made.reload().status == CaseStatus.ADMITTED
    assert standings(made.specialist(), made.case) == frozenset()


def test_who_has_a_conflict_no_signature_another_field_or_too_many_cases_is_not_named(admitted: Made) -> None:
    made = admitted
    now = clock.now()
    common = {"case_id": made.case.pk, "by": made.lead, "now": now}
    torn = ConsultantFactory("finance")
    conduct.declare_conflict(
        consultant_id=torn.pk, unit_id=made.case.unit_id, kind="OTHER", reason="برادر مالک", by=torn.user, now=now
    )
    with pytest.raises(HasConflict, match="برادر مالک"):
        team.name_member(consultant_id=torn.pk, specialty="finance", **common)
    unsigned = ConsultantFactory("finance", signed=False)
    with pytest.raises(NotSigned):
        team.name_member(consultant_id=unsigned.pk, specialty="finance", **common)
    sign(unsigned, now)
    with pytest.raises(NotHisSpecialty):
        team.name_member(consultant_id=unsigned.pk, specialty="tax", **common)
    team.name_member(consultant_id=unsigned.pk, specialty="finance", **common)
    with pytest.raises(MemberAlready):
        team.name_member(consultant_id=unsigned.pk, specialty="finance", **common)
    busy = ConsultantFactory("finance", max_cases=1)
    other = CaseFactory(lead=made.lead)
    other.name("finance", busy)
    with pytest.raises(FullyLoaded):
        team.name_member(consultant_id=busy.pk, specialty="finance", **common)
    with pytest.raises(PermissionRefused):
        team.name_member(
            case_id=made.case.pk, consultant_id=busy.pk, specialty="finance", by=accounts.clinic_lead(), now=now
        )


def test_who_has_papers_that_ran_out_is_not_named_before_new_ones_are_confirmed(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    made, row, now = CaseFactory(), ConsultantFactory("finance"), clock.now()
    today = clock.today()

    def hand_in(until: date) -> None:
        values = {"kind": "LICENCE", "title": "پروانه", "issuer": "اتحادیه", "issued_on": today - timedelta(days=90)}
        paper = papers.add(
            consultant_id=row.pk, values=values | {"valid_until": until}, upload=accounts.photo(), by=row.user, now=now
        )
        papers.confirm(paper_id=paper.pk, by=accounts.clinic_lead(), now=now)

    hand_in(today - timedelta(days=1))
    with pytest.raises(PapersRanOut, match=day_text(today - timedelta(days=1))):
        made.name("finance", row)
    hand_in(today)
    assert made.name("finance", row).consultant == row


def test_the_database_keeps_who_has_a_conflict_out_and_memberships_as_they_were(with_team: Made) -> None:
    made = with_team
    torn = ConsultantFactory("finance")
    conduct.declare_conflict(
        consultant_id=torn.pk, unit_id=made.case.unit_id, kind="OTHER", reason="سهام", by=torn.user, now=clock.now()
    )
    row = {"case": made.case, "consultant": torn, "specialty": "finance", "named_by": made.lead}
    with pytest.raises(IntegrityError, match="kept out"), transaction.atomic():
        TeamMember.objects.create(joined_at=clock.now(), **row)
    member = made.case.members.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        TeamMember.objects.filter(pk=member.pk).update(left_at=member.joined_at - timedelta(days=1))
    with pytest.raises(DatabaseError), transaction.atomic():
        TeamMember.objects.filter(pk=member.pk).delete()


def test_the_consultant_and_the_unit_are_told_who_works_on_the_case_and_how_it_goes_on(admitted: Made) -> None:
    made = admitted
    member = made.name("finance")
    user = made.specialist()
    team.end_membership(member_id=member.pk, reason="سفر", by=made.lead, now=clock.now())
    cases.refuse(case_id=made.case.pk, reason="صنعتی نیست", by=made.lead, now=clock.now())

    def told(person: User) -> set[str]:
        return set(
            Message.objects.filter(user=person, template__startswith="clinic.case_").values_list("template", flat=True)
        )

    assert told(user) == {"clinic.case_named", "clinic.case_let_go"}
    assert told(made.owner) == {"clinic.case_team_grows", "clinic.case_ended"}
    assert "سفر" not in "".join(Message.objects.values_list("text", flat=True))


def test_nobody_is_named_for_his_own_unit_or_without_the_role_of_a_consultant() -> None:
    user = accounts.consultant()
    own = ConsultantFactory("finance", user=user)
    made = CaseFactory(owner=user)
    common = {"case_id": made.case.pk, "specialty": "finance", "by": made.lead, "now": clock.now()}
    with pytest.raises(HasConflict):
        team.name_member(consultant_id=own.pk, **common)
    gone = ConsultantFactory("finance")
    roles.end(grant_id=RoleGrant.objects.get(user=gone.user, role="consultant").pk, by=None, now=clock.now())
    with pytest.raises(InvalidInput):
        team.name_member(consultant_id=gone.pk, **common)
    assert not made.case.members.exists()


def test_who_declares_an_interest_while_he_is_in_the_team_sees_the_case_no_more(visited: Made) -> None:
    made = visited
    user = made.specialist()
    assert made.case in seen_by(user)
    conduct.declare_conflict(
        consultant_id=made.consultants["finance"].pk, unit_id=made.case.unit_id, kind="FAMILY", by=user, now=clock.now()
    )
    assert standings(user, made.case) == frozenset()
    assert made.case not in seen_by(user)
    with pytest.raises(PermissionRefused):
        made.find()
