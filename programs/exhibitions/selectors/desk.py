"""An exhibition as those who hold it see it: requests, and the steps that may be taken now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from core.errors import Text
from programs.exhibitions.choices import Mode, Status
from programs.exhibitions.models import BoothDraw, BoothRequest, BoothRun, Exhibition, FrozenRequests
from programs.exhibitions.permissions import APPROVE, DRAW, WRITE
from programs.exhibitions.selectors.summaries import Summary, summary


@dataclass(frozen=True, slots=True)
class Line:
    """One request: booths it wants in order, the booth it has."""

    request: BoothRequest
    wanted: list[str]
    booth: str
    has_result: bool


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The desk."""

    exhibition: Exhibition
    phase: Status
    lines: list[Line]
    frozen: FrozenRequests | None
    draw: BoothDraw | None
    runs: list[BoothRun]
    summary: Summary | None


@dataclass(frozen=True, slots=True)
class Step:
    """One act that this person may do now."""

    name: str
    label: Text
    url: str
    is_main: bool = True


def with_all(rows: QuerySet[BoothRequest]) -> QuerySet[BoothRequest]:
    """Requests with what a line shows. 5 queries."""
    related = ("exhibition", "member", "applicant__person", "applicant__legal_entity", "result")
    return rows.select_related(*related).prefetch_related("choices__booth", "awards__booth")


def with_people(rows: QuerySet[BoothRun]) -> QuerySet[BoothRun]:
    """Results with who proposed and decided them, without their bytes. 1 query."""
    return rows.defer("record", "verifier").select_related("exhibition", "proposed_by", "decided_by")


def desk_page(exhibition: Exhibition, now: datetime) -> DeskPage:
    """Everything of the desk in a fixed number of queries."""
    frozen = FrozenRequests.objects.filter(exhibition=exhibition).first()
    draw = (
        BoothDraw.objects.filter(frozen=frozen).select_related("entered_by", "confirmed_by").first() if frozen else None
    )
    with_result = exhibition.status in (Status.APPROVED, Status.HELD, Status.REPORTED)
    return DeskPage(
        exhibition=exhibition,
        phase=exhibition.phase_at(now),
        lines=lines(with_all(exhibition.requests.order_by("pk"))),
        frozen=frozen,
        draw=draw,
        runs=list(with_people(exhibition.runs.order_by("-number"))),
        summary=summary(exhibition, public=False) if with_result else None,
    )


def lines(rows: Iterable[BoothRequest]) -> list[Line]:
    """Requests that have what a line shows, as lines. No query."""
    return [_line(row) for row in rows]


def _line(row: Any) -> Line:
    choices = sorted(row.choices.all(), key=lambda choice: choice.position)
    held = [award.booth.code for award in row.awards.all() if award.status == "LIVE"]
    return Line(row, [choice.booth.code for choice in choices], held[0] if held else "", hasattr(row, "result"))


def firms_there(exhibition: Exhibition) -> list[BoothRequest]:
    """Requests that hold a booth. 5 queries."""
    return [line.request for line in lines(with_all(exhibition.requests.order_by("pk"))) if line.booth]


_Offer = tuple[str, str, Any, bool]
"""Name, permission, label of a step, and whether it is the main one."""


def steps(exhibition: Exhibition, user: Any, now: datetime) -> list[Step]:
    """What this person may do next, the main act first; pages and services ask again."""
    phase = exhibition.phase_at(now)
    by_phase: dict[Status, list[_Offer]] = {
        Status.DRAFT: [("publish", WRITE, _("Announce the exhibition"), True)],
        Status.CLOSED: [("freeze", WRITE, _("Freeze the list"), True)],
        Status.FROZEN: _drawing(exhibition, user, now) if phase == Status.FROZEN else [],
        Status.DRAWN: [("run", WRITE, _("Compute who gets which booth"), True)],
        Status.ALLOCATED: [
            ("approve", APPROVE, _("Look at the result and approve it"), True),
            ("refuse", APPROVE, _("Refuse the result"), False),
        ],
        Status.APPROVED: [("hold", WRITE, _("Note that it was held"), True), ("costs", WRITE, _("Costs"), False)],
        Status.HELD: [("report", WRITE, _("Close the report"), True), ("costs", WRITE, _("Costs"), False)],
    }
    listed = list(by_phase.get(phase, []))
    if phase == Status.CLOSED and exhibition.mode == Mode.SCORED:
        listed.insert(0, ("points", WRITE, _("Enter the points"), True))
    if phase not in (Status.HELD, Status.REPORTED, Status.CANCELLED):
        listed.append(("cancel", WRITE, _("Cancel the exhibition"), False))
    return [
        Step(name, label, _address(exhibition, name), main)
        for name, permission, label, main in listed
        if user.has_perm(permission, exhibition)
    ]


def _drawing(exhibition: Exhibition, user: Any, now: datetime) -> list[_Offer]:
    """Of the draw: enter the value after the event; then somebody else confirms it or takes it back. 1 query."""
    draw = BoothDraw.objects.filter(frozen__exhibition=exhibition).only("entered_by").first()
    if draw is None:
        return [("value", DRAW, _("Enter the value"), True)] if now >= exhibition.draw_at else []
    if draw.entered_by_id == user.pk:
        return []
    return [
        ("value", DRAW, _("Confirm the value"), True),
        ("discard", DRAW, _("Take the value back"), False),
    ]


def _address(exhibition: Exhibition, name: str) -> str:
    if name in ("value", "points", "costs"):
        return reverse(f"exhibitions:{name}", args=[exhibition.slug])
    return reverse("exhibitions:act", args=[exhibition.slug, name])
