"""Loads the clusters of the demo world: real facts with their sources, and everything else as an example that says so.

Everything goes through the services people use. What people may change is made once: a later load leaves it alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from accounts.choices import Role
from accounts.models import User
from core.persian.calendar import JalaliDate, add_months_to_date, first_of_month, jalali_day, start_of_day, tehran_date
from core.persian.digits import to_persian
from estates.models import County, Trade
from portal.demo.estates import read_date
from programs.clusters.choices import ChainRole, NeedStatus, Phase, RelationKind, StakeholderKind
from programs.clusters.models import Cluster, ClusterMember, Stakeholder, TechnologyProvider
from programs.clusters.services import (
    clusters,
    contracts,
    effects,
    exports,
    links,
    members,
    phases,
    plans,
    technology,
    trademarks,
)
from programs.clusters.services.members import Node
from programs.models import Programme

DATA: Final = Path(__file__).parent / "data" / "clusters.json"
SOURCE: Final = "دادهٔ نمایشی"
MILLION: Final = 1_000_000
LENGTHS: Final = {
    Phase.IDENTIFICATION: 2, Phase.DIAGNOSTIC_STUDY: 4, Phase.ACTION_PLAN: 4, Phase.IMPLEMENTATION: 22, Phase.EXIT: 3,
}  # fmt: skip
"""Months each phase is planned for (domain notes §3.2: about three years in all)."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Who works on which cluster, and when it is."""

    cluster: Cluster
    given: Mapping[str, Any]
    officer: User
    manager: User
    now: datetime

    @property
    def month(self) -> date:
        """First day of this Jalali month."""
        return first_of_month(tehran_date(self.now))

    def day(self, months: int, day: int = 0) -> date:
        """A day so many months from this one's first day (negative: ago)."""
        return (
            add_months_to_date(self.month, months) if not day else _shift(add_months_to_date(self.month, months), day)
        )

    def at(self, months: int) -> datetime:
        """The first moment of such a day."""
        return start_of_day(self.day(months))


KNIFE_PROGRAMME = "knife-cluster"
"""The flagship programme that is about the knife cluster."""


def load(*, now: datetime, cast: Mapping[str, Sequence[User]], say: Callable[[str], None]) -> None:
    """Bring the clusters in; again: no change."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    for row in data["clusters"]:
        _facts(row, now)
    officer, manager = cast[Role.PROGRAMME_OFFICER][0], cast[Role.MANAGER][0]
    providers = [
        technology.save_provider(name=name, values={"kind": kind, "is_illustrative": True}, by=officer, now=now)
        for name, kind in data["providers"]
    ]
    made = 0
    for slug, given in data["worked"].items():
        stage = Stage(Cluster.objects.get(slug=slug), given, officer, manager, now)
        if not stage.cluster.members.exists():
            _work(stage, data["indicators"], providers)
            made += 1
    for programme in Programme.objects.filter(slug=KNIFE_PROGRAMME):
        links.link_programme(
            cluster_id=Cluster.objects.get(slug="zanjan-knife").pk, programme=programme, by=officer, now=now
        )
    say(f"clusters: {len(data['clusters'])} with their facts, {made} newly filled with examples")


def _facts(row: Mapping[str, Any], now: datetime) -> None:
    values = {name: row[name] for name in ("name", "name_en", "place", "summary", "source")}
    values |= {
        "county": County.objects.get(slug=row["county"]),
        "trade": Trade.objects.get(code=row["trade"]),
        "source_date": read_date(row["source_date"])[0],
        "is_illustrative": row.get("is_illustrative", False),
    }
    cluster = clusters.save_cluster(slug=row["slug"], values=values, by=None, now=now)
    for position, fact in enumerate(row["facts"]):
        as_of, precision, is_approximate = read_date(fact["as_of"])
        clusters.add_fact(
            cluster_id=cluster.pk, key=fact["key"], value=fact["value"], source=fact["source"], as_of=as_of,
            precision=precision, is_approximate=is_approximate, position=position, by=None, now=now,
        )  # fmt: skip


def _work(stage: Stage, indicators: Sequence[Sequence[Any]], providers: Sequence[TechnologyProvider]) -> None:
    firms = _members(stage)
    nodes = _stakeholders(stage)
    _relations(stage, firms, nodes)
    _phases(stage)
    _contract(stage)
    _market(stage, firms)
    _readings(stage, firms, indicators)
    _gatherings(stage, firms)
    _needs(stage, firms, providers)


def _members(stage: Stage) -> list[ClusterMember]:
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


def _stakeholders(stage: Stage) -> dict[str, list[Stakeholder]]:
    found: dict[str, list[Stakeholder]] = {}
    for name, kind in stage.given["stakeholders"]:
        values = {"kind": kind, "is_illustrative": True}
        row = members.save_stakeholder(
            cluster_id=stage.cluster.pk, name=name, values=values, by=stage.officer, now=stage.now
        )
        found.setdefault(kind, []).append(row)
    return found


def _relations(stage: Stage, firms: Sequence[ClusterMember], nodes: Mapping[str, Sequence[Stakeholder]]) -> None:
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


def _phases(stage: Stage) -> None:
    begins = stage.given["phase"]
    whole = begins + sum(LENGTHS.values())
    _phase(stage, Phase.TRUST_BUILDING, begins, whole)
    for phase, months in LENGTHS.items():
        if phase == Phase.IMPLEMENTATION:
            _plan(stage, begins)
        _phase(stage, phase, begins, begins + months)
        begins += months


def _phase(stage: Stage, phase: Phase, begins: int, ends: int) -> None:
    run = phases.plan(
        cluster_id=stage.cluster.pk, phase=phase, planned_starts_on=stage.day(begins),
        planned_ends_on=stage.day(ends), is_illustrative=True, by=stage.officer, now=stage.now,
    )  # fmt: skip
    if begins > 0:
        return
    phases.start(phase_id=run.pk, on=stage.day(begins), by=stage.officer, now=stage.now)
    if ends <= 0 and phase != Phase.ACTION_PLAN:
        report = "گزارش این مرحله در این نمایش نوشته نشده است."
        phases.finish(phase_id=run.pk, on=stage.day(ends), report=report, by=stage.officer, now=stage.now)


def _plan(stage: Stage, begins: int) -> None:
    """The plan comes into force, and with it the phase that made it ends."""
    by, now = stage.officer, stage.at(begins)
    plan = plans.draft(
        cluster_id=stage.cluster.pk, vision=stage.given["vision"], starts_on=stage.day(begins),
        ends_on=stage.day(begins + LENGTHS[Phase.IMPLEMENTATION]), is_illustrative=True, by=by, now=now,
    )  # fmt: skip
    rows = [
        {
            "goal": goal, "action": action, "owner": owner, "budget": millions * MILLION,
            "due_on": stage.day(begins + 2 + 3 * index), **_shares(index),
        }
        for index, (goal, action, owner, millions) in enumerate(stage.given["actions"])
    ]  # fmt: skip
    items = plans.set_items(plan_id=plan.pk, rows=rows, by=by, now=now)
    plans.submit(plan_id=plan.pk, by=by, now=now)
    plans.approve(plan_id=plan.pk, by=stage.manager, now=now)
    for index, item in enumerate(items[:4]):
        plans.start_action(item_id=item.pk, by=by, now=stage.now)
        if index < 2 and item.due_on <= tehran_date(stage.now):
            plans.finish_action(item_id=item.pk, on=item.due_on, note="", by=by, now=stage.now)
    run = stage.cluster.phases.get(phase=Phase.ACTION_PLAN)
    phases.finish(
        phase_id=run.pk, on=stage.day(begins), report="سند راهبرد و برنامهٔ اقدام تصویب شد.", by=by, now=stage.now
    )


def _shares(index: int) -> dict[str, Decimal]:
    members_share = Decimal(20 + 10 * (index % 3))
    return {
        "share_company": Decimal(30), "share_members": members_share, "share_banks": Decimal(10),
        "share_state": Decimal(60) - members_share,
    }  # fmt: skip


def _contract(stage: Stage) -> None:
    begins = stage.given["phase"]
    amount = 24_000 * MILLION
    contract = contracts.draft(
        cluster_id=stage.cluster.pk, agent_name="شرکت مشاور توسعهٔ خوشه (نمونه)", number=f"نمونه-{stage.cluster.slug}",
        tendered_on=stage.day(begins - 1), starts_on=stage.day(begins), ends_on=stage.day(begins + 36), amount=amount,
        is_illustrative=True, by=stage.officer, now=stage.at(begins),
    )  # fmt: skip
    parts = (
        (Phase.DIAGNOSTIC_STUDY, 20, 6),
        (Phase.ACTION_PLAN, 30, 10),
        (Phase.IMPLEMENTATION, 40, 32),
        (Phase.EXIT, 10, 35),
    )
    payments = [contracts.Payment(phase, amount * share // 100, stage.day(begins + due)) for phase, share, due in parts]
    contracts.set_payments(contract_id=contract.pk, payments=payments, by=stage.officer, now=stage.at(begins))
    contracts.approve(contract_id=contract.pk, by=stage.manager, now=stage.at(begins))
    for payment in contract.payments.filter(due_on__lte=tehran_date(stage.now)):
        contracts.pay(payment_id=payment.pk, on=payment.due_on, by=stage.officer, now=stage.now)


def _market(stage: Stage, firms: Sequence[ClusterMember]) -> None:
    products = [
        clusters.save_product(
            cluster_id=stage.cluster.pk, name=name, name_en=name_en, hs_code=code, position=place, by=stage.officer,
            now=stage.now,
        )
        for place, (name, name_en, code) in enumerate(stage.given["products"])
    ]  # fmt: skip
    for place, (brand, nice_class, applied, granted, left) in enumerate(stage.given["brands"]):
        mark = trademarks.apply_for(
            cluster_id=stage.cluster.pk, brand=brand, nice_class=nice_class, applied_on=stage.day(-applied),
            member=firms[place] if place else None, is_illustrative=True, by=stage.officer, now=stage.now,
        )  # fmt: skip
        if granted:
            trademarks.grant(
                trademark_id=mark.pk, number=f"نمونه-{stage.cluster.slug}-{place + 1}", granted_on=stage.day(-granted),
                expires_on=stage.day(left), by=stage.officer, now=stage.now,
            )  # fmt: skip
    last = jalali_day(stage.now).year - 1
    sellers = [row for row in firms if row.role in (ChainRole.EXPORTER, ChainRole.PRODUCER)]
    for place, (country, thousands) in enumerate(stage.given["countries"]):
        for number in range(max(2, 5 - place)):
            member = sellers[-1 - (number + place) % len(sellers)]
            for year in (last - 1, last):
                value = Decimal(thousands * 1000 * (10 + number + 2 * (year - last)) // 10)
                exports.record_export(
                    member_id=member.pk, product=products[number % 2], country=country, year=year, value_usd=value,
                    weight_kg=value / 8, source=SOURCE, is_illustrative=True, by=stage.officer, now=stage.now,
                )  # fmt: skip


def _readings(stage: Stage, firms: Sequence[ClusterMember], indicators: Sequence[Sequence[Any]]) -> None:
    before = stage.day(-18)
    rows = [
        effects.save_indicator(
            cluster_id=stage.cluster.pk, code=code, by=stage.officer, now=stage.now,
            values={
                "name": name, "name_en": name_en, "unit": unit, "kind": kind, "better": better, "decimals": decimals,
                "baseline_month": before, "position": place,
            },
        )
        for place, (code, name, name_en, unit, kind, better, decimals) in enumerate(indicators)
    ]  # fmt: skip
    makers = [row for row in firms if row.role in (ChainRole.PRODUCER, ChainRole.PARTS)]
    for growth, month in enumerate((-18, -12, -6, -1)):
        for indicator in rows:
            values = [_value(indicator.code, member, index, growth) for index, member in enumerate(makers)]
            effects.set_readings(
                indicator_id=indicator.pk, month=stage.day(month), values=values, by=stage.officer, now=stage.now
            )


def _value(code: str, member: ClusterMember, index: int, growth: int) -> effects.Value:
    jobs = (member.staff or 2) + growth * (index % 3) // 2
    output = jobs * (180 + 12 * growth)
    if code == "waste":
        waste = Decimal(output * (9 - growth) // 100)
        return effects.Value(member.pk, numerator=waste, denominator=Decimal(output))
    capacity = min(95, 35 + index * 3 % 20 + 6 * growth)
    return effects.Value(member.pk, value=Decimal({"jobs": jobs, "output": output, "capacity": capacity}[code]))


def _gatherings(stage: Stage, firms: Sequence[ClusterMember]) -> None:
    for kind, title, ago, people in stage.given["gatherings"]:
        day = _shift(stage.day(-ago), 9)
        row = effects.add_gathering(
            cluster_id=stage.cluster.pk, title=title, starts_on=day, by=stage.officer, now=stage.now,
            values={"kind": kind, "place": stage.cluster.place, "participants": people, "is_illustrative": True},
        )  # fmt: skip
        for index, member in enumerate(firms[: 5 + ago % 3]):
            effects.answer(
                member_id=member.pk, gathering=row, score=3 + (index + ago) % 3, answered_on=day, by=stage.officer,
                now=stage.now,
            )  # fmt: skip


def _needs(stage: Stage, firms: Sequence[ClusterMember], providers: Sequence[TechnologyProvider]) -> None:
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


def _shift(day: date, days: int) -> date:
    """A day later in the same Jalali month, at most its twenty-eighth."""
    jalali = JalaliDate.from_date(day)
    return JalaliDate(jalali.year, jalali.month, min(28, jalali.day + days)).to_date()
