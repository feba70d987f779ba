"""Live figures of clusters: members, their workers, exports, trade marks, technology needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.metrics.choices import MetricKind
from core.metrics.registry import Dimensions, Metric, Point, register
from core.persian.calendar import jalali_day, tehran_date
from estates.selectors import county_names
from programs.clusters import permissions
from programs.clusters.choices import NeedStatus
from programs.clusters.models import ClusterMember, ExportRecord, TechnologyNeed, TrademarkRecord


def _members(now: datetime) -> Iterable[Point]:
    """Members present, by county. One query."""
    rows = ClusterMember.objects.present_on(tehran_date(now)).order_by().values("county__slug")
    for row in rows.annotate(number=Count("pk")):
        yield Point(Decimal(row["number"]), {"county": row["county__slug"]})


def _jobs(now: datetime) -> Iterable[Point]:
    """People at work with the members present, by county. One query."""
    rows = ClusterMember.objects.present_on(tehran_date(now)).order_by().values("county__slug")
    for row in rows.annotate(number=Sum("staff")):
        yield Point(Decimal(row["number"] or 0), {"county": row["county__slug"]})


def _exports(now: datetime) -> Iterable[Point]:
    """US dollars exported in the last whole Jalali year. One query."""
    records = ExportRecord.objects.current().filter(year=jalali_day(now).year - 1)
    yield Point(records.aggregate(total=Sum("value_usd"))["total"] or Decimal(0))


def _trademarks(now: datetime) -> Iterable[Point]:
    """Marks that are granted and have not expired. One query."""
    yield Point(
        Decimal(TrademarkRecord.objects.filter(granted_on__isnull=False, expires_on__gte=tehran_date(now)).count())
    )


def _needs_met(now: datetime) -> Iterable[Point]:
    """Technology needs that are met. One query."""
    counted = TechnologyNeed.objects.aggregate(met=Count("pk", filter=Q(status=NeedStatus.MET)))
    yield Point(Decimal(counted["met"]))


def _desk(model: str, query: str = "") -> str:
    return reverse(f"admin:clusters_{model}_changelist") + query


def _public(dimensions: Dimensions) -> str:
    return reverse("clusters:list")


def _members_list(dimensions: Dimensions) -> str:
    county = dimensions.get("county", "")
    return _desk("clustermember", f"?county__slug__exact={county}" if county else "")


for _name, _label, _unit, _read, _url in (
    ("clusters.members", _("members of clusters"), _("members"), _members, _members_list),
    ("clusters.jobs", _("people at work in clusters"), _("people"), _jobs, _members_list),
):
    register(
        Metric(
            name=_name,
            label=_label,
            unit=_unit,
            kind=MetricKind.LAST,
            dimensions=("county",),
            read=_read,
            url=_url,
            permission=permissions.READ,
            public_url=_public,
            names={"county": county_names},
        )
    )

for _name, _label, _unit, _read, _model, _query in (
    (
        "clusters.exports", _("exports of clusters in the last whole year"), _("dollars"), _exports, "exportrecord",
        "?is_superseded__exact=0",
    ),
    (
        "clusters.trademarks_granted", _("trade marks of clusters in force"), _("trade marks"), _trademarks,
        "trademarkrecord", "",
    ),
    (
        "clusters.needs_met", _("technology needs met"), _("needs"), _needs_met, "technologyneed",
        "?status__exact=MET",
    ),
):  # fmt: skip
    register(
        Metric(
            name=_name,
            label=_label,
            unit=_unit,
            kind=MetricKind.LAST,
            dimensions=(),
            read=_read,
            url=lambda dimensions, model=_model, query=_query: _desk(model, query),  # type: ignore[misc]
            permission=permissions.READ,
            public_url=_public,
        )
    )
