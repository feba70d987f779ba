"""The list of clusters, one cluster at a glance, and the plain lists of its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from core.errors import NotFound
from core.fields.language import active_language, local_digits
from core.persian.calendar import JalaliDate
from core.persian.dates import format_date
from estates.choices import Precision
from programs.clusters.choices import NeedStatus
from programs.clusters.models import (
    Cluster,
    ClusterFact,
    ClusterGathering,
    ClusterMember,
    ClusterProduct,
    ExportRecord,
    PhaseRun,
    TechnologyNeed,
    TrademarkRecord,
)
from programs.clusters.querysets import ClusterQuerySet
from programs.clusters.selectors.project import PhaseStep, present_phase, steps
from programs.models import Programme
from training.models import Course

COURSE_OWNER: Final = "clusters.cluster"
"""How a course names a cluster as its owner (`owner_kind`); `owner_key` is the cluster's primary key."""


@dataclass(frozen=True, slots=True)
class ClusterCard:
    """A cluster in the list: where it stands and how many belong to it."""

    cluster: Cluster
    phase: PhaseStep | None
    members: int
    staff: int


@dataclass(frozen=True, slots=True)
class Fact:
    """What a source says; `when` is "" when it gives no date."""

    label: str
    value: str
    when: str
    source: str


@dataclass(frozen=True, slots=True)
class Overview:
    """A cluster in figures. `countries` counts those of current export records, `needs_met` of `needs`."""

    members: int
    staff: int
    stakeholders: int
    trademarks_granted: int
    countries: int
    needs: int
    needs_met: int


def find(slug: str, *, public: bool) -> Cluster:
    """The cluster; with `public` only one that everybody may see. One query. Raises NotFound."""
    rows: ClusterQuerySet = Cluster.objects.select_related("county", "trade").filter(slug=slug)
    cluster = (rows.public() if public else rows).first()
    if cluster is None:
        raise NotFound()
    return cluster


def cards(clusters: ClusterQuerySet, today: date) -> list[ClusterCard]:
    """The clusters of a queryset in alphabetical order. Three queries."""
    rows = list(clusters.select_related("county").order_by("sort_key", "pk"))
    runs: dict[int, dict[str, PhaseRun]] = {}
    for run in PhaseRun.objects.filter(cluster__in=rows):
        runs.setdefault(run.cluster_id, {})[run.phase] = run
    present = ClusterMember.objects.filter(cluster__in=rows).present_on(today)
    counted = present.order_by().values("cluster_id").annotate(members=Count("pk"), workers=Sum("staff"))
    sums: dict[int, dict[str, Any]] = {row["cluster_id"]: dict(row) for row in counted}
    return [
        ClusterCard(
            cluster=row,
            phase=present_phase(steps(runs.get(row.pk, {}), today)),
            members=sums.get(row.pk, {}).get("members", 0),
            staff=sums.get(row.pk, {}).get("workers") or 0,
        )
        for row in rows
    ]


def overview(cluster: Cluster, today: date) -> Overview:
    """The cluster in figures. Five queries."""
    members = ClusterMember.objects.filter(cluster=cluster).present_on(today)
    present = members.aggregate(members=Count("pk"), workers=Sum("staff"))
    needs = TechnologyNeed.objects.filter(member__cluster=cluster)
    lacking = needs.aggregate(all=Count("pk"), met=Count("pk", filter=Q(status=NeedStatus.MET)))
    records = ExportRecord.objects.current().filter(member__cluster=cluster)
    return Overview(
        members=present["members"],
        staff=present["workers"] or 0,
        stakeholders=cluster.stakeholders.count(),
        trademarks_granted=TrademarkRecord.objects.filter(
            cluster=cluster, granted_on__isnull=False, expires_on__gte=today
        ).count(),
        countries=records.aggregate(all=Count("country", distinct=True))["all"],
        needs=lacking["all"],
        needs_met=lacking["met"],
    )


def facts(cluster: Cluster) -> list[Fact]:
    """What dated sources say, in the order it was written down. One query."""
    rows = ClusterFact.objects.filter(cluster=cluster)
    return [Fact(row.get_key_display(), row.value, _when(row), row.source) for row in rows]


def products(cluster: Cluster) -> list[ClusterProduct]:
    """What the cluster makes. One query."""
    return list(cluster.products.order_by("position", "pk"))


def gatherings(cluster: Cluster, *, public: bool, most: int = 20) -> list[ClusterGathering]:
    """Gatherings, newest first. One query."""
    rows = ClusterGathering.objects.filter(cluster=cluster)
    return list((rows.filter(is_public=True) if public else rows).order_by("-starts_on", "-pk")[:most])


def courses(cluster: Cluster, *, public: bool) -> list[Course]:
    """Courses held for the cluster, newest first. One query."""
    rows: Any = Course.objects.of_owner(COURSE_OWNER, cluster.pk)
    return list((rows.public() if public else rows).order_by("-starts_on", "-pk"))


def programmes(cluster: Cluster, *, public: bool) -> list[Programme]:
    """Programmes that work for the cluster. One query."""
    rows = Programme.objects.filter(cluster_links__cluster=cluster)
    return list((rows.filter(is_public=True) if public else rows).order_by("-year", "position", "pk"))


def names_of(slugs: Iterable[str]) -> dict[str, str]:
    """Slug → name in the reader's language. One query."""
    return {row.slug: row.display_name for row in Cluster.objects.filter(slug__in=list(slugs))}


def _when(row: ClusterFact) -> str:
    if row.as_of is None:
        return _("date not stated")
    if row.precision == Precision.YEAR:
        text = local_digits(JalaliDate.from_date(row.as_of).year)
    else:
        text = format_date(
            row.as_of, "month" if row.precision == Precision.MONTH else "long", language=active_language()
        )
    return _("about %(date)s") % {"date": text} if row.is_approximate else text
