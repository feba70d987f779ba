"""Readings are corrected by new ones, months are first days, and each member answers a survey once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from core.errors import Conflict, InvalidInput
from programs.choices import IndicatorKind
from programs.clusters.models import Cluster, MemberReading
from programs.clusters.services import effects, members
from programs.clusters.services.effects import Value
from tests.factories import clusters as made
from tests.factories.clusters import NOW, TODAY, ClusterFactory, MemberFactory, day

pytestmark = pytest.mark.django_db


def test_another_value_is_a_new_reading_and_the_same_one_is_none(cluster: Cluster) -> None:
    jobs, member = made.indicator(cluster), MemberFactory(cluster)
    for number in (4, 4, 6):
        made.readings(jobs, "1405/01/01", {member: number})
    rows = list(MemberReading.objects.order_by("pk").values_list("value", "is_superseded"))
    assert rows == [(Decimal(4), True), (Decimal(6), False)]
    assert MemberReading.objects.current().get().corrects.value == 4


@pytest.mark.parametrize("month", ["1405/01/02", "1405/12/01"])
def test_a_month_is_named_by_its_first_day_and_has_begun(cluster: Cluster, month: str) -> None:
    with pytest.raises(InvalidInput):
        made.readings(made.indicator(cluster), month, {MemberFactory(cluster): 1})


def test_all_members_or_none(cluster: Cluster) -> None:
    good, bad = MemberFactory(cluster), MemberFactory(ClusterFactory("shoes"))
    with pytest.raises(InvalidInput):
        made.readings(made.indicator(cluster), "1405/01/01", {good: 4, bad: 5})
    assert not MemberReading.objects.exists()


@pytest.mark.parametrize("value", [-1, None, "x", Decimal("NaN"), Decimal(10) ** 14, Decimal("0.00001")])
def test_a_value_is_a_number_of_nought_or_more_that_fits_the_column(cluster: Cluster, value: object) -> None:
    with pytest.raises(InvalidInput):
        made.readings(made.indicator(cluster), "1405/01/01", {MemberFactory(cluster): value})


def test_a_ratio_needs_something_to_divide_by(cluster: Cluster) -> None:
    share = made.indicator(cluster, "share", IndicatorKind.RATIO, name="سهم صادرات", unit="درصد")
    with pytest.raises(InvalidInput):
        made.readings(share, "1405/01/01", {MemberFactory(cluster): (1, 0)})


def test_nothing_is_measured_of_a_member_that_has_left(cluster: Cluster, officer: User) -> None:
    jobs, member = made.indicator(cluster), MemberFactory(cluster)
    members.leave(member_id=member.pk, left_on=day("1405/03/01"), reason="", by=officer, now=NOW)
    with pytest.raises(InvalidInput):
        made.readings(jobs, "1405/04/01", {member: 1})


def test_the_kind_of_an_indicator_stays_once_there_are_readings(cluster: Cluster) -> None:
    made.readings(made.indicator(cluster), "1405/01/01", {MemberFactory(cluster): 1})
    with pytest.raises(InvalidInput):
        made.indicator(cluster, kind=IndicatorKind.AVERAGE)


def test_a_grid_is_of_one_cluster(cluster: Cluster, officer: User) -> None:
    stranger = made.indicator(ClusterFactory("shoes"))
    with pytest.raises(InvalidInput):
        effects.set_grid(
            cluster_id=cluster.pk, month=day("1405/01/01"),
            values={stranger.pk: [Value(MemberFactory(cluster).pk, Decimal(1))]}, by=officer, now=NOW,
        )  # fmt: skip


def test_a_member_answers_once_and_from_one_to_five(cluster: Cluster, officer: User) -> None:
    member = MemberFactory(cluster)
    asked = {"member_id": member.pk, "answered_on": TODAY, "year": 1405, "half": "FIRST", "by": officer, "now": NOW}
    for score in (0, 6, -1):
        with pytest.raises(InvalidInput):
            effects.answer(score=score, **asked)  # type: ignore[arg-type]
    effects.answer(score=5, **asked)  # type: ignore[arg-type]
    with pytest.raises(Conflict):
        effects.answer(score=4, **asked)  # type: ignore[arg-type]


def test_an_answer_is_about_a_gathering_or_half_a_year(cluster: Cluster, officer: User) -> None:
    member = MemberFactory(cluster)
    visit = effects.add_gathering(
        cluster_id=cluster.pk,
        title="بازدید",
        starts_on=day("1405/03/01"),
        values={"kind": "VISIT"},
        by=officer,
        now=NOW,
    )
    common = {"member_id": member.pk, "score": 4, "answered_on": TODAY, "by": officer, "now": NOW}
    for wrong in (
        {},
        {"year": 1405},
        {"gathering": visit, "year": 1405, "half": "FIRST"},
        {"year": 1406, "half": "FIRST"},
    ):
        with pytest.raises(InvalidInput):
            effects.answer(**common, **wrong)  # type: ignore[arg-type]
    assert effects.answer(**common, gathering=visit).cluster == cluster  # type: ignore[arg-type]


def test_a_gathering_ends_no_earlier_than_it_begins(cluster: Cluster, officer: User) -> None:
    with pytest.raises(InvalidInput):
        effects.add_gathering(
            cluster_id=cluster.pk, title="بازدید", starts_on=day("1405/03/02"),
            values={"kind": "VISIT", "ends_on": day("1405/03/01")}, by=officer, now=NOW,
        )  # fmt: skip


def test_a_month_of_many_members_takes_as_many_queries_as_one_of_one(cluster: Cluster, officer: User) -> None:
    jobs = made.indicator(cluster)
    people = [MemberFactory(cluster) for _number in range(20)]
    taken = []
    for month, here in (("1405/01/01", people[:1]), ("1405/02/01", people)):
        with CaptureQueriesContext(connection) as seen:
            made.readings(jobs, month, dict.fromkeys(here, 3))
        taken.append(len(seen))
    assert taken[0] == taken[1]
