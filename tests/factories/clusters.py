"""Clusters for tests, made through the real services."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from accounts.models import User
from core.persian.calendar import JalaliDate
from programs.choices import IndicatorKind
from programs.clusters.choices import ChainRole, StakeholderKind
from programs.clusters.models import (
    ActionPlan,
    AgentContract,
    Cluster,
    ClusterIndicator,
    ClusterMember,
    ClusterProduct,
    ExportRecord,
    PhaseRun,
    Stakeholder,
)
from programs.clusters.services import clusters, contracts, effects, exports, members, phases, plans
from tests.factories import accounts as cast
from tests.factories.estates import CountyFactory

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
"""2 Azar 1405."""
JOINED = date(2025, 4, 1)
_numbers = count(1)


def day(text: str) -> date:
    """A Jalali date, "1405/07/01", as a date."""
    year, month, number = map(int, text.split("/"))
    return JalaliDate(year, month, number).to_date()


class ClusterFactory:
    """Clusters."""

    def __new__(cls, slug: str = "", **values: Any) -> Cluster:
        """A cluster of its own, or the one with this slug."""
        slug = slug or f"cluster-{next(_numbers)}"
        values.setdefault("county", CountyFactory())
        defaults = {"name": f"خوشهٔ {slug}", "source": "سند نمونه"}
        return clusters.save_cluster(slug=slug, values={**defaults, **values}, by=None, now=NOW)


class MemberFactory:
    """Members of clusters."""

    def __new__(cls, cluster: Cluster | None = None, **values: Any) -> ClusterMember:
        """A member of this cluster, or of one of its own."""
        cluster = cluster or ClusterFactory()
        defaults = {
            "name": f"کارگاه نمونه {next(_numbers)}", "role": ChainRole.PRODUCER, "county": cluster.county, "staff": 4,
            "joined_on": JOINED,
        }  # fmt: skip
        return members.add_member(cluster_id=cluster.pk, values={**defaults, **values}, by=None, now=NOW)


class StakeholderFactory:
    """Stakeholders of clusters."""

    def __new__(cls, cluster: Cluster, name: str = "", **values: Any) -> Stakeholder:
        """A stakeholder of this cluster."""
        name = name or f"نهاد نمونه {next(_numbers)}"
        values = {"kind": StakeholderKind.AGENCY, **values}
        return members.save_stakeholder(cluster_id=cluster.pk, name=name, values=values, by=None, now=NOW)


class ProductFactory:
    """Products of clusters."""

    def __new__(cls, cluster: Cluster, name: str = "چاقوی آشپزخانه", hs_code: str = "821192") -> ClusterProduct:
        """The product of this name; made once."""
        return clusters.save_product(cluster_id=cluster.pk, name=name, hs_code=hs_code, by=None, now=NOW)


def phase(cluster: Cluster, name: str, start: str, end: str, *, by: User, state: str = "PLANNED") -> PhaseRun:
    """A phase planned between two Jalali days, and brought to this state on just these days."""
    run = phases.plan(
        cluster_id=cluster.pk, phase=name, planned_starts_on=day(start), planned_ends_on=day(end), by=by, now=NOW
    )
    if state in ("RUNNING", "DONE"):
        run = phases.start(phase_id=run.pk, on=day(start), by=by, now=NOW)
    if state == "DONE":
        run = phases.finish(phase_id=run.pk, on=day(end), report="گزارش نمونه", by=by, now=NOW)
    return run


def contract(cluster: Cluster, *, by: User, number: str = "", **values: Any) -> AgentContract:
    """A draft contract of one year, 1404/01/01 to 1404/12/29, over a thousand million rials."""
    defaults: dict[str, Any] = {
        "agent_name": "شرکت نمونهٔ توسعه", "number": number or f"ق-{next(_numbers)}", "starts_on": day("1404/01/01"),
        "ends_on": day("1404/12/29"), "amount": 1_000_000_000,
    }  # fmt: skip
    return contracts.draft(cluster_id=cluster.pk, by=by, now=NOW, **{**defaults, **values})


def action(**values: Any) -> dict[str, Any]:
    """What one action of a plan is made of; the members bear it alone."""
    return {
        "goal": "بازار", "action": "ساخت نشان مشترک", "owner": "عامل توسعه", "due_on": day("1405/06/31"),
        "budget": 200_000_000, "share_members": Decimal(100), **values,
    }  # fmt: skip


def plan(cluster: Cluster, *, by: User, items: int = 1) -> ActionPlan:
    """A draft over the years 1404 and 1405 with this many actions."""
    made = plans.draft(
        cluster_id=cluster.pk, vision="چشم‌انداز نمونه", starts_on=day("1404/01/01"), ends_on=day("1405/12/29"), by=by,
        now=NOW,
    )  # fmt: skip
    plans.set_items(plan_id=made.pk, rows=[action(action=f"اقدام {number}") for number in range(items)], by=by, now=NOW)
    return made


def approved_plan(cluster: Cluster, *, items: int = 1) -> ActionPlan:
    """A plan in force, made by an officer and approved by a manager."""
    officer, manager = cast.programme_officer(), cast.manager()
    made = plan(cluster, by=officer, items=items)
    plans.submit(plan_id=made.pk, by=officer, now=NOW)
    return plans.approve(plan_id=made.pk, by=manager, now=NOW)


def indicator(cluster: Cluster, code: str = "jobs", kind: str = IndicatorKind.SUM, **values: Any) -> ClusterIndicator:
    """An indicator whose month before the work is Farvardin 1404."""
    defaults = {"name": "شاغلان", "unit": "نفر", "kind": kind, "baseline_month": day("1404/01/01")}
    return effects.save_indicator(cluster_id=cluster.pk, code=code, values={**defaults, **values}, by=None, now=NOW)


def readings(of: ClusterIndicator, month: str, values: dict[ClusterMember, Any]) -> None:
    """Readings of one month, "1404/07/01": member → number, or (numerator, denominator)."""
    rows = [
        effects.Value(member.pk, numerator=value[0], denominator=value[1])
        if isinstance(value, tuple)
        else effects.Value(member.pk, value=value)
        for member, value in values.items()
    ]
    effects.set_readings(indicator_id=of.pk, month=day(month), values=rows, by=None, now=NOW)


def export(
    member: ClusterMember, country: str = "IQ", year: int = 1404, usd: int = 1000, **values: Any
) -> ExportRecord:
    """An export of kitchen knives."""
    product = values.pop("product", None) or ProductFactory(member.cluster)
    amounts = {"value_usd": Decimal(usd), "weight_kg": Decimal(100), "source": "اظهار واحد", **values}
    return exports.record_export(
        member_id=member.pk, product=product, country=country, year=year, by=None, now=NOW, **amounts
    )
