"""The cause tree: boxes and arrows, from symptoms to root causes, without a circle."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import CauseRank, NodeKind
from clinic.cases.diagnosis_errors import CauseTwice, CauseUsed, OwnCause, PrimaryTaken
from clinic.cases.models import Case, CauseEdge, CauseNode
from clinic.cases.services.agreements import forget_agreements
from clinic.cases.services.cases import named_refusals
from clinic.cases.services.findings import diagnosable, part
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.writing import assign, check

FACTS = frozenset({"kind", "cause", "text", "dimension", "rank", "evidence"})


def add_node(
    *, case_id: int, values: Mapping[str, Any], by: Any, now: datetime, effect_id: int | None = None
) -> CauseNode:
    """Put a box into the tree: a cause of the catalogue or an own text; `effect_id` is the box it brings about.

    A cause of the catalogue brings its own dimension. Raises PermissionRefused, WrongState, InvalidInput, CauseTwice, PrimaryTaken.
    """
    with transaction.atomic():
        case = diagnosable(case_id, by)
        node = _keep(CauseNode(case=case, by=by, written_at=now), values)
        record(action="cases.cause.added", by=by, target=node, now=now)
        if effect_id is not None:
            _join(case, effect_id=effect_id, cause_id=node.pk, by=by, now=now)
        forget_agreements(case)
    return node


def change_node(*, node_id: int, values: Mapping[str, Any], by: Any, now: datetime) -> CauseNode:
    """Change a box. Raises PermissionRefused, NotFound, WrongState, InvalidInput, CauseTwice, PrimaryTaken."""
    with transaction.atomic():
        node, case = part(CauseNode, node_id, by)
        node = _keep(node, values)
        _refuse_odd_arrows(node)
        record(action="cases.cause.changed", by=by, target=node, now=now)
        forget_agreements(case)
    return node


def remove_node(*, node_id: int, by: Any, now: datetime) -> None:
    """Take a box and its arrows out of the tree. Raises PermissionRefused, NotFound, WrongState, CauseUsed."""
    with transaction.atomic():
        node, case = part(CauseNode, node_id, by)
        CauseEdge.objects.filter(Q(effect=node) | Q(cause=node)).delete()
        record(action="cases.cause.removed", by=by, target=node, now=now)
        try:
            node.delete()
        except ProtectedError as error:
            raise CauseUsed() from error
        forget_agreements(case)


def join(*, case_id: int, effect_id: int, cause_id: int, by: Any, now: datetime) -> CauseEdge:
    """Draw an arrow: `cause_id` brings about `effect_id`.

    Raises PermissionRefused, NotFound, WrongState, InvalidInput, OwnCause when it would close a circle, CauseTwice.
    """
    with transaction.atomic():
        case = diagnosable(case_id, by)
        edge = _join(case, effect_id=effect_id, cause_id=cause_id, by=by, now=now)
        forget_agreements(case)
    return edge


def separate(*, edge_id: int, by: Any, now: datetime) -> None:
    """Take an arrow away. Raises PermissionRefused, NotFound, WrongState."""
    with transaction.atomic():
        edge = CauseEdge.objects.select_related("effect").filter(pk=edge_id).first()
        if edge is None:
            raise NotFound()
        case = diagnosable(edge.effect.case_id, by)
        record(action="cases.cause.separated", by=by, target=edge, now=now)
        edge.delete()
        forget_agreements(case)


def _join(case: Case, *, effect_id: int, cause_id: int, by: Any, now: datetime) -> CauseEdge:
    ends = {node.pk: node for node in case.cause_nodes.filter(pk__in=(effect_id, cause_id))}
    if not {effect_id, cause_id} <= set(ends):
        raise NotFound()
    if effect_id == cause_id:
        raise OwnCause(field="effect")
    if ends[cause_id].kind == NodeKind.SYMPTOM:
        raise InvalidInput(_("A symptom brings nothing about; make it a cause first."), field="effect", code="symptom")
    if ends[effect_id].kind == NodeKind.ROOT:
        raise InvalidInput(_("Nothing lies behind a root cause; make it a cause first."), field="effect", code="root")
    with named_refusals():
        edge = CauseEdge.objects.create(effect_id=effect_id, cause_id=cause_id)
    record(action="cases.cause.joined", by=by, target=edge, now=now)
    return edge


def _keep(node: CauseNode, values: Mapping[str, Any]) -> CauseNode:
    assign(node, values, allowed=FACTS)
    if node.cause is not None:
        node.text, node.dimension = "", node.cause.dimension
    elif not node.text:
        raise InvalidInput(_("Choose a cause, or write your own."), field="cause", code="no_cause")
    if node.kind != NodeKind.ROOT:
        node.rank = ""
    elif not node.rank:
        raise InvalidInput(_("Say whether this root cause is primary or contributes."), field="rank", code="no_rank")
    _refuse_twice(node)
    check(node)
    with named_refusals():
        node.save()
    return node


def _refuse_twice(node: CauseNode) -> None:
    others = CauseNode.objects.filter(case_id=node.case_id).exclude(pk=node.pk)
    if node.cause_id is not None and others.filter(cause_id=node.cause_id).exists():
        raise CauseTwice()
    if node.rank == CauseRank.PRIMARY and others.filter(rank=node.rank).exists():
        raise PrimaryTaken()


def _refuse_odd_arrows(node: CauseNode) -> None:
    """A box that became a symptom brings nothing about, and nothing lies behind one that became a root."""
    if node.kind == NodeKind.SYMPTOM and node.effects.exists():
        raise InvalidInput(
            _("A symptom brings nothing about. Take its arrows away first."), field="kind", code="symptom"
        )
    if node.kind == NodeKind.ROOT and node.causes.exists():
        raise InvalidInput(
            _("Nothing lies behind a root cause. Take the arrows away first."), field="kind", code="root"
        )
