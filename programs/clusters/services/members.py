"""Members and stakeholders: taken in, changed, gone; and the relations between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import Conflict, InvalidInput, WrongState
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.writing import write
from programs.clusters import permissions
from programs.clusters.models import Cluster, ClusterMember, Relation, Stakeholder
from programs.clusters.services.checks import locked, locked_cluster, not_later, of_cluster, only, refuse

MEMBER_FIELDS = frozenset(
    {
        "name", "name_en", "legal_entity", "person", "role", "trade", "county", "staff", "joined_on", "contact_name",
        "phone", "address", "is_public", "is_illustrative",
    }
)  # fmt: skip
STAKEHOLDER_FIELDS = frozenset({"name_en", "kind", "note", "is_public", "is_illustrative"})


@dataclass(frozen=True, slots=True)
class Node:
    """One end of a relation: a member or a stakeholder, by primary key; exactly one of them."""

    member: int | None = None
    stakeholder: int | None = None


def add_member(*, cluster_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> ClusterMember:
    """Take a firm or workshop in; `values` are `MEMBER_FIELDS`. Raises Conflict for a name that is a member already."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        return enter_member(locked_cluster(cluster_id), values, by=by, now=now)


def enter_member(cluster: Cluster, values: Mapping[str, Any], *, by: Any | None, now: datetime) -> ClusterMember:
    """`add_member` inside the transaction of a caller who has locked the cluster and asked who may."""
    only(values, MEMBER_FIELDS)
    _check(values, now)
    name = normalise(values["name"])
    if ClusterMember.objects.filter(cluster=cluster, name=name, left_on__isnull=True).exists():
        raise Conflict(_("A member with this name belongs to the cluster already."), code="member_again", field="name")
    return write(ClusterMember(cluster=cluster), values, by=by, now=now, event="clusters.member")


def change_member(*, member_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> ClusterMember:
    """Correct what is known of a member; `values` are `MEMBER_FIELDS`."""
    only(values, MEMBER_FIELDS)
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        member = locked(ClusterMember, member_id)
        _check(values, now)
        return write(member, values, by=by, now=now, event="clusters.member")


def leave(*, member_id: int, left_on: date, reason: str, by: Any | None, now: datetime) -> ClusterMember:
    """A member leaves. Its figures stay, and count for the months in which it belonged to the cluster."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        member = locked(ClusterMember, member_id)
        if member.left_on is not None:
            raise WrongState(_("This member has left already."), code="member_gone")
        if left_on <= member.joined_on:
            raise refuse("left_on", _("A member can only leave after it has joined."))
        not_later(left_on, tehran_date(now), field="left_on")
        row = write(member, {"left_on": left_on}, by=by, now=now, event="clusters.member")
        record(action="clusters.member.left", by=by, target=row, now=now, reason=reason)
        return row


def save_stakeholder(
    *, cluster_id: int, name: str, values: Mapping[str, Any], by: Any | None, now: datetime
) -> Stakeholder:
    """Make or change the stakeholder of this name; `values` are `STAKEHOLDER_FIELDS`."""
    only(values, STAKEHOLDER_FIELDS)
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        name = normalise(name)
        row = Stakeholder.objects.filter(cluster=cluster, name=name).first()
        row = row or Stakeholder(cluster=cluster)
        return write(row, {"name": name, **values}, by=by, now=now, event="clusters.stakeholder")


def relate(
    *,
    cluster_id: int,
    source: Node,
    target: Node,
    kind: str,
    by: Any | None,
    now: datetime,
    strength: int = 1,
    is_illustrative: bool = False,
) -> Relation:
    """Say what one node does for another; the same relation again changes its strength (1 to 3).

    Raises InvalidInput for a relation with itself, a missing end, or a strength out of range; NotOfCluster for a node of
    another cluster.
    """
    permissions.require(by, permissions.WRITE)
    if source == target:
        raise refuse("to", _("A relation needs two different ends."))
    if strength not in (1, 2, 3):
        raise refuse("strength", _("The strength is 1, 2 or 3."))
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        ends = {**_end(source, "from", cluster), **_end(target, "to", cluster)}
        row = Relation.objects.filter(**ends, kind=kind).first() or Relation(cluster=cluster)
        values = {**ends, "kind": kind, "strength": strength, "is_illustrative": is_illustrative}
        return write(row, values, by=by, now=now, event="clusters.relation")


def unrelate(*, relation_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Take a relation back that does not exist any more."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        row = locked(Relation, relation_id)
        record(action="clusters.relation.removed", by=by, target=row, now=now, reason=reason)
        row.delete()


def _check(values: Mapping[str, Any], now: datetime) -> None:
    if values.get("legal_entity") and values.get("person"):
        raise refuse("person", _("A member is a legal entity or a person, not both."))
    joined = values.get("joined_on")
    if isinstance(joined, date):
        not_later(joined, tehran_date(now), field="joined_on")
    staff = values.get("staff")
    if isinstance(staff, int) and staff < 0:
        raise refuse("staff", _("The number may not be negative."))


def _end(node: Node, prefix: str, cluster: Cluster) -> dict[str, Any]:
    """The two columns of one end."""
    if (node.member is None) == (node.stakeholder is None):
        raise InvalidInput(_("Name a member or a stakeholder, one of the two."), field=prefix)
    member = locked(ClusterMember, node.member) if node.member is not None else None
    stakeholder = locked(Stakeholder, node.stakeholder) if node.stakeholder is not None else None
    of_cluster(member or stakeholder, cluster.pk, field=prefix)
    return {f"{prefix}_member": member, f"{prefix}_stakeholder": stakeholder}
