"""The cause tree has no circle, one primary root, every cause once."""

from __future__ import annotations

import itertools

import pytest
from django.db import IntegrityError, transaction

from clinic.cases.diagnosis_errors import CauseTwice, NotReady, OwnCause, PrimaryTaken
from clinic.cases.models import Agreement, CauseEdge, CauseNode
from clinic.cases.services import causes, diagnosis, findings
from core import clock
from core.errors import InvalidInput, NotFound, PermissionRefused
from tests.factories.clinic_cases import CaseFactory, Made

pytestmark = pytest.mark.django_db


def _join(made: Made, effect: CauseNode, cause: CauseNode) -> CauseEdge:
    return causes.join(
        case_id=made.case.pk, effect_id=effect.pk, cause_id=cause.pk, by=made.specialist(), now=clock.now()
    )


def test_nothing_is_its_own_cause_however_long_the_way_round(visited: Made) -> None:
    made = visited
    chain = [made.node(text=f"علت {number}") for number in range(4)]
    for effect, cause in itertools.pairwise(chain):
        _join(made, effect, cause)
    with pytest.raises(OwnCause):
        _join(made, chain[3], chain[0])
    with pytest.raises(OwnCause):
        _join(made, chain[1], chain[1])
    with pytest.raises(CauseTwice):
        _join(made, chain[0], chain[1])
    _join(made, chain[0], chain[3])
    # Raw rows, past the services: the trigger walks the graph itself.
    with pytest.raises(IntegrityError, match="its own cause"), transaction.atomic():
        CauseEdge.objects.create(effect=chain[3], cause=chain[0])
    other = CaseFactory.in_status("VISITED", lead=made.lead)
    stranger = other.node()
    with pytest.raises(NotFound):
        _join(made, chain[0], stranger)
    with pytest.raises(IntegrityError, match="one case"), transaction.atomic():
        CauseEdge.objects.create(effect=chain[0], cause=stranger)
    edge = chain[0].causes.get(cause=chain[3])
    causes.separate(edge_id=edge.pk, by=made.specialist(), now=clock.now())
    assert not CauseEdge.objects.filter(pk=edge.pk).exists()


def test_symptoms_bring_nothing_about_and_nothing_lies_behind_roots(visited: Made) -> None:
    made = visited
    symptom, cause, root, _other = made.tree()
    with pytest.raises(InvalidInput):
        _join(made, cause, symptom)
    with pytest.raises(InvalidInput):
        _join(made, root, cause)
    common = {"by": made.specialist(), "now": clock.now()}
    for node, kind in ((cause, "SYMPTOM"), (cause, "ROOT")):
        with pytest.raises(InvalidInput):
            causes.change_node(node_id=node.pk, values={"kind": kind, "rank": "CONTRIBUTING"}, **common)
    causes.remove_node(node_id=cause.pk, **common)
    assert not CauseEdge.objects.filter(cause=root).exists()
    made.answer()
    made.find()
    made.agree()
    with pytest.raises(NotReady) as refusal:
        diagnosis.finish(case_id=made.case.pk, by=made.lead, now=clock.now())
    assert refusal.value.code == "missing_arrows"


def test_a_cause_of_the_catalogue_stands_once_with_its_own_dimension_and_one_root_is_primary(visited: Made) -> None:
    made = visited
    _symptom, _cause, root, other = made.tree()
    assert (root.dimension, root.text, root.label) == ("finance", "", "کمبود نقدینگی")
    with pytest.raises(CauseTwice):
        made.node(cause="liquidity")
    with pytest.raises(PrimaryTaken):
        causes.change_node(node_id=other.pk, values={"rank": "PRIMARY"}, by=made.specialist(), now=clock.now())
    for values in ({"text": ""}, {"kind": "ROOT"}, {"dimension": "nothing"}, {"kind": "LEAF"}):
        with pytest.raises(InvalidInput):
            made.node(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        CauseNode.objects.filter(pk=other.pk).update(rank="PRIMARY")
    with pytest.raises(PermissionRefused):
        causes.remove_node(node_id=root.pk, by=made.owner, now=clock.now())


def test_every_change_of_findings_or_causes_asks_the_team_again(visited: Made) -> None:
    made = visited
    counting = Agreement.objects.filter(superseded=False)
    finding = made.find()
    common = {"by": made.specialist(), "now": clock.now()}
    acts = (
        made.node,
        lambda: findings.change(finding_id=finding.pk, values={"severity": 5}, **common),
        made.answer,
        lambda: findings.remove(finding_id=finding.pk, **common),
    )
    for act in acts:
        made.agree()
        assert counting.count() == 1
        act()
        assert not counting.exists()
    with pytest.raises(InvalidInput):
        made.find(severity=6)
    with pytest.raises(InvalidInput):
        made.find(evidence="")
    entry = findings.add_swot(case_id=made.case.pk, kind="STRENGTH", text="نام خوب", **common)
    findings.remove_swot(entry_id=entry.pk, **common)
    assert not made.case.swot.exists()
