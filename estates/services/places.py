"""Counties, trades and estates: made and changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from core.errors import InvalidInput, NotFound
from core.writing import write
from estates import permissions
from estates.models import County, Estate, Trade
from estates.plans.geometry import shape_values
from estates.plans.issues import Refused
from estates.plans.reading import read_shape

COUNTY_FIELDS = frozenset({"name", "name_en", "town", "lat", "lon", "is_approximate"})
TRADE_FIELDS = frozenset({"name", "name_en", "industry_group", "is_active"})
ESTATE_FIELDS = frozenset(
    {
        "name", "name_en", "other_names", "kind", "county", "development_class", "status", "summary", "lat", "lon",
        "is_approximate", "is_illustrative", "is_public",
    }
)  # fmt: skip


def save_county(*, slug: str, values: Mapping[str, Any], by: Any | None, now: datetime) -> County:
    """Make or change the county with this slug; `values` are `COUNTY_FIELDS`. Unchanged values write nothing."""
    _only(values, COUNTY_FIELDS)
    permissions.require(by, permissions.CHANGE_REFERENCE)
    with transaction.atomic():
        county = County.objects.select_for_update().filter(slug=slug).first() or County(slug=slug)
        return write(county, values, by=by, now=now, event="estates.county")


def save_trade(*, code: str, values: Mapping[str, Any], by: Any | None, now: datetime) -> Trade:
    """Make or change the trade with this code; `values` are `TRADE_FIELDS`."""
    _only(values, TRADE_FIELDS)
    permissions.require(by, permissions.CHANGE_REFERENCE)
    with transaction.atomic():
        trade = Trade.objects.select_for_update().filter(code=code).first() or Trade(code=code)
        return write(trade, values, by=by, now=now, event="estates.trade")


def save_estate(*, slug: str, values: Mapping[str, Any], by: Any | None, now: datetime) -> Estate:
    """Make or change the estate with this slug; `values` are `ESTATE_FIELDS`.

    Raises PermissionRefused, InvalidInput.
    """
    _only(values, ESTATE_FIELDS)
    with transaction.atomic():
        estate = Estate.objects.select_for_update().filter(slug=slug).first() or Estate(slug=slug)
        permissions.require(by, permissions.CHANGE_LAND, estate)
        if estate.pk is None and not values.get("county"):
            raise InvalidInput(errors={"county": [Estate._meta.get_field("county").error_messages["null"]]})
        return write(estate, values, by=by, now=now, event="estates.estate")


def set_boundary(*, estate_id: int, geometry: Mapping[str, Any] | None, by: Any | None, now: datetime) -> Estate:
    """Draw the limits of an estate (a GeoJSON polygon, longitude first), or take them away with None.

    Raises InvalidInput on the field `geometry`; plots are compared with the boundary when a site plan is imported.
    """
    with transaction.atomic():
        estate = locked(estate_id)
        permissions.require(by, permissions.CHANGE_LAND, estate)
        try:
            shape = read_shape(geometry) if geometry is not None else None
        except Refused as refused:
            raise InvalidInput(errors={"geometry": [issue.message for issue in refused.issues]}) from refused
        return write(estate, shape_values(shape), by=by, now=now, event="estates.boundary")


def locked(estate_id: int) -> Estate:
    """The estate, locked for change until the transaction ends. Raises NotFound."""
    estate = Estate.objects.select_for_update(of=("self",)).select_related("county").filter(pk=estate_id).first()
    if estate is None:
        raise NotFound()
    return estate


def _only(values: Mapping[str, Any], allowed: frozenset[str]) -> None:
    unknown = sorted(set(values) - allowed)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
