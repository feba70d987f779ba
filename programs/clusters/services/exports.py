"""What members sell abroad. A record is never changed: a correction is a new record that says why."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, WrongState
from core.persian.calendar import jalali_day
from core.writing import write
from programs.clusters import countries, permissions
from programs.clusters.models import ClusterMember, ClusterProduct, ExportRecord
from programs.clusters.services.checks import locked, number, of_cluster, refuse

FIRST_YEAR = 1350


def record_export(
    *,
    member_id: int,
    product: ClusterProduct,
    country: str,
    year: int,
    value_usd: Decimal,
    weight_kg: Decimal,
    source: str,
    by: Any | None,
    now: datetime,
    is_illustrative: bool = False,
) -> ExportRecord:
    """Write down a year's export of one product to one country (ISO code), in US dollars and kilograms.

    Raises Conflict when it is entered already, InvalidInput for a year that has not come, a country nobody knows, a
    negative value, a product of another cluster.
    """
    permissions.require(by, permissions.WRITE)
    _check_year(year, now)
    if not countries.is_known(country) or country == countries.HOME:
        raise refuse("country", _("Choose a country other than our own."))
    with transaction.atomic():
        member = locked(ClusterMember, member_id)
        of_cluster(product, member.cluster_id, field="product")
        if ExportRecord.objects.current().filter(member=member, product=product, country=country, year=year).exists():
            raise Conflict(_("This export is entered already. Correct the record instead."), code="export_again")
        row = ExportRecord(member=member, created_by=by, created_at=now)
        values = {
            "product": product, "country": country, "year": year, "source": source, "is_illustrative": is_illustrative,
            **_amounts(value_usd, weight_kg),
        }  # fmt: skip
        return write(row, values, by=by, now=now, event="clusters.export")


def correct_export(
    *,
    export_id: int,
    value_usd: Decimal,
    weight_kg: Decimal,
    reason: str,
    by: Any | None,
    now: datetime,
    source: str = "",
) -> ExportRecord:
    """Put a new record in the place of a wrong one, which stays to be seen. Raises WrongState for one corrected before."""
    permissions.require(by, permissions.WRITE)
    if not reason.strip():
        raise refuse("reason", _("Say why the record is corrected."))
    with transaction.atomic():
        old = locked(ExportRecord, export_id)
        if old.is_superseded:
            raise WrongState(_("This record has been corrected already. Correct the newest one."), code="superseded")
        write(old, {"is_superseded": True}, by=by, now=now, event="clusters.export")
        row = ExportRecord(member=old.member, created_by=by, created_at=now, corrects=old)
        values = {
            "product": old.product, "country": old.country, "year": old.year, "source": source or old.source,
            "reason": reason, "is_illustrative": old.is_illustrative, **_amounts(value_usd, weight_kg),
        }  # fmt: skip
        return write(row, values, by=by, now=now, event="clusters.export")


def _check_year(year: int, now: datetime) -> None:
    this_year = jalali_day(now).year
    if year > this_year:
        raise refuse("year", _("The year %(year)s has not come yet."), year=year)
    if year < FIRST_YEAR:
        raise refuse("year", _("The year is a Jalali year of four digits."))


def _amounts(value_usd: Decimal, weight_kg: Decimal) -> dict[str, Decimal]:
    return {"value_usd": number(value_usd, "value_usd"), "weight_kg": number(weight_kg, "weight_kg", above=True)}
