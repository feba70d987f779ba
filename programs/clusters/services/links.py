"""Which programmes work for a cluster."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from core.audit import record
from core.errors import NotFound
from core.writing import write
from programs.clusters import permissions
from programs.clusters.models import ClusterProgramme
from programs.clusters.services.checks import locked_cluster
from programs.models import Programme


def link_programme(*, cluster_id: int, programme: Programme, by: Any | None, now: datetime) -> ClusterProgramme:
    """Say that a programme works for a cluster; again changes nothing."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        key = {"cluster": cluster, "programme": programme}
        row = ClusterProgramme.objects.filter(**key).first() or ClusterProgramme(**key)
        return row if row.pk else write(row, {}, by=by, now=now, event="clusters.programme")


def unlink_programme(*, link_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Take the link back."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        row = ClusterProgramme.objects.select_for_update(of=("self",)).filter(pk=link_id).first()
        if row is None:
            raise NotFound()
        record(action="clusters.programme.removed", by=by, target=row, now=now, reason=reason)
        row.delete()
