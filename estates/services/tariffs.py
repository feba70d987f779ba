"""Versions of the tariff: drafted, filled, published once. A published version is never touched again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from core import transitions
from core.errors import NotFound
from core.writing import unique_race, write
from estates import permissions, workflow
from estates.choices import TariffStatus
from estates.errors import TariffFrozen
from estates.models import Estate, PaymentTerms, Tariff, TariffRate

TERMS_FIELDS = frozenset(
    {"cash_percent", "instalment_count", "instalment_months", "grace_months", "discount_percent", "note", "source"}
)


def draft(
    *,
    title: str,
    year: int,
    valid_from: date,
    source: str,
    by: Any | None,
    now: datetime,
    is_fictitious: bool = False,
) -> Tariff:
    """Begin a new version, valid from a day on once it is published."""
    permissions.require(by, permissions.CHANGE_TARIFF)
    values = {
        "title": title, "year": year, "valid_from": valid_from, "source": source, "is_fictitious": is_fictitious,
    }  # fmt: skip
    with transaction.atomic():
        return write(Tariff(), values, by=by, now=now, event="estates.tariff")


def set_rate(
    *,
    tariff_id: int,
    plot_kind: str,
    price_class: str,
    rials_per_m2: int,
    by: Any | None,
    now: datetime,
    estate: Estate | None = None,
) -> TariffRate:
    """Set the base price of a square metre, of one estate or of all. Raises TariffFrozen once it is published."""
    with transaction.atomic():
        tariff = _locked_draft(tariff_id, by)
        key = {"tariff": tariff, "estate": estate, "plot_kind": plot_kind, "price_class": price_class}
        row = TariffRate.objects.filter(**key).first() or TariffRate(**key)
        return write(row, {"rials_per_m2": rials_per_m2}, by=by, now=now, event="estates.tariff_rate")


def set_terms(
    *,
    tariff_id: int,
    development_class: str,
    scheme: str,
    values: Mapping[str, Any],
    by: Any | None,
    now: datetime,
    estate: Estate | None = None,
) -> PaymentTerms:
    """Set how the price is paid, for a development class or one estate; `values` are `TERMS_FIELDS`."""
    unknown = sorted(set(values) - TERMS_FIELDS)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
    with transaction.atomic():
        tariff = _locked_draft(tariff_id, by)
        key = {"tariff": tariff, "estate": estate, "development_class": development_class, "scheme": scheme}
        row = PaymentTerms.objects.filter(**key).first() or PaymentTerms(**key)
        return write(row, values, by=by, now=now, event="estates.payment_terms")


def publish(*, tariff_id: int, by: Any | None, now: datetime) -> Tariff:
    """Put a version in force from its day on. Raises TariffFrozen, TariffIncomplete, Conflict for a day that is taken."""
    with transaction.atomic():
        tariff = _locked_draft(tariff_id, by)
        verb = "publish" if by is not None else "take_over"
        with unique_race():
            return transitions.apply(workflow.TARIFF, tariff, verb, by=by, now=now, changes={"published_at": now})


def _locked_draft(tariff_id: int, by: Any | None) -> Tariff:
    permissions.require(by, permissions.CHANGE_TARIFF)
    tariff = Tariff.objects.select_for_update().filter(pk=tariff_id).first()
    if tariff is None:
        raise NotFound()
    if tariff.status != TariffStatus.DRAFT:
        raise TariffFrozen()
    return tariff
