"""What exhibitions cost and brought, for their desk, their public page, clusters and reports: worked out in one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count, Sum

from programs.exhibitions.choices import FEWEST_ANSWERS, FEWEST_FIRMS, AwardStatus, PaidBy, Status
from programs.exhibitions.models import BoothAward, Exhibition, ExhibitionResult, TripCost

TENTH = Decimal("0.1")


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


def summary(exhibition: Exhibition, *, public: bool) -> Summary:
    """Costs and results of one exhibition; for the `public` sums of fewer than three firms are left out. 3 queries."""
    return summaries([exhibition], public=public)[exhibition.pk]


def summaries(exhibitions: Sequence[Exhibition], *, public: bool) -> dict[int, Summary]:
    """Costs and results by exhibition, as `summary`. 3 queries, whatever their number."""
    live = BoothAward.objects.live().filter(booth__exhibition__in=exhibitions)
    firms = Counter(live.values_list("booth__exhibition_id", flat=True))
    costs: dict[int, dict[str, int]] = defaultdict(dict)
    paid = TripCost.objects.filter(exhibition__in=exhibitions).order_by().values_list("exhibition_id", "paid_by")
    for exhibition_id, paid_by, amount in paid.annotate(sum=Sum("amount")):
        costs[exhibition_id][paid_by] = amount
    results = ExhibitionResult.objects.filter(
        request__exhibition__in=exhibitions, request__awards__status=AwardStatus.LIVE
    )
    sums = {
        row["request__exhibition"]: row
        for row in results.order_by().values("request__exhibition").annotate(
            number=Count("pk"), all_contacts=Sum("contacts"), all_contracts=Sum("contracts"), all_sales=Sum("sales"),
            leads=Sum("export_leads"), answers=Count("satisfaction"), mean=Avg("satisfaction"),
        )
    }  # fmt: skip
    fewest = FEWEST_FIRMS if public else 1
    return {row.pk: _summary(firms[row.pk], costs[row.pk], sums.get(row.pk, {}), fewest) for row in exhibitions}


def finished(first: date, last: date) -> list[Exhibition]:
    """Exhibitions that were held and whose last day lies between these days, in their order, with clusters. 2 queries."""
    rows = Exhibition.objects.filter(status__in=[Status.HELD, Status.REPORTED], ends_on__range=(first, last))
    return list(rows.prefetch_related("clusters").order_by("ends_on", "pk"))


def _summary(firms: int, costs: Mapping[str, int], sums: Mapping[str, Any], fewest: int) -> Summary:
    cost = sum(costs.values())
    shown = sums if sums.get("number", 0) >= fewest else {}
    sales = shown.get("all_sales")
    return Summary(
        firms=firms,
        cost=cost,
        of_support=costs.get(PaidBy.SUPPORT, 0),
        cost_per_firm=cost // firms if firms else None,
        contacts=shown.get("all_contacts"),
        contracts=shown.get("all_contracts"),
        sales=sales,
        export_leads=shown.get("leads"),
        sales_per_rial=(Decimal(sales) / cost).quantize(TENTH) if sales is not None and cost else None,
        satisfaction=Decimal(str(sums["mean"])).quantize(TENTH) if sums.get("answers", 0) >= FEWEST_ANSWERS else None,
    )
