"""Holds what is kept ready for the company's page against what the readings say now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from core import clock
from core.jobs.models import Job
from programs.choices import ProgrammeStatus
from programs.dashboards.models import ProgrammeSnapshot
from programs.dashboards.selectors.standing import sources
from programs.dashboards.services.snapshots import ALL, COLUMNS, KIND, key_of, worked_out
from programs.models import Programme
from programs.verification import Difference

COMPARED = [name for name in COLUMNS if name != "taken_at"]


def check(until: date) -> Iterator[Difference]:
    """Every kept month of every programme that is not what it should be, missing and surplus ones among them.

    Programmes whose states were asked for and are not worked out yet are left to the job.
    """
    waiting = set(Job.objects.live().filter(kind=KIND).values_list("key", flat=True))
    if ALL in waiting:
        return
    stored = {(row.programme_id, row.month): row for row in ProgrammeSnapshot.objects.filter(month__lte=until)}
    programmes = Programme.objects.exclude(status=ProgrammeStatus.DRAFT).order_by("pk")
    asked_for = {row.pk for row in programmes if key_of(row.pk) in waiting}
    stored = {place: row for place, row in stored.items() if place[0] not in asked_for}
    for source in sources([row for row in programmes if row.pk not in asked_for], until):
        for row in worked_out(source, clock.now()):
            place = f"state of programme {row.programme_id} in {row.month}"
            kept = stored.pop((row.programme_id, row.month), None)
            if kept is None:
                yield Difference(place, "nothing", f"planned {row.planned}, done {row.actual}")
                continue
            for name in COMPARED:
                shown, expected = getattr(kept, name), getattr(row, name)
                if shown != expected:
                    yield Difference(f"{name} in the {place}", _text(shown), _text(expected))
    for programme_id, month in sorted(stored):
        yield Difference(f"state of programme {programme_id} in {month}", "a row", "nothing")


def _text(value: Any) -> str:
    return "nothing" if value is None else str(value)
