"""Holds what is kept ready for the company's page against what the readings say now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from core import clock
from programs.choices import ProgrammeStatus
from programs.dashboards.models import ProgrammeSnapshot
from programs.dashboards.selectors.standing import sources
from programs.dashboards.services.snapshots import COLUMNS, worked_out
from programs.models import Programme
from programs.verification import Difference

COMPARED = [name for name in COLUMNS if name != "taken_at"]


def check(until: date) -> Iterator[Difference]:
    """Every kept month of every programme that is not what it should be, missing and surplus ones among them."""
    stored = {(row.programme_id, row.month): row for row in ProgrammeSnapshot.objects.filter(month__lte=until)}
    programmes = Programme.objects.exclude(status=ProgrammeStatus.DRAFT).order_by("pk")
    for source in sources(programmes, until):
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
