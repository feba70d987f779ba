"""Ratings, conferences and reviews: open to those who saw the work, closed to everybody else."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from clinic.consultants.conference_access import standpoint
from clinic.consultants.errors import ConferenceClosed, NotInTheTeam, RatedAlready, ReviewAsked
from clinic.consultants.models import Rating
from clinic.consultants.selectors import trust
from clinic.consultants.selectors.ratings import standings
from clinic.consultants.services import conferences, ratings, reviews
from core.errors import InvalidInput, NotFound, PermissionRefused, WrongState
from core.persian.calendar import tehran_date
from tests.factories import accounts
from tests.factories.accounts import ApplicantFactory
from tests.factories.clinic_consultants import CASE, NOW, ConsultantFactory, casebook, team_of
from tests.factories.clinic_units import UnitFactory

pytestmark = pytest.mark.django_db
TODAY = tehran_date(NOW)
GOOD = {"competence": 5, "timeliness": 4, "clarity": 4, "cooperation": 4}


def test_the_unit_rates_each_member_of_its_team_once() -> None:
    firm = ApplicantFactory()
    unit, member, stranger = UnitFactory(owner=firm), ConsultantFactory(), ConsultantFactory("tax")
    rate: dict[str, Any] = {"case_number": CASE, "by": firm.person.user, "now": NOW}
    with pytest.raises(NotFound):
        ratings.rate_by_unit(consultant_id=member.pk, values=GOOD, **rate)
    with casebook(team_of(unit, member)):
        for wrong in ({}, {**GOOD, "clarity": 6}, {**GOOD, "clarity": 0}, {**GOOD, "clarity": "5"}):
            with pytest.raises(InvalidInput):
                ratings.rate_by_unit(consultant_id=member.pk, values=wrong, **rate)
        with pytest.raises(NotInTheTeam):
            ratings.rate_by_unit(consultant_id=stranger.pk, values=GOOD, **rate)
        for other in (ApplicantFactory().person.user, member.user, accounts.clinic_lead()):
            with pytest.raises(PermissionRefused):
                ratings.rate_by_unit(consultant_id=member.pk, values=GOOD, **{**rate, "by": other})
        row = ratings.rate_by_unit(consultant_id=member.pk, values={**GOOD, "comment": "سپاس"}, **rate)
        with pytest.raises(RatedAlready):
            ratings.rate_by_unit(consultant_id=member.pk, values=GOOD, **rate)
    with pytest.raises(DatabaseError), transaction.atomic():
        Rating.objects.filter(pk=row.pk).update(clarity=1)


def test_colleagues_of_one_team_rate_each_other_and_nobody_himself() -> None:
    unit, one, other, gone, stranger = UnitFactory(), *(ConsultantFactory() for _ in range(4))
    with casebook(team_of(unit, one, other, gone=(gone,))):
        rate: dict[str, Any] = {"case_number": CASE, "values": GOOD, "now": NOW}
        ratings.rate_by_peer(consultant_id=one.pk, by=other.user, **rate)
        ratings.rate_by_peer(consultant_id=one.pk, by=gone.user, **rate)
        with pytest.raises(RatedAlready):
            ratings.rate_by_peer(consultant_id=one.pk, by=other.user, **rate)
        for by in (one.user, stranger.user, accounts.clinic_lead()):
            with pytest.raises(NotInTheTeam):
                ratings.rate_by_peer(consultant_id=one.pk, by=by, **rate)
        page = trust.rating_page(CASE, other.user)
        assert {row.pk: known is not None for row, known in page.members} == {one.pk: True, gone.pk: False}
        with pytest.raises(NotFound):
            trust.rating_page(CASE, stranger.user)
    with pytest.raises(IntegrityError), transaction.atomic():
        Rating.objects.create(
            consultant=one,
            peer=other,
            kind="PEER",
            case_number="CL-1405-AAAAAAA",
            made_by=one.user,
            made_at=NOW,
            **GOOD,
        )


def test_means_are_shown_from_five_ratings_up() -> None:
    unit, one = UnitFactory(), ConsultantFactory()
    peers = [ConsultantFactory() for _ in range(5)]
    with casebook(team_of(unit, one, *peers)):
        for count, peer in enumerate(peers, start=1):
            ratings.rate_by_peer(consultant_id=one.pk, case_number=CASE, values=GOOD, by=peer.user, now=NOW)
            standing = standings()[one.pk]
            assert (standing.count, standing.mean is None) == (count, count < 5)
    assert (standing.mean, standing.by_criterion["competence"]) == (Decimal("4.3"), Decimal("5.0"))
    assert standings([peers[0].pk]) == {}


def test_a_conference_is_called_by_the_team_read_by_the_invited_and_ends_with_its_conclusion() -> None:
    unit, member, guest, stranger = UnitFactory(), *(ConsultantFactory() for _ in range(3))
    lead = accounts.clinic_lead()
    call: dict[str, Any] = {
        "case_number": CASE, "subject": "بدهی بانکی", "question": "کارگاهی با بدهی سه برابر فروش سال …",
        "held_at": NOW + timedelta(days=2), "now": NOW,
    }  # fmt: skip
    with casebook(team_of(unit, member, lead=lead)) as book:
        for other in (stranger.user, accounts.clinic_lead()):
            with pytest.raises(InvalidInput) as refused:
                conferences.call(consultant_ids=[guest.pk], by=other, **call)
            assert refused.value.field == "case_number"
        with pytest.raises(PermissionRefused):
            conferences.call(consultant_ids=[guest.pk], by=accounts.officer(), **call)
        with pytest.raises(InvalidInput):
            conferences.call(consultant_ids=[], by=member.user, **call)
        row = conferences.call(consultant_ids=[guest.pk], by=member.user, **call)
        seen = {user: standpoint(user, row) for user in (guest.user, member.user, lead, stranger.user)}
        assert list(seen.values()) == ["GUEST", "TEAM", "LEAD", None]
        conferences.note(conference_id=row.pk, text="با بانک گفت‌وگو شود.", by=guest.user, now=NOW)
        with pytest.raises(PermissionRefused):
            conferences.note(conference_id=row.pk, text="…", by=stranger.user, now=NOW)
        for other in (stranger.user, accounts.clinic_lead()):
            with pytest.raises(NotFound):
                trust.conference_for(row.pk, other)
        with pytest.raises(PermissionRefused):
            conferences.close(conference_id=row.pk, conclusion="پایان", by=guest.user, now=NOW)
        with pytest.raises(InvalidInput):
            conferences.close(conference_id=row.pk, conclusion=" ", by=member.user, now=NOW)
        conferences.close(conference_id=row.pk, conclusion="تقسیط سه‌ساله", by=member.user, now=NOW)
        with pytest.raises(ConferenceClosed):
            conferences.note(conference_id=row.pk, text="دیر", by=member.user, now=NOW)
        # Who was asked from outside reads on until it is closed; the team until it leaves or the case ends; the lead for good.
        assert [standpoint(one, row) for one in (guest.user, member.user, lead)] == [None, "TEAM", "LEAD"]
        book.teams[CASE] = team_of(unit, member, lead=lead, is_open=False)
        assert [standpoint(one, row) for one in (guest.user, member.user, lead)] == [None, None, "LEAD"]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.notes.create(text="دیر", made_by=guest.user, made_at=NOW)


def test_a_report_is_reviewed_by_a_member_of_the_team_alone() -> None:
    unit, member, stranger = UnitFactory(), ConsultantFactory(), ConsultantFactory()
    lead = accounts.clinic_lead()
    ask: dict[str, Any] = {"case_number": CASE, "report_version": 1, "due_on": TODAY, "now": NOW}
    with casebook(team_of(unit, member, lead=lead)) as book:
        for consultant, by, field in (
            (stranger, lead, "consultant"),
            (member, accounts.clinic_lead(), "case_number"),
        ):
            with pytest.raises(InvalidInput) as refused:
                reviews.ask(consultant_id=consultant.pk, by=by, **ask)
            assert refused.value.field == field
        with pytest.raises(PermissionRefused):
            reviews.ask(consultant_id=member.pk, by=member.user, **ask)
        row = reviews.ask(consultant_id=member.pk, by=lead, **ask)
        with pytest.raises(ReviewAsked):
            reviews.ask(consultant_id=member.pk, by=lead, **ask)
        answer: dict[str, Any] = {"review_id": row.pk, "now": NOW}
        with pytest.raises(InvalidInput):
            reviews.give(verdict="GREAT", text="…", by=member.user, **answer)
        with pytest.raises(PermissionRefused):
            reviews.give(verdict="SOUND", text="درست است", by=stranger.user, **answer)
        book.teams[CASE] = team_of(unit, gone=(member,), lead=lead)
        with pytest.raises(NotInTheTeam):
            reviews.give(verdict="SOUND", text="درست است", by=member.user, **answer)
        with pytest.raises(NotFound):
            trust.review_for(row.pk, member.user)
        book.teams[CASE] = team_of(unit, member, lead=lead)
        assert reviews.give(verdict="MINOR", text="جدول ۲ کامل شود", by=member.user, **answer).status == "GIVEN"
        with pytest.raises(WrongState):
            reviews.decline(reason="نمی‌رسم", by=member.user, **answer)
        assert trust.review_for(row.pk, lead).verdict == "MINOR"
        for other in (stranger.user, accounts.clinic_lead()):
            with pytest.raises(NotFound):
                trust.review_for(row.pk, other)
