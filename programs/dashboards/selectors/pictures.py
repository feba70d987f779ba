"""Estates and their plans as the company's page shows them: kept ready, read in one query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from estates.choices import AWARDED, OFFERED, PlotStatus
from estates.models import Estate
from programs.dashboards.models import PlanPicture


def _part(status: PlotStatus) -> str:
    if status in AWARDED:
        return "awarded"
    if status in OFFERED:
        return "offered"
    if status is PlotStatus.AVAILABLE:
        return "free"
    return "returned" if status is PlotStatus.RECLAIMED else "unprepared"


PART_OF: Final[Mapping[str, str]] = {status.value: _part(status) for status in PlotStatus}
"""State of a plot → part of the strip of its estate (`charts.STRIP`): the plan and the strip wear the same colours."""


@dataclass(frozen=True, slots=True)
class Part:
    """All plots of one state: the part of the strip they belong to, the name of the state, and the path that draws them."""

    name: str
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The picture of one estate's plan."""

    width: int
    height: int
    boundary: str
    parts: Sequence[Part]
    in_squares: bool
    is_illustrative: bool
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """An estate everybody may see: its name in the reader's language, and its plan, if it has one."""

    name: str
    plan: Plan | None


def places() -> dict[str, Place]:
    """Slug → estate everybody may see. One query, of names and finished paths alone."""
    columns = ("width", "height", "boundary", "parts", "in_squares", "taken_at")
    rows = Estate.objects.public().select_related("plan_picture").order_by("pk")
    shown = rows.only("slug", "name", "name_en", "is_illustrative", *(f"plan_picture__{name}" for name in columns))
    return {row.slug: Place(row.display_name, _plan(row)) for row in shown}


def _plan(estate: Estate) -> Plan | None:
    row: PlanPicture | None = getattr(estate, "plan_picture", None)
    if row is None:
        return None
    return Plan(
        width=row.width,
        height=row.height,
        boundary=row.boundary,
        parts=[
            Part(PART_OF[status.value], str(status.label), row.parts[status.value])
            for status in PlotStatus
            if row.parts.get(status.value)
        ],
        in_squares=row.in_squares,
        is_illustrative=estate.is_illustrative,
        taken_at=row.taken_at,
    )
