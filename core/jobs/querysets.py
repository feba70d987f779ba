"""Questions asked of jobs."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from core.jobs.choices import LIVE, JobStatus


class JobQuerySet(models.QuerySet["Job"]):  # type: ignore[type-var, name-defined]
    """Filters of the job table."""

    def live(self) -> JobQuerySet:
        """Jobs that are waiting or being worked on."""
        return self.filter(status__in=LIVE)

    def takeable(self, *, due_at: datetime, clock: datetime) -> JobQuerySet:
        """Jobs a worker may begin: due ones that wait, and running ones whose lease ran out by the database's `clock`."""
        return self.filter(
            Q(status=JobStatus.QUEUED, run_after__lte=due_at) | Q(status=JobStatus.RUNNING, lease_until__lte=clock)
        )

    def to_poke(self, *, clock: datetime, quiet: timedelta) -> JobQuerySet:
        """Takeable jobs about which the queue was not told within `quiet`, or whose worker has gone since."""
        told = Q(poked_at__gt=clock - quiet)
        return self.takeable(due_at=clock, clock=clock).exclude(Q(status=JobStatus.QUEUED) & told)
