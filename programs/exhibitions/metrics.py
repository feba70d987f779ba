"""Live figures of exhibitions: held, booths given, sales."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db.models import Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.metrics.choices import MetricKind
from core.metrics.registry import Dimensions, Metric, Point, register
from programs.exhibitions.choices import Status
from programs.exhibitions.models import BoothAward, Exhibition, ExhibitionResult
from programs.exhibitions.permissions import READ


def _held(now: datetime) -> Iterable[Point]:
    """Exhibitions that took place. One query."""
    yield Point(Decimal(Exhibition.objects.filter(status__in=[Status.HELD, Status.REPORTED]).count()))


def _booths(now: datetime) -> Iterable[Point]:
    """Booths in the hands of firms. One query."""
    yield Point(Decimal(BoothAward.objects.live().count()))


def _sales(now: datetime) -> Iterable[Point]:
    """Rials sold at exhibitions. One query."""
    results = ExhibitionResult.objects.filter(request__exhibition__status__in=[Status.HELD, Status.REPORTED])
    yield Point(Decimal(results.aggregate(total=Sum("sales"))["total"] or 0))


def _url(dimensions: Dimensions) -> str:
    return reverse("exhibitions:list")


for _name, _label, _unit, _read in (
    ("exhibitions.held", _("exhibitions held"), pgettext_lazy("unit of a number", "exhibitions"), _held),
    ("exhibitions.booths", _("booths given at exhibitions"), _("booths"), _booths),
    ("exhibitions.sales", _("sales at exhibitions"), _("rials"), _sales),
):
    register(
        Metric(
            name=_name, label=_label, unit=_unit, kind=MetricKind.LAST, dimensions=(), read=_read, url=_url,
            permission=READ, public_url=_url,
        )
    )  # fmt: skip
