"""Exhibitions as visitors see them: cards and the hall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from core.wording import day_text
from programs.clusters import countries
from programs.exhibitions.choices import WITH_RESULT, Status
from programs.exhibitions.models import Booth, BoothAward, BoothRun, Exhibition


@dataclass(frozen=True, slots=True)
class Card:
    """One exhibition in a list; `phase` is its state at the moment of the page."""

    exhibition: Exhibition
    phase: Status
    days: str
    where: str
    booths: int
    clusters: str
    takes_requests: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of the hall: a booth with the code of the firm that holds it (once public), or a passage."""

    booth: Booth | None
    holder: str = ""


def with_counts(rows: QuerySet[Exhibition]) -> QuerySet[Exhibition]:
    """With the number of booths and the clusters a card names. 2 queries in all."""
    return rows.annotate(booth_count=Count("booths", distinct=True)).prefetch_related("clusters")


def card(row: Any, now: datetime) -> Card:
    """The card of an exhibition that has its counts."""
    phase = row.phase_at(now)
    return Card(
        exhibition=row,
        phase=phase,
        days=_("%(first)s to %(last)s") % {"first": day_text(row.starts_on), "last": day_text(row.ends_on)},
        where=_("%(city)s, %(country)s") % {"city": row.city, "country": countries.name_of(row.country)},
        booths=row.booth_count,
        clusters=_(", ").join(cluster.display_name for cluster in row.clusters.all()),
        takes_requests=phase == Status.REGISTRATION,
    )


def public_exhibition(slug: str) -> Exhibition:
    """An announced exhibition by its address. Http404. 2 queries."""
    found: Exhibition | None = with_counts(Exhibition.objects.public()).filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def holders(exhibition: Exhibition) -> dict[int, BoothAward]:
    """Booth id → who holds it; empty before the result is approved. 1 query."""
    if exhibition.status not in WITH_RESULT:
        return {}
    related = ("request__applicant__person", "request__applicant__legal_entity", "request__member", "booth")
    awards = BoothAward.objects.live().filter(booth__exhibition=exhibition).select_related(*related)
    return {award.booth_id: award for award in awards}


def hall(booths: Iterable[Booth], held: dict[int, BoothAward]) -> list[list[Cell]]:
    """The hall row by row; places without a booth are passages."""
    listed = list(booths)
    at = {(booth.row, booth.column): booth for booth in listed}
    rows, columns = max((b.row for b in listed), default=0), max((b.column for b in listed), default=0)
    return [[cell(at.get((row, place)), held) for place in range(1, columns + 1)] for row in range(1, rows + 1)]


def cell(booth: Booth | None, held: dict[int, BoothAward]) -> Cell:
    """One place with the public code of who holds it."""
    award = held.get(booth.pk) if booth else None
    return Cell(booth, award.request.opaque_id[:8] if award else "")


def approved_run(exhibition: Exhibition) -> BoothRun | None:
    """The run whose result stands, without its bytes. 1 query."""
    found: BoothRun | None = exhibition.runs.filter(status="APPROVED").defer("record", "verifier").first()
    return found
