"""Checks and locks that the services of clusters share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.errors import InvalidInput, NotFound, Text
from programs.clusters.errors import NotOfCluster
from programs.clusters.models import Cluster

Row = TypeVar("Row", bound=models.Model)


def locked(model: type[Row], pk: int | None) -> Row:
    """The row, locked. Raises NotFound."""
    row = model._default_manager.select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        raise NotFound()
    return row


def locked_cluster(cluster_id: int | None) -> Cluster:
    """The cluster, locked: always the first lock of a service that changes what is below it."""
    return locked(Cluster, cluster_id)


def only(values: Mapping[str, Any], known: frozenset[str]) -> None:
    """A value nobody knows is a mistake of the caller."""
    unknown = sorted(set(values) - known)
    if unknown:
        raise TypeError(f"not a field of this row: {', '.join(unknown)}")


def refuse(field: str, message: Text, **params: Any) -> InvalidInput:
    """The refusal of one field."""
    return InvalidInput(message, field=field, params=params)


def in_order(first: date, last: date, *, field: str = "ends_on", same_day: bool = False) -> None:
    """Raise InvalidInput unless the end lies after the start (or on the same day, where that is allowed)."""
    if last < first or (last == first and not same_day):
        raise refuse(field, _("The end must be later than the start."))


def not_later(day: date, today: date, *, field: str) -> None:
    """Raise InvalidInput for a day that has not come yet."""
    if day > today:
        raise refuse(field, _("This day has not come yet."))


def number(value: Any, field: str, *, least: Decimal = Decimal(0), above: bool = False) -> Decimal:
    """A Decimal that is at least (with `above`: more than) `least`. Raises InvalidInput."""
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        raise refuse(field, _("Type a number.")) from None
    if not found.is_finite():
        raise refuse(field, _("Type a number."))
    if found < least or (above and found == least):
        raise refuse(field, _("The number must be more than zero.") if above else _("The number may not be negative."))
    return found


def of_cluster(row: Any, cluster_id: int, *, field: str) -> None:
    """Raise NotOfCluster unless the row belongs to this cluster."""
    if row is not None and row.cluster_id != cluster_id:
        raise NotOfCluster(NotOfCluster.default_message, field=field)
