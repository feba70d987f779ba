"""Drawing the plans of estates for the company's page (`PlanPicture`), and only those that moved."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from estates.models import Estate, Plot
from programs.dashboards.drawing import Land, draw
from programs.dashboards.models import PlanPicture

STYLE: Final = "1"
"""Of the way plans are drawn. Another one draws all of them anew."""
COLUMNS = [field.name for field in PlanPicture._meta.concrete_fields if field.name not in ("id", "estate")]


def redraw(*, now: datetime) -> int:
    """Bring every picture up to `now`; how many had to be drawn.

    Five queries, and two more for each estate of which a plot, a state or the boundary moved since its picture was drawn.
    Pictures of estates that have no plan any more, or are not public any more, go.
    """
    with transaction.atomic():
        sources = _sources()
        rows = PlanPicture.objects.select_for_update().order_by("pk")
        kept = dict(rows.values_list("estate_id", "source"))
        moved = [pk for pk, source in sources.items() if kept.get(pk) != source]
        drawn = [row for pk in moved if (row := _drawn(pk, sources[pk], now)) is not None]
        PlanPicture.objects.bulk_create(
            drawn, update_conflicts=True, unique_fields=["estate"], update_fields=COLUMNS, batch_size=50
        )
        gone = (set(kept) - set(sources)) | (set(moved) - {row.estate_id for row in drawn})
        PlanPicture.objects.filter(estate__in=gone).delete()
        PlanPicture.objects.exclude(taken_at=now).update(taken_at=now)
    return len(drawn)


def _sources() -> dict[int, str]:
    """Estate → digest of what its picture is made of, for estates with a plot on the plan. One query, without the drawings."""
    plots = Plot.objects.public().filter(geometry__isnull=False).with_status().order_by("estate_id", "pk")
    found: dict[int, Any] = {}
    rows = plots.values_list("estate_id", "estate__updated_at", "pk", "status", "updated_at")  # type: ignore[misc]
    for facts in rows:
        digest = found.setdefault(facts[0], hashlib.sha256(STYLE.encode()))
        digest.update(("\t".join(map(str, facts)) + "\n").encode())
    return {estate: digest.hexdigest() for estate, digest in found.items()}


def _drawn(estate_id: int, source: str, now: datetime) -> PlanPicture | None:
    """The picture of one estate, unsaved. Two queries."""
    plots = Plot.objects.filter(estate_id=estate_id, geometry__isnull=False).with_status().order_by("pk")
    boundary = Estate.objects.values_list("geometry", flat=True).get(pk=estate_id)
    rows = plots.values_list("status", "geometry")  # type: ignore[misc]
    picture = draw((Land(state, shape) for state, shape in rows), boundary)
    if picture is None:
        return None
    return PlanPicture(
        estate_id=estate_id,
        width=picture.width,
        height=picture.height,
        boundary=picture.boundary,
        parts=dict(picture.parts),
        in_squares=picture.in_squares,
        source=source,
        taken_at=now,
    )
