"""Who may ask for which booth, when; and what costs and results are refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from accounts.models import Applicant
from core import clock
from core.errors import InvalidInput, PermissionRefused, WrongState
from programs.exhibitions.errors import BoothTwice, NotABooth, RequestsClosed, WasNotThere
from programs.exhibitions.models import Booth, BoothAward, BoothChoice, BoothRequest, ExhibitionResult, TripCost
from programs.exhibitions.services import exhibitions, reports, requests
from tests.factories.accounts import UserFactory
from tests.factories.clusters import MemberFactory
from tests.factories.exhibitions import DAY, ExhibitionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def fair():
    return ExhibitionFactory()


def test_a_firm_has_one_live_request_and_asking_again_changes_it(fair):
    first = fair.join("A-01", "A-02")
    again = fair.join("A-03", firm=first.applicant)
    assert again.pk == first.pk and again.code == first.code
    assert list(again.choices.values_list("booth__code", flat=True)) == ["A-03"]


def test_the_database_refuses_a_second_live_request_of_a_firm(fair):
    one = fair.join("A-01")
    with pytest.raises(IntegrityError), transaction.atomic():
        BoothRequest.objects.create(
            exhibition=one.exhibition, applicant=one.applicant, code="EX-2", opaque_id="b" * 26, products="x",
            submitted_at=clock.now(), changed_at=clock.now(), made_by=one.made_by,
        )  # fmt: skip


def test_who_takes_a_request_back_may_ask_again_with_a_new_one(fair):
    one = fair.join("A-01")
    requests.withdraw(request_id=one.pk, by=fair.user(0), now=clock.now())
    two = fair.join("A-02", firm=one.applicant)
    assert two.pk != one.pk


def test_a_member_of_the_cluster_is_recognised_and_a_stranger_may_ask_too(fair):
    user = UserFactory()
    cluster = fair.exhibition.clusters.get()
    member = MemberFactory(cluster, person=user.person)
    assert fair.join("A-01", firm=Applicant.objects.get(person=user.person)).member == member
    assert fair.join("A-01").member is None


@pytest.mark.parametrize(
    ("booths", "refusal"), [(["B-09"], NotABooth), (["A-01", "A-01"], BoothTwice), ([], InvalidInput)]
)
def test_a_list_of_booths_that_makes_no_sense_is_refused(fair, booths, refusal):
    with pytest.raises(refusal):
        fair.join(*booths)
    assert not BoothRequest.objects.exists()


def test_a_booth_of_another_exhibition_is_refused_by_service_and_trigger(fair):
    other = ExhibitionFactory.draft(booths=5)
    foreign = other.exhibition.booths.get(code="A-05")
    with pytest.raises(NotABooth):
        fair.join("A-05")
    mine = fair.join("A-01")
    with pytest.raises(DatabaseError), transaction.atomic():
        BoothChoice.objects.create(request=mine, booth=foreign, position=2)


def test_two_booths_cannot_have_the_same_rank_whoever_writes(fair):
    mine = fair.join("A-01")
    with pytest.raises(IntegrityError), transaction.atomic():
        BoothChoice.objects.create(
            request=mine, booth=Booth.objects.get(exhibition=fair.exhibition, code="A-02"), position=1
        )


def test_requests_are_refused_before_and_after_their_time_by_the_databases_clock(fair):
    for moment in (-timedelta(hours=2), 10 * DAY):
        with fair.at(moment), pytest.raises(RequestsClosed):
            fair.join("A-01")


def test_nothing_is_taken_back_between_the_close_and_the_result(fair):
    one = fair.join("A-01")
    with fair.at(10 * DAY + timedelta(hours=1)), pytest.raises(RequestsClosed):
        requests.withdraw(request_id=one.pk, by=fair.user(0), now=clock.now())


def test_without_the_declaration_nothing_is_handed_in(fair):
    user = UserFactory()
    firm = Applicant.objects.get(person=user.person)
    with pytest.raises(InvalidInput):
        requests.submit(
            exhibition_id=fair.exhibition.pk, applicant_id=firm.pk, booths=["A-01"], values={"products": "چاقو"},
            declared=False, by=user, now=clock.now(),
        )  # fmt: skip


def test_nobody_asks_or_takes_back_for_another_firm(fair):
    one = fair.join("A-01")
    stranger = UserFactory()
    with pytest.raises(PermissionRefused):
        requests.submit(
            exhibition_id=fair.exhibition.pk, applicant_id=one.applicant_id, booths=["A-01"], values={"products": "چاقو"},
            declared=True, by=stranger, now=clock.now(),
        )  # fmt: skip
    with pytest.raises(PermissionRefused):
        requests.withdraw(request_id=one.pk, by=stranger, now=clock.now())


def test_booths_and_rules_stay_once_announced_and_dates_only_lengthen(fair):
    common = {"exhibition_id": fair.exhibition.pk, "by": fair.officer, "now": clock.now()}
    with pytest.raises(WrongState):
        exhibitions.set_booths(booths=[], **common)
    with pytest.raises(InvalidInput):
        exhibitions.change(values={"mode": "SCORED"}, **common)
    with pytest.raises(InvalidInput):
        exhibitions.change(values={"draw_at": fair.exhibition.draw_at - DAY}, **common)
    later = fair.exhibition.draw_at + DAY
    assert exhibitions.change(values={"draw_at": later}, **common).draw_at == later
    with pytest.raises(DatabaseError), transaction.atomic():
        type(fair.exhibition).objects.filter(pk=fair.exhibition.pk).update(mode="SCORED")


@pytest.mark.parametrize("amount", [0, -5])
def test_a_cost_is_more_than_nothing(amount):
    fair = ExhibitionFactory.in_status("APPROVED")
    with pytest.raises(InvalidInput):
        reports.add_cost(
            exhibition_id=fair.exhibition.pk, values={"kind": "TRAVEL", "amount": amount, "paid_by": "FIRM"},
            by=fair.officer, now=clock.now(),
        )  # fmt: skip
    assert not TripCost.objects.exists()


def test_a_result_is_for_a_firm_that_was_there():
    fair = ExhibitionFactory.in_status("HELD", booths=1, firms=(("A-01",), ("A-01",)))
    absent = fair.exhibition.requests.get(status="NOT_AWARDED")
    with pytest.raises(WasNotThere):
        reports.enter_result(request_id=absent.pk, values={"contacts": 3}, by=fair.officer, now=clock.now())
    with pytest.raises(WasNotThere):
        reports.add_cost(
            exhibition_id=fair.exhibition.pk, request_id=absent.pk, by=fair.officer, now=clock.now(),
            values={"kind": "TRAVEL", "amount": 5, "paid_by": "FIRM"},
        )  # fmt: skip
    with pytest.raises(DatabaseError), transaction.atomic():
        ExhibitionResult.objects.create(request=absent, entered_by=fair.officer, entered_at=clock.now())


def test_satisfaction_goes_from_1_to_5_and_a_result_is_corrected_not_doubled():
    fair = ExhibitionFactory.in_status("HELD", booths=1, firms=(("A-01",),))
    with pytest.raises(InvalidInput):
        fair.result(0, satisfaction=6)
    fair.result(0, contacts=4)
    fair.result(0, contacts=5)
    assert ExhibitionResult.objects.get().contacts == 5


def test_one_booth_has_one_live_award_whoever_writes():
    fair = ExhibitionFactory.in_status("APPROVED", booths=2, firms=(("A-01",), ("A-01",)))
    loser = fair.exhibition.requests.get(status="NOT_AWARDED")
    run = fair.exhibition.runs.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        BoothAward.objects.create(
            booth=Booth.objects.get(exhibition=fair.exhibition, code="A-01"), request=loser, run=run,
            awarded_at=clock.now(),
        )  # fmt: skip
