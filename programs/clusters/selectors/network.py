"""The value chain of a cluster and who has to do with whom.

The public sees by name only firms that agreed to it; the others stand together as one node for each place in the chain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core.fields.language import local_digits
from programs.clusters.choices import ChainRole, RelationKind
from programs.clusters.models import Cluster, ClusterMember, Relation, Stakeholder


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One place in the value chain: how many stand there, with how many workers, and the `named` among them.

    `staff` is None for the public: where one firm stands, it would be that firm's figure.
    """

    role: ChainRole
    count: int
    staff: int | None
    named: Sequence[ClusterMember]

    @property
    def unnamed(self) -> int:
        """Those who are not named."""
        return self.count - len(self.named)


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node of the map. `group` is MEMBER or a kind of stakeholder, in words `group_label`; `size` how many it stands for."""

    key: str
    name: str
    group: str
    group_label: str
    size: int = 1


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A relation of the map, from node to node; `count` relations, the strongest of strength `strength`."""

    source: GraphNode
    target: GraphNode
    kind: RelationKind
    strength: int
    count: int


@dataclass(frozen=True, slots=True)
class Network:
    """The relation map: nodes that have a relation, and the relations, strongest first."""

    nodes: Sequence[GraphNode]
    edges: Sequence[GraphEdge]

    def as_chart(self) -> dict[str, Any]:
        """The map for static/js/charts.js (type `graph`)."""
        groups: dict[str, str] = {}
        for node in self.nodes:
            groups.setdefault(node.group, node.group_label)
        order = list(groups)
        # Nodes of one group stand together.
        nodes = sorted(self.nodes, key=lambda node: order.index(node.group))
        return {
            "type": "graph",
            "groups": list(groups.values()),
            "nodes": [
                {"id": node.key, "name": node.name, "group": order.index(node.group), "size": node.size}
                for node in nodes
            ],
            "edges": [
                {
                    "source": edge.source.key,
                    "target": edge.target.key,
                    "label": str(edge.kind.label),
                    "strength": edge.strength,
                }
                for edge in self.edges
            ],
        }


def value_chain(cluster: Cluster, today: date, *, public: bool) -> list[ChainLink]:
    """Members by their place in the chain, in its order; places where nobody stands are left out. One query."""
    rows = ClusterMember.objects.filter(cluster=cluster).present_on(today).select_related("county")
    members = list(rows.order_by("sort_key", "pk"))
    found = []
    for role in ChainRole:
        here = [row for row in members if row.role == role]
        if here:
            named = [row for row in here if row.is_public or not public]
            staff = None if public else sum(row.staff or 0 for row in here)
            found.append(ChainLink(role, len(here), staff, named))
    return found


def relations(cluster: Cluster) -> Network:
    """The whole map with every name, for the desk. One query."""
    return _network(_rows(cluster), _own_node)


def public_network(cluster: Cluster) -> Network:
    """The map everybody may see. One query."""
    rows = _rows(cluster)
    groups: dict[str, set[int]] = {}
    for row in rows:
        for end in (row.source, row.target):
            if not end.is_public:
                groups.setdefault(_group_key(end), set()).add(end.pk)

    def node(end: ClusterMember | Stakeholder) -> GraphNode:
        """Itself where it agreed to be named, else the group it belongs to."""
        if end.is_public:
            return _own_node(end)
        own = _own_node(end)
        number = len(groups[_group_key(end)])
        name = _("%(kind)s (%(number)s)") % {"kind": _label(end), "number": local_digits(number)}
        return GraphNode(_group_key(end), name, own.group, own.group_label, number)

    return _network(rows, node)


def _rows(cluster: Cluster) -> list[Relation]:
    ends = ("from_member", "from_stakeholder", "to_member", "to_stakeholder")
    return list(Relation.objects.filter(cluster=cluster).select_related(*ends).order_by("pk"))


def _network(rows: Iterable[Relation], node_of: Any) -> Network:
    nodes: dict[str, GraphNode] = {}
    edges: dict[tuple[str, str, str], GraphEdge] = {}
    for row in rows:
        source, target = node_of(row.source), node_of(row.target)
        nodes.setdefault(source.key, source)
        nodes.setdefault(target.key, target)
        key = (source.key, target.key, row.kind)
        before = edges.get(key)
        strength = max(row.strength, before.strength if before else 0)
        edges[key] = GraphEdge(source, target, RelationKind(row.kind), strength, (before.count if before else 0) + 1)
    ordered = sorted(edges.values(), key=lambda edge: (-edge.strength, -edge.count))
    # Firms of one group among themselves: there is nothing to draw between a node and itself.
    return Network(list(nodes.values()), [edge for edge in ordered if edge.source.key != edge.target.key])


def _own_node(end: ClusterMember | Stakeholder) -> GraphNode:
    if isinstance(end, ClusterMember):
        return GraphNode(f"m{end.pk}", end.display_name, "MEMBER", _("members"))
    return GraphNode(f"s{end.pk}", end.name, end.kind, end.get_kind_display())


def _group_key(end: ClusterMember | Stakeholder) -> str:
    return f"g-{end.role}" if isinstance(end, ClusterMember) else f"k-{end.kind}"


def _label(end: ClusterMember | Stakeholder) -> str:
    return end.get_role_display() if isinstance(end, ClusterMember) else end.get_kind_display()
