"""Where programmes stood, worked out and kept (`ProgrammeSnapshot`), and asked for when figures have moved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from core.jobs import services as jobs
from core.jobs.models import Job
from core.persian.calendar import tehran_date
from programs.choices import ProgrammeStatus
from programs.dashboards import permissions
from programs.dashboards.models import ProgrammeSnapshot
from programs.dashboards.selectors.standing import MonthOfProgramme, Sources, months_of, sources
from programs.models import Programme

KIND = "dashboards.snapshots"
"""The job that works states of programmes out; payload `programme` is the id of one, without it all of them."""
ALL = "all"
"""Key of the job that works out every programme."""
REFRESH = "dashboards.refresh"
"""The job behind the button: live figures and programmes."""
COLUMNS = [
    field.name for field in ProgrammeSnapshot._meta.concrete_fields if field.name not in ("id", "programme", "month")
]


def recompute(programme_ids: Iterable[int] | None = None, *, now: datetime) -> int:
    """Work out every month of these programmes (None: all that are past their draft) and keep them; how many rows there are.

    Months that no longer belong to a programme go. A fixed number of queries; the programmes stay locked meanwhile, so that a
    reading approved at the same moment is either in the rows or asks for them anew.
    """
    with transaction.atomic():
        programmes = Programme.objects.exclude(status=ProgrammeStatus.DRAFT).order_by("pk")
        if programme_ids is not None:
            programmes = programmes.filter(pk__in=list(programme_ids))
        found = list(programmes.select_for_update(no_key=True))
        rows = [row for source in sources(found, tehran_date(now)) for row in worked_out(source, now)]
        kept = {(row.programme_id, row.month) for row in rows}
        old = ProgrammeSnapshot.objects.filter(programme__in=found).values_list("pk", "programme_id", "month")
        gone = [pk for pk, programme_id, month in old if (programme_id, month) not in kept]
        ProgrammeSnapshot.objects.filter(pk__in=gone).delete()
        ProgrammeSnapshot.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["programme", "month"],
            update_fields=COLUMNS,
            batch_size=500,
        )
    return len(rows)


def worked_out(source: Sources, now: datetime) -> list[ProgrammeSnapshot]:
    """The rows of one programme as they should be, unsaved."""
    return [_row(source, month, now) for month in months_of(source)]


def _row(source: Sources, month: MonthOfProgramme, now: datetime) -> ProgrammeSnapshot:
    standing, earned = month.standing, month.earned
    reported = source.physical.reported_until
    return ProgrammeSnapshot(
        programme_id=source.programme.pk,
        month=standing.month,
        planned=standing.planned,
        actual=standing.actual,
        deviation=standing.deviation,
        light=standing.light.value,
        amber=source.rule.amber,
        red=source.rule.red,
        bac=earned.bac,
        pv=earned.pv,
        ev=earned.ev,
        ac=earned.ac,
        spi=earned.spi,
        cpi=earned.cpi,
        eac=earned.eac,
        approved=month.approved,
        allocated=month.allocated,
        trend=standing.trend.state.value,
        pace=standing.trend.pace,
        expected=standing.expected,
        earliest=standing.earliest,
        latest=standing.latest,
        needed=standing.needed,
        reported_until=None if reported is None else min(reported, standing.month),
        taken_at=now,
    )


def ask(*, programme_id: int | None, now: datetime) -> Job:
    """Ask for the states of one programme, or of all (None), in the transaction that moved its figures."""
    if programme_id is None:
        return jobs.request(kind=KIND, key=ALL, now=now)
    return jobs.request(kind=KIND, key=key_of(programme_id), payload={"programme": programme_id}, now=now)


def key_of(programme_id: int) -> str:
    """Key of the job that works out one programme."""
    return f"programme-{programme_id}"


def ask_fresh(*, by: Any, now: datetime) -> Job:
    """Ask for all figures of the company's page. Raises PermissionRefused."""
    permissions.require(by, permissions.REFRESH)
    return jobs.request(kind=REFRESH, key="company", by=by, now=now)
