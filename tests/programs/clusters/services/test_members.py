"""Members join, change and leave; relations join two different nodes of one cluster."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.models import User
from core.errors import Conflict, InvalidInput, WrongState
from programs.clusters.choices import ChainRole, RelationKind
from programs.clusters.errors import NotOfCluster
from programs.clusters.models import Cluster, ClusterMember, Relation
from programs.clusters.services import members
from programs.clusters.services.members import Node
from tests.factories.clusters import JOINED, NOW, TODAY, ClusterFactory, MemberFactory, StakeholderFactory

pytestmark = pytest.mark.django_db


def test_a_name_is_a_member_once_until_it_leaves(cluster: Cluster, officer: User) -> None:
    first = MemberFactory(cluster, name="چاقوسازی الف")
    with pytest.raises(Conflict):
        MemberFactory(cluster, name="چاقوسازی الف")
    members.leave(member_id=first.pk, left_on=TODAY, reason="تعطیلی", by=officer, now=NOW)
    MemberFactory(cluster, name="چاقوسازی الف")
    assert cluster.members.count() == 2


def test_a_member_joins_no_later_than_today(cluster: Cluster) -> None:
    with pytest.raises(InvalidInput) as refusal:
        MemberFactory(cluster, joined_on=TODAY + timedelta(days=1))
    assert "joined_on" in refusal.value.errors


@pytest.mark.parametrize("left_on", [JOINED, TODAY + timedelta(days=1)])
def test_a_member_leaves_after_it_joined_and_not_in_the_future(
    cluster: Cluster, officer: User, left_on: object
) -> None:
    member = MemberFactory(cluster)
    with pytest.raises(InvalidInput):
        members.leave(member_id=member.pk, left_on=left_on, reason="", by=officer, now=NOW)  # type: ignore[arg-type]


def test_a_member_leaves_once(cluster: Cluster, officer: User) -> None:
    member = MemberFactory(cluster)
    members.leave(member_id=member.pk, left_on=TODAY, reason="", by=officer, now=NOW)
    with pytest.raises(WrongState):
        members.leave(member_id=member.pk, left_on=TODAY, reason="", by=officer, now=NOW)


def test_who_had_joined_and_not_left_is_present(cluster: Cluster, officer: User) -> None:
    member = MemberFactory(cluster)
    members.leave(member_id=member.pk, left_on=TODAY, reason="", by=officer, now=NOW)
    here = ClusterMember.objects.present_on
    assert not here(JOINED - timedelta(days=1)).exists()
    assert here(JOINED).exists() and here(TODAY - timedelta(days=1)).exists()
    assert not here(TODAY).exists()


def test_negative_staff_is_refused(cluster: Cluster) -> None:
    with pytest.raises(InvalidInput):
        MemberFactory(cluster, staff=-1)


def test_a_relation_goes_from_one_node_to_another(cluster: Cluster, officer: User) -> None:
    member, bank = MemberFactory(cluster), StakeholderFactory(cluster)
    for strength in (1, 3):
        members.relate(
            cluster_id=cluster.pk, source=Node(stakeholder=bank.pk), target=Node(member=member.pk),
            kind=RelationKind.FINANCES, strength=strength, by=officer, now=NOW,
        )  # fmt: skip
    relation = Relation.objects.get()
    assert (relation.source, relation.target, relation.strength) == (bank, member, 3)


def test_nobody_has_a_relation_with_himself(cluster: Cluster, officer: User) -> None:
    node = Node(member=MemberFactory(cluster).pk)
    with pytest.raises(InvalidInput):
        members.relate(cluster_id=cluster.pk, source=node, target=node, kind=RelationKind.BUYS, by=officer, now=NOW)


def test_a_node_of_another_cluster_is_refused(cluster: Cluster, officer: User) -> None:
    own, stranger = MemberFactory(cluster), MemberFactory(ClusterFactory("shoes"))
    with pytest.raises(NotOfCluster):
        members.relate(
            cluster_id=cluster.pk, source=Node(member=own.pk), target=Node(member=stranger.pk),
            kind=RelationKind.SUPPLIES, by=officer, now=NOW,
        )  # fmt: skip
    assert not Relation.objects.exists()


@pytest.mark.parametrize("strength", [0, 4, -1])
def test_the_strength_is_one_to_three(cluster: Cluster, officer: User, strength: int) -> None:
    first, second = MemberFactory(cluster), MemberFactory(cluster, role=ChainRole.PARTS)
    with pytest.raises(InvalidInput):
        members.relate(
            cluster_id=cluster.pk, source=Node(member=first.pk), target=Node(member=second.pk),
            kind=RelationKind.SUPPLIES, strength=strength, by=officer, now=NOW,
        )  # fmt: skip


def test_an_end_is_a_member_or_a_stakeholder_and_never_both(cluster: Cluster, officer: User) -> None:
    member, bank = MemberFactory(cluster), StakeholderFactory(cluster)
    for wrong in (Node(), Node(member=member.pk, stakeholder=bank.pk)):
        with pytest.raises(InvalidInput):
            members.relate(
                cluster_id=cluster.pk, source=wrong, target=Node(stakeholder=bank.pk), kind=RelationKind.BUYS,
                by=officer, now=NOW,
            )  # fmt: skip
