"""What the team has written about a unit; a fixed number of queries each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from clinic.cases.choices import AnsweringStatus, NodeKind, SwotKind
from clinic.cases.drawing import fishbone, graph
from clinic.cases.models import Answering, Case, CauseEdge, CauseNode, DataSheet, Finding, SwotEntry, Visit
from clinic.cases.sheets import SHEETS, Item, Kind, Sheet
from clinic.choices import Dimension
from clinic.instruments.models import InstrumentVersion
from clinic.instruments.selectors import answerable


@dataclass(frozen=True, slots=True)
class SheetCard:
    """One kind of sheet with its newest version (None: not filled in yet)."""

    schema: Sheet
    latest: DataSheet | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value as a page shows it: `kind` says how it is written."""

    item: Item
    value: Any


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """A questionnaire a member of the team may begin, or has begun; `answering` None: not begun."""

    version: InstrumentVersion
    answering: Answering | None


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One node in the list beside the picture, `depth` steps behind the symptoms; `effects`: what it brings about."""

    node: CauseNode
    depth: int
    effects: list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Tree:
    """The cause tree of a case: rows for the list, pictures for the eye. `edge_count` arrows."""

    rows: list[TreeRow]
    graph: graph.Graph | None
    fishbone: fishbone.Fishbone | None
    edges: list[CauseEdge]


def visits_of(case: Case) -> list[Visit]:
    """The log, newest first, with photos. 2 queries."""
    return list(case.visits.select_related("by").prefetch_related("photos__file__thumbnail"))


def sheets_of(case: Case) -> list[SheetCard]:
    """Every kind in its order with its newest version. 1 query."""
    newest: dict[str, DataSheet] = {}
    for row in case.sheets.select_related("entered_by").order_by("kind", "-version"):
        newest.setdefault(row.kind, row)
    return [SheetCard(schema, newest.get(kind)) for kind, schema in SHEETS.items()]


def values_of(sheet: DataSheet) -> tuple[list[Value], list[list[Value]]]:
    """Single values and rows of a sheet in the order of its schema. No query."""
    schema = SHEETS[sheet.kind]  # type: ignore[index]
    single = [_value(item, sheet.data["items"]) for item in schema.items]
    rows = [[_value(item, row) for item in schema.columns] for row in sheet.data["rows"]]
    return [one for one in single if one.value is not None], rows


def _value(item: Item, given: dict[str, Any]) -> Value:
    value = given.get(item.name)
    if value is not None and item.kind is Kind.DATE:
        value = date.fromisoformat(value)
    elif value is not None and item.kind in (Kind.DECIMAL, Kind.PERCENT):
        value = Decimal(value)
    return Value(item, value)


def answerings_of(case: Case) -> list[Answering]:
    """Questionnaires handed in, then those being filled in. 1 query."""
    rows = case.answerings.select_related("version__instrument", "consultant__user")
    return sorted(rows, key=lambda row: (row.status != AnsweringStatus.HANDED_IN, row.pk))


def to_answer(answerings: Sequence[Answering], user: Any, specialties: frozenset[str], day: date) -> list[ToAnswer]:
    """What somebody who is in the team for these specialties has yet to hand in, with what he began. 1 query."""
    mine = {row.version_id: row for row in answerings if row.consultant.user_id == user.pk}
    done = {key for key, row in mine.items() if row.status == AnsweringStatus.HANDED_IN}
    found = [ToAnswer(one, mine.pop(one.pk, None)) for one in answerable(day, specialties) if one.pk not in done]
    rest = [ToAnswer(row.version, row) for key, row in mine.items() if key not in done]
    return [*found, *rest]


def findings_of(case: Case) -> list[tuple[str, list[Finding]]]:
    """Findings by dimension, the gravest first. 1 query."""
    rows = list(case.findings.select_related("by"))
    groups = [(str(name.label), [row for row in rows if row.dimension == name]) for name in Dimension]
    return [(label, found) for label, found in groups if found]


def swot_of(case: Case) -> list[tuple[SwotKind, list[SwotEntry]]]:
    """The four fields with their lines. 1 query."""
    rows = list(case.swot.all())
    return [(kind, [row for row in rows if row.kind == kind]) for kind in SwotKind]


def nodes_of(case: Case) -> list[CauseNode]:
    """The boxes of the tree with their causes. 1 query."""
    return list(case.cause_nodes.select_related("cause").order_by("pk"))


def tree_of(case: Case, *, from_right: bool) -> Tree:
    """The cause tree; pictures only where there is something to draw. 2 queries."""
    nodes = nodes_of(case)
    edges = list(CauseEdge.objects.filter(effect__case=case))
    if not nodes:
        return Tree([], None, None, [])
    pairs = [(edge.effect_id, edge.cause_id) for edge in edges]
    drawn = [graph.Node(one.pk, one.kind, one.label, one.is_primary) for one in nodes]
    return Tree(
        rows=_rows(nodes, edges),
        graph=graph.layout(drawn, pairs, from_right=from_right),
        fishbone=_fishbone(nodes, from_right),
        edges=edges,
    )


def _rows(nodes: Sequence[CauseNode], edges: Sequence[CauseEdge]) -> list[TreeRow]:
    """Depth first from the symptoms; what hangs nowhere comes last."""
    by_key = {one.pk: one for one in nodes}
    behind: dict[int, list[int]] = {}
    effects: dict[int, list[tuple[int, str]]] = {}
    for edge in edges:
        behind.setdefault(edge.effect_id, []).append(edge.cause_id)
        effects.setdefault(edge.cause_id, []).append((edge.pk, by_key[edge.effect_id].label))
    found: dict[int, TreeRow] = {}

    def walk(key: int, depth: int) -> None:
        if key not in found:
            found[key] = TreeRow(by_key[key], depth, effects.get(key, []))
            for cause in behind.get(key, []):
                walk(cause, depth + 1)

    for one in nodes:
        if one.kind == NodeKind.SYMPTOM:
            walk(one.pk, 0)
    for one in nodes:
        if one.pk not in effects:
            walk(one.pk, 0)
    return list(found.values())


def _fishbone(nodes: Sequence[CauseNode], from_right: bool) -> fishbone.Fishbone | None:
    symptoms = [one.label for one in nodes if one.kind == NodeKind.SYMPTOM]
    sides = []
    for name in Dimension:
        causes = [
            fishbone.Cause(one.label, one.kind == NodeKind.ROOT, one.is_primary)
            for one in nodes
            if one.dimension == name and one.kind != NodeKind.SYMPTOM
        ]
        if causes:
            sides.append(fishbone.Side(str(name.label), causes))
    return fishbone.layout(symptoms, sides, from_right=from_right) if sides else None
