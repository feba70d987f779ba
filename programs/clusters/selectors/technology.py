"""Technology needs of a cluster and how far they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from programs.clusters.choices import NeedStatus
from programs.clusters.models import Cluster, NeedMatch, NeedNote, TechnologyNeed


@dataclass(frozen=True, slots=True)
class Needs:
    """Needs by state in its order (states without a need left out), and the needs, newest first."""

    counts: Sequence[tuple[NeedStatus, int]]
    rows: Sequence[TechnologyNeed]


def needs(cluster: Cluster) -> Needs:
    """Needs of the members with their providers and notes. Three queries."""
    matches = Prefetch("matches", queryset=NeedMatch.objects.select_related("provider").order_by("proposed_on", "pk"))
    notes = Prefetch("notes", queryset=NeedNote.objects.select_related("author").order_by("-noted_at", "-pk"))
    found = TechnologyNeed.objects.filter(member__cluster=cluster).select_related("member")
    rows = list(found.prefetch_related(matches, notes).order_by("-opened_on", "-pk"))
    counts = [(status, sum(row.status == status for row in rows)) for status in NeedStatus]
    return Needs([(status, count) for status, count in counts if count], rows)
