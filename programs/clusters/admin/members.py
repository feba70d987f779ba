"""Members, stakeholders and their relations."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from programs.clusters.admin.base import (
    Act,
    FoundByKey,
    OnDay,
    ServiceAdmin,
    ServiceForm,
    WithReason,
    WrittenOnce,
)
from programs.clusters.models import ClusterMember, Relation, Stakeholder
from programs.clusters.services import members


class LeaveForm(OnDay, WithReason):
    """When and why a member left."""


class MemberForm(ServiceForm):
    """A member."""

    class Meta:
        model = ClusterMember
        fields = [
            "cluster", "name", "name_en", "role", "trade", "county", "staff", "joined_on", "legal_entity", "person",
            "contact_name", "phone", "address", "is_public", "is_illustrative",
        ]  # fmt: skip

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ClusterMember:
        cluster = values.pop("cluster", None)
        if self.instance.pk is None:
            return members.add_member(cluster_id=cluster.pk, values=values, by=by, now=now)
        return members.change_member(member_id=self.instance.pk, values=values, by=by, now=now)


@admin.register(ClusterMember)
class ClusterMemberAdmin(FoundByKey, ServiceAdmin):
    """Members."""

    form = MemberForm
    list_display = ("name", "cluster", "role", "county", "staff", "joined_on", "left_on", "is_public")
    list_filter = ("cluster", "role", "county", "is_public")
    list_select_related = ("cluster", "county")
    raw_id_fields = ("legal_entity", "person")
    acts = (
        Act(
            name="leave",
            label=_("The member leaves"),
            text=_("Its figures stay and count for the months in which it belonged to the cluster."),
            run=lambda row, values, by, now: members.leave(
                member_id=row.pk, left_on=values["on"], reason=values["reason"], by=by, now=now
            ),
            possible=lambda row: row.left_on is None,
            form=LeaveForm,
            is_danger=True,
        ),
    )

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Live figures lead here by the slug of a county."""
        return lookup == "county__slug__exact" or super().lookup_allowed(lookup, value, request)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A member stays with its cluster."""
        return [*super().get_readonly_fields(request, obj), *(["cluster"] if obj else [])]


class StakeholderForm(ServiceForm):
    """A stakeholder."""

    class Meta:
        model = Stakeholder
        fields = ["cluster", "name", "name_en", "kind", "note", "is_public", "is_illustrative"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Stakeholder:
        cluster = values.pop("cluster", None) or self.instance.cluster
        name = values.pop("name", None) or self.instance.name
        return members.save_stakeholder(cluster_id=cluster.pk, name=name, values=values, by=by, now=now)


@admin.register(Stakeholder)
class StakeholderAdmin(ServiceAdmin):
    """Stakeholders; known by name."""

    form = StakeholderForm
    list_display = ("name", "cluster", "kind", "is_public")
    list_filter = ("cluster", "kind")
    list_select_related = ("cluster",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Known by cluster and name."""
        return [*super().get_readonly_fields(request, obj), *(["cluster", "name"] if obj else [])]


class RelationForm(ServiceForm):
    """A relation from one node to another."""

    class Meta:
        model = Relation
        fields = [
            "cluster", "from_member", "from_stakeholder", "kind", "to_member", "to_stakeholder", "strength",
            "is_illustrative",
        ]  # fmt: skip

    def _post_clean(self) -> None:
        """The service checks the ends, in plain words."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Relation:
        return members.relate(
            cluster_id=values["cluster"].pk,
            source=_node(values["from_member"], values["from_stakeholder"]),
            target=_node(values["to_member"], values["to_stakeholder"]),
            kind=values["kind"],
            strength=values["strength"],
            is_illustrative=values["is_illustrative"],
            by=by,
            now=now,
        )


@admin.register(Relation)
class RelationAdmin(WrittenOnce):
    """Relations."""

    form = RelationForm
    list_display = ("cluster", "source", "kind", "target", "strength")
    list_filter = ("cluster", "kind")
    list_select_related = ("cluster", "from_member", "from_stakeholder", "to_member", "to_stakeholder")
    acts = (
        Act(
            name="remove",
            label=_("Take the relation back"),
            text=_("It disappears from the relation map."),
            run=lambda row, values, by, now: members.unrelate(
                relation_id=row.pk, reason=values["reason"], by=by, now=now
            ),
            possible=lambda row: True,
            form=WithReason,
            is_danger=True,
        ),
    )


def _node(member: ClusterMember | None, stakeholder: Stakeholder | None) -> members.Node:
    return members.Node(member=member.pk if member else None, stakeholder=stakeholder.pk if stakeholder else None)
