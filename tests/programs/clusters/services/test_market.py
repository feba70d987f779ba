"""Marks have one number and are renewed in time; exports are corrected by new records and never lie ahead."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from accounts.models import User
from core.errors import Conflict, InvalidInput, WrongState
from core.messages.models import Message
from programs.clusters.errors import NotOfCluster
from programs.clusters.models import Cluster, ExportRecord, TrademarkRecord
from programs.clusters.services import exports, trademarks
from tests.factories.clusters import NOW, TODAY, ClusterFactory, MemberFactory, ProductFactory, day, export

pytestmark = pytest.mark.django_db


def mark(cluster: Cluster, by: User, brand: str = "زنجان‌تیغ") -> TrademarkRecord:
    return trademarks.apply_for(
        cluster_id=cluster.pk, brand=brand, nice_class=8, applied_on=day("1404/01/15"), by=by, now=NOW
    )


def granted(cluster: Cluster, by: User, number: str = "412345", expires: str = "1414/06/01") -> TrademarkRecord:
    return trademarks.grant(
        trademark_id=mark(cluster, by).pk, number=number, granted_on=day("1404/06/01"), expires_on=day(expires), by=by,
        now=NOW,
    )  # fmt: skip


def test_a_number_belongs_to_one_mark(cluster: Cluster, officer: User) -> None:
    granted(cluster, officer)
    with pytest.raises(Conflict):
        granted(cluster, officer, number=" 412345 ")
    assert TrademarkRecord.objects.filter(number="412345").count() == 1


@pytest.mark.parametrize(
    ("granted_on", "expires_on"),
    [("1404/01/14", "1414/01/01"), ("1404/06/01", "1404/06/01"), ("1405/12/01", "1415/12/01")],
)
def test_a_mark_is_granted_after_it_was_applied_for_and_before_it_expires(
    cluster: Cluster, officer: User, granted_on: str, expires_on: str
) -> None:
    with pytest.raises(InvalidInput):
        trademarks.grant(
            trademark_id=mark(cluster, officer).pk, number="1", granted_on=day(granted_on), expires_on=day(expires_on),
            by=officer, now=NOW,
        )  # fmt: skip


@pytest.mark.parametrize("nice_class", [0, 46, -1])
def test_classes_go_from_1_to_45(cluster: Cluster, officer: User, nice_class: int) -> None:
    with pytest.raises(InvalidInput):
        trademarks.apply_for(
            cluster_id=cluster.pk, brand="نام", nice_class=nice_class, applied_on=TODAY, by=officer, now=NOW
        )


def test_the_mark_of_a_member_is_one_of_its_own_cluster(cluster: Cluster, officer: User) -> None:
    with pytest.raises(NotOfCluster):
        trademarks.apply_for(
            cluster_id=cluster.pk, brand="نام", nice_class=8, applied_on=TODAY, by=officer, now=NOW,
            member=MemberFactory(ClusterFactory("shoes")),
        )  # fmt: skip


def test_officers_are_reminded_once_at_each_stage(cluster: Cluster, officer: User) -> None:
    expires = TODAY + timedelta(days=100)
    row = granted(cluster, officer)
    TrademarkRecord.objects.filter(pk=row.pk).update(expires_on=expires)
    for day_number in (0, 0, 1, 50):
        trademarks.remind_of_expiry(now=NOW + timedelta(days=day_number))
    told = Message.objects.filter(user=officer, template__startswith="clusters.")
    texts = list(told.values_list("template", flat=True))
    assert texts == ["clusters.trademark_expires"] * 2


def test_a_mark_far_from_its_end_reminds_nobody(cluster: Cluster, officer: User) -> None:
    granted(cluster, officer)
    assert trademarks.remind_of_expiry(now=NOW) == 0


def test_renewal_only_lengthens(cluster: Cluster, officer: User) -> None:
    row = granted(cluster, officer)
    with pytest.raises(InvalidInput):
        trademarks.renew(trademark_id=row.pk, expires_on=row.expires_on, by=officer, now=NOW)  # type: ignore[arg-type]
    trademarks.renew(trademark_id=row.pk, expires_on=day("1424/06/01"), by=officer, now=NOW)


@pytest.mark.parametrize(
    "values",
    [{"year": 1406}, {"year": 1300}, {"country": "IR"}, {"country": "QQ"}, {"usd": -1}, {"weight_kg": Decimal(0)}],
)
def test_exports_that_cannot_be_are_refused(cluster: Cluster, values: dict[str, object]) -> None:
    with pytest.raises(InvalidInput):
        export(MemberFactory(cluster), **values)  # type: ignore[arg-type]
    assert not ExportRecord.objects.exists()


def test_the_product_is_one_of_the_members_cluster(cluster: Cluster) -> None:
    with pytest.raises(NotOfCluster):
        export(MemberFactory(cluster), product=ProductFactory(ClusterFactory("shoes"), "کفش", "6403"))


def test_an_export_is_entered_once_and_corrected_by_a_new_record(cluster: Cluster, officer: User) -> None:
    member = MemberFactory(cluster)
    first = export(member, usd=1000)
    with pytest.raises(Conflict):
        export(member, usd=2000)
    correct = {"value_usd": Decimal(1500), "weight_kg": Decimal(90), "by": officer, "now": NOW}
    with pytest.raises(InvalidInput):
        exports.correct_export(export_id=first.pk, reason=" ", **correct)  # type: ignore[arg-type]
    second = exports.correct_export(export_id=first.pk, reason="اشتباه تایپی", **correct)  # type: ignore[arg-type]
    first.refresh_from_db()
    assert (first.value_usd, first.is_superseded, second.corrects) == (Decimal(1000), True, first)
    assert list(ExportRecord.objects.current()) == [second]
    with pytest.raises(WrongState):
        exports.correct_export(export_id=first.pk, reason="باز هم", **correct)  # type: ignore[arg-type]
