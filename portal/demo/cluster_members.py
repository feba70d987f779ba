"""Who belongs to the clusters of the demo: firms, stakeholders, their relations, and what firms need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from core.persian.calendar import tehran_date
from core.persian.digits import to_persian
from portal.demo.cluster_stage import Stage
from programs.clusters.choices import ChainRole, NeedStatus, RelationKind, StakeholderKind
from programs.clusters.models import ClusterMember, Stakeholder, TechnologyProvider
from programs.clusters.services import members, technology
from programs.clusters.services.members import Node


def bring_members(stage: Stage) -> list[ClusterMember]:
    """Firms in every place of the chain, every third of them named to everybody."""
    found: list[ClusterMember] = []
    for role, count in stage.given["roles"].items():
        for _number in range(count):
            index = len(found)
            values = {
                "name": f"{stage.given['firm']} {to_persian(str(index + 1))}", "role": role, "trade": stage.cluster.trade,
                "county": stage.cluster.county, "staff": 2 + index * 7 % 15, "joined_on": stage.day(-24 + index % 6),
                "is_public": index % 3 == 0, "is_illustrative": True,
            }  # fmt: skip
            found.append(
                members.add_member(cluster_id=stage.cluster.pk, values=values, by=stage.officer, now=stage.now)
            )
    return found


def bring_stakeholders(stage: Stage) -> dict[str, list[Stakeholder]]:
    """Those around the firms, by kind."""
    found: dict[str, list[Stakeholder]] = {}
    for name, kind in stage.given["stakeholders"]:
        values = {"kind": kind, "is_illustrative": True}
        row = members.save_stakeholder(
            cluster_id=stage.cluster.pk, name=name, values=values, by=stage.officer, now=stage.now
        )
        found.setdefault(kind, []).append(row)
    return found


def relate_all(stage: Stage, firms: Sequence[ClusterMember], nodes: Mapping[str, Sequence[Stakeholder]]) -> None:
    """Who does something for whom, along the chain and around it."""
    by_role = {role: [row for row in firms if row.role == role] for role in ChainRole}
    # The chain itself: each place serves the next one.
    chain = [role for role in ChainRole if by_role[role] and role != ChainRole.SERVICE]
    for giving, taking in pairwise(chain):
        for index, row in enumerate(by_role[taking][:4]):
            source = by_role[giving][index % len(by_role[giving])]
            _relate(stage, Node(member=source.pk), Node(member=row.pk), RelationKind.SUPPLIES, 1 + index % 3)
    producers = by_role[ChainRole.PRODUCER]
    around = (
        (StakeholderKind.ASSOCIATION, RelationKind.REPRESENTS, 3), (StakeholderKind.UNIVERSITY, RelationKind.TRAINS, 2),
        (StakeholderKind.BANK, RelationKind.FINANCES, 1), (StakeholderKind.AGENCY, RelationKind.COOPERATES, 2),
        (StakeholderKind.SUPPLIER, RelationKind.SUPPLIES, 3), (StakeholderKind.BUYER, RelationKind.BUYS, 3),
        (StakeholderKind.COMPANY, RelationKind.COOPERATES, 1),
    )  # fmt: skip
    for place, (group, kind, strength) in enumerate(around):
        for number, node in enumerate(nodes.get(group, [])):
            for step in range(2):
                member = producers[(place + number + 3 * step) % len(producers)]
                _relate(stage, Node(stakeholder=node.pk), Node(member=member.pk), kind, strength)


def _relate(stage: Stage, source: Node, target: Node, kind: RelationKind, strength: int) -> None:
    members.relate(
        cluster_id=stage.cluster.pk, source=source, target=target, kind=kind, strength=strength, is_illustrative=True,
        by=stage.officer, now=stage.now,
    )  # fmt: skip


def bring_needs(stage: Stage, firms: Sequence[ClusterMember], providers: Sequence[TechnologyProvider]) -> None:
    """Technology needs in every state, matched to providers in turn."""
    by, now, today = stage.officer, stage.now, tehran_date(stage.now)
    for index, (text, state) in enumerate(stage.given["needs"]):
        member = firms[(5 * index + 3) % len(firms)]
        need = technology.add_need(
            member_id=member.pk, need=text, is_illustrative=True, by=by, now=stage.at(-10 + index)
        )
        if state in (NeedStatus.MATCHED, NeedStatus.IN_PROGRESS, NeedStatus.MET):
            provider = providers[index % len(providers)]
            match = technology.match(need_id=need.pk, provider=provider, reason="کار مشابه", by=by, now=stage.at(-6))
            technology.note(
                need_id=need.pk, match_id=match.pk, text="بازدید از کارگاه انجام شد.", by=by, now=stage.at(-5)
            )
        if state in (NeedStatus.IN_PROGRESS, NeedStatus.MET):
            technology.begin(need_id=need.pk, by=by, now=stage.at(-4))
        if state == NeedStatus.MET:
            technology.meet(need_id=need.pk, on=today, outcome="در کارگاه راه افتاد.", by=by, now=now)
        if state == NeedStatus.DROPPED:
            technology.drop(need_id=need.pk, on=today, reason="هزینه بیش از توان واحد است.", by=by, now=now)
