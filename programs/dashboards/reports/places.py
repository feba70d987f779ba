"""Clusters and what happened in a month, as a report freezes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from programs.clusters import selectors
from programs.clusters.models import Cluster, ClusterGathering
from programs.dashboards.reports.plain import Data, plain
from programs.exhibitions.choices import Status as ExhibitionStatus
from programs.exhibitions.models import Exhibition
from training.models import Course


def clusters(day: date) -> list[Data]:
    """Clusters something is known of, as they are on `day` (plans as they stand now)."""
    cards = selectors.cards(Cluster.objects.all(), day)
    return [_cluster(card, day) for card in cards if card.members or card.phase]


def _cluster(card: selectors.ClusterCard, day: date) -> Data:
    plan = selectors.action_plan(card.cluster, day)
    exports = selectors.exports(card.cluster).by_year
    marks = selectors.trademarks(card.cluster, day)
    return {
        "slug": card.cluster.slug,
        "name": card.cluster.display_name,
        "phase": card.phase.label if card.phase else "",
        "members": card.members,
        "staff": card.staff,
        "plan": None if plan is None else {
            "actions": len(plan.items), "budget": plan.budget, "done_percent": plain(plan.done_percent.quantize(Decimal("0.01"))),
            "overdue": len(plan.overdue),
        },
        "exports": {"year": exports[0].label, "usd": plain(exports[0].value_usd)} if exports else None,
        "marks": len(marks),
        "marks_expiring": [mark.row.brand for mark in marks if mark.state == "EXPIRING"],
    }  # fmt: skip


def events(month: date, day: date) -> list[Data]:
    """Exhibitions, gatherings of clusters and courses that began in this month."""
    gatherings = ClusterGathering.objects.filter(starts_on__range=(month, day)).select_related("cluster")
    courses: Any = Course.objects.public()  # type: ignore[attr-defined]
    rows = [
        {
            "title": row.title, "kind": row.get_kind_display(), "place": row.place, "starts_on": plain(row.starts_on),
            "of": row.cluster.display_name, "is_public": row.is_public,
        }
        for row in gatherings
    ]  # fmt: skip
    rows += [
        {
            "title": row.name, "kind": str(Course._meta.verbose_name), "place": row.place, "starts_on": plain(row.starts_on),
            "of": row.host, "is_public": True,
        }
        for row in courses.filter(starts_on__range=(month, day))
    ]  # fmt: skip
    exhibitions = Exhibition.objects.public().exclude(status=ExhibitionStatus.CANCELLED)
    rows += [
        {
            "title": row.display_name, "kind": str(Exhibition._meta.verbose_name), "place": row.city,
            "starts_on": plain(row.starts_on), "of": "، ".join(cluster.display_name for cluster in row.clusters.all()) or "–",
            "is_public": True,
        }
        for row in exhibitions.filter(starts_on__range=(month, day)).prefetch_related("clusters")
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row["starts_on"], row["title"]))
