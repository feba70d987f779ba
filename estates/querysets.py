"""Questions the tables of this app answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from estates.choices import POSSESSION, HoldKind, PlotStatus, TariffStatus


class EstateQuerySet(models.QuerySet[Any]):
    """Estates and zones."""

    def public(self) -> Self:
        """Those everybody may see."""
        return self.filter(is_public=True)


class PlotQuerySet(models.QuerySet[Any]):
    """Plots; their status is worked out here and nowhere else."""

    def public(self) -> Self:
        """Those of estates everybody may see."""
        return self.filter(estate__is_public=True)

    def with_status(self) -> Self:
        """Add `status` (a `PlotStatus` value): who is on the land decides, else a call, else the land itself.

        One query whatever the number of plots; each part is a look into a partial unique index.
        """
        return self.annotate(
            status=Coalesce(
                _live_hold(POSSESSION),
                _live_hold([HoldKind.IN_CALL]),
                Case(
                    When(is_planned=True, then=Value(PlotStatus.PLANNED.value)),
                    When(is_serviced=False, then=Value(PlotStatus.NOT_SERVICED.value)),
                    default=Value(PlotStatus.AVAILABLE.value),
                ),
                output_field=models.CharField(),
            )
        )

    def in_status(self, statuses: Iterable[str]) -> Self:
        """Plots whose status is one of `statuses`; says the same as filtering `with_status`, in a form indexes answer."""
        wanted = set(statuses)
        condition = Q(pk__in=[])
        possession = [kind.value for kind in POSSESSION if kind.value in wanted]
        if possession:
            condition |= Q(pk__in=_live(possession).values("plot_id"))
        if PlotStatus.IN_CALL in wanted:
            possessed = _live(POSSESSION).filter(plot_id=OuterRef("pk"))
            condition |= Q(pk__in=_live([HoldKind.IN_CALL]).values("plot_id")) & ~Q(Exists(possessed))
        land = Q()
        if PlotStatus.PLANNED in wanted:
            land |= Q(is_planned=True)
        if PlotStatus.NOT_SERVICED in wanted:
            land |= Q(is_planned=False, is_serviced=False)
        if PlotStatus.AVAILABLE in wanted:
            land |= Q(is_planned=False, is_serviced=True)
        if land:
            held = _live(HoldKind.values).filter(plot_id=OuterRef("pk"))
            condition |= land & ~Q(Exists(held))
        return self.filter(condition)

    def allowing_trade(self, trade_id: int) -> Self:
        """Plots this trade may be carried on: those that name it, and those that name none."""
        return self.filter(Q(trade_ids=[]) | Q(trade_ids__contains=[trade_id]))

    def with_utilities(self, kinds: Iterable[str]) -> Self:
        """Plots connected to every one of `kinds`."""
        return self.filter(utilities__contains=list(kinds))


class TariffQuerySet(models.QuerySet[Any]):
    """Versions of the tariff."""

    def in_force_on(self, day: date) -> Self:
        """The published version in force on `day`, or nothing."""
        return self.filter(status=TariffStatus.PUBLISHED, valid_from__lte=day).order_by("-valid_from")[:1]


def _live(kinds: Iterable[str]) -> models.QuerySet[Any]:
    holds = apps.get_model("estates", "PlotHold").objects
    # Ordering would only cost: at most one row per plot and group is live.
    return holds.filter(until_at__isnull=True, kind__in=[str(kind) for kind in kinds]).order_by()


def _live_hold(kinds: Iterable[str]) -> Subquery:
    return Subquery(_live(kinds).filter(plot_id=OuterRef("pk")).values("kind")[:1])
