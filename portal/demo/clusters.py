"""Loads the clusters of the demo world: real facts with their sources, and everything else as an example that says so.

Everything goes through the services people use. What people may change is made once: a later load leaves it alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from accounts.choices import Role
from accounts.models import User
from estates.models import County, Trade
from portal.demo import cluster_members, cluster_project, cluster_results
from portal.demo.cluster_stage import Stage
from portal.demo.estates import read_date
from programs.clusters.models import Cluster, TechnologyProvider
from programs.clusters.services import clusters, links, technology
from programs.models import Programme

DATA: Final = Path(__file__).parent / "data" / "clusters.json"
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
    firms = cluster_members.bring_members(stage)
    nodes = cluster_members.bring_stakeholders(stage)
    cluster_members.relate_all(stage, firms, nodes)
    cluster_project.run_phases(stage)
    cluster_project.engage_agent(stage)
    cluster_results.bring_market(stage, firms)
    cluster_results.measure(stage, firms, indicators)
    cluster_results.gather(stage, firms)
    cluster_members.bring_needs(stage, firms, providers)
