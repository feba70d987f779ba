"""Clusters, the facts about them and their products."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from core.audit import record
from core.persian.text import normalise
from core.writing import write
from estates.choices import Precision
from programs.clusters import permissions
from programs.clusters.models import Cluster, ClusterFact, ClusterProduct
from programs.clusters.services.checks import locked, locked_cluster, only

CLUSTER_FIELDS = frozenset(
    {
        "name", "name_en", "county", "place", "trade", "summary", "is_public", "is_illustrative", "source",
        "source_date",
    }
)  # fmt: skip


def save_cluster(*, slug: str, values: Mapping[str, Any], by: Any | None, now: datetime) -> Cluster:
    """Make or change the cluster with this slug; `values` are `CLUSTER_FIELDS`. Unchanged values write nothing.

    Raises PermissionRefused, InvalidInput.
    """
    only(values, CLUSTER_FIELDS)
    permissions.require(by, permissions.SET_UP)
    with transaction.atomic():
        cluster = Cluster.objects.select_for_update().filter(slug=slug).first()
        return write(cluster or Cluster(slug=slug, created_at=now), values, by=by, now=now, event="clusters.cluster")


def add_fact(
    *,
    cluster_id: int,
    key: str,
    value: str,
    source: str,
    by: Any | None,
    now: datetime,
    as_of: date | None = None,
    precision: str = Precision.DAY,
    is_approximate: bool = False,
    position: int = 0,
) -> ClusterFact:
    """Write down what a source says; the same fact again changes nothing, a contradicting one stands beside it."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        value, source = normalise(value, multiline=True), normalise(source)
        same = ClusterFact.objects.filter(cluster=cluster, key=key, as_of=as_of, source=source, value=value).first()
        values = {
            "key": key, "value": value, "source": source, "as_of": as_of, "precision": precision,
            "is_approximate": is_approximate, "position": position,
        }  # fmt: skip
        return write(same or ClusterFact(cluster=cluster), values, by=by, now=now, event="clusters.fact")


def change_fact(*, fact_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> ClusterFact:
    """Correct a fact; the old wording stays in the audit events."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        return write(locked(ClusterFact, fact_id), values, by=by, now=now, event="clusters.fact")


def remove_fact(*, fact_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Take back a fact that was wrong."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        fact = locked(ClusterFact, fact_id)
        record(action="clusters.fact.removed", by=by, target=fact, now=now, reason=reason)
        fact.delete()


def save_product(
    *, cluster_id: int, name: str, hs_code: str, by: Any | None, now: datetime, name_en: str = "", position: int = 0
) -> ClusterProduct:
    """Make or change the product of this name, with its heading in the Harmonised System (4, 6 or 8 digits)."""
    permissions.require(by, permissions.SET_UP)
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        name = normalise(name)
        row = ClusterProduct.objects.filter(cluster=cluster, name=name).first()
        values = {"name": name, "name_en": name_en, "hs_code": hs_code, "position": position}
        return write(row or ClusterProduct(cluster=cluster), values, by=by, now=now, event="clusters.product")
