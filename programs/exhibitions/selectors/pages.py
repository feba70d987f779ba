"""Exhibitions as visitors see them: cards, the hall, sums after the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count, QuerySet, Sum
from django.http import Http404
from django.utils.translation import gettext as _

from core.wording import day_text
from programs.clusters import countries
from programs.exhibitions.choices import (
    FEWEST_ANSWERS,
    FEWEST_FIRMS,
    WITH_RESULT,
    AwardStatus,
    PaidBy,
    Status,
)
from programs.exhibitions.models import Booth, BoothAward, BoothRun, Exhibition, ExhibitionResult, TripCost


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


@dataclass(frozen=True, slots=True)
class Summary:
    """What an exhibition cost and brought. None where too few firms stand behind a figure to show it."""

    firms: int
    cost: int
    of_support: int
    cost_per_firm: int | None
    contacts: int | None
    contracts: int | None
    sales: int | None
    export_leads: int | None
    sales_per_rial: Decimal | None
    satisfaction: Decimal | None


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
        clusters=_(", ").join(cluster.name for cluster in row.clusters.all()),
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


def summary(exhibition: Exhibition, *, public: bool) -> Summary:
    """Costs and results in figures; for the `public` sums of fewer than three firms are left out. 4 queries."""
    firms = BoothAward.objects.filter(booth__exhibition=exhibition, status=AwardStatus.LIVE).count()
    costs = dict(
        TripCost.objects.filter(exhibition=exhibition).order_by().values_list("paid_by").annotate(sum=Sum("amount"))
    )
    results = ExhibitionResult.objects.filter(request__exhibition=exhibition, request__awards__status=AwardStatus.LIVE)
    sums: dict[str, Any] = results.aggregate(
        number=Count("pk"), contacts=Sum("contacts"), contracts=Sum("contracts"), sales=Sum("sales"),
        leads=Sum("export_leads"), answers=Count("satisfaction"), mean=Avg("satisfaction"),
    )  # fmt: skip
    cost = sum(costs.values())
    shown = sums["number"] >= (FEWEST_FIRMS if public else 1)
    sales = sums["sales"] if shown else None
    return Summary(
        firms=firms,
        cost=cost,
        of_support=costs.get(PaidBy.SUPPORT, 0),
        cost_per_firm=cost // firms if firms else None,
        contacts=sums["contacts"] if shown else None,
        contracts=sums["contracts"] if shown else None,
        sales=sales,
        export_leads=sums["leads"] if shown else None,
        sales_per_rial=(Decimal(sales) / cost).quantize(Decimal("0.1")) if sales is not None and cost else None,
        satisfaction=(
            Decimal(str(sums["mean"])).quantize(Decimal("0.1")) if sums["answers"] >= FEWEST_ANSWERS else None
        ),
    )
