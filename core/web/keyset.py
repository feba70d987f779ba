"""Pages by key: "the twenty after this row", never "skip two thousand rows".

The place is a signed cursor in the address. It names the order, the direction and the last row's key, so a page stays
right while rows come and go, costs the same at the end of a list as at its beginning, and a changed cursor is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.core import signing
from django.core.exceptions import FieldError, ValidationError
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.errors import DomainError

_SIGNER: Final = signing.Signer(salt="core.web.keyset")
LONGEST_CURSOR: Final = 600


class BadCursor(DomainError):
    """The address of this page was changed, or belongs to another order of the list."""

    status = 400
    default_message = _("The address of this page is damaged. Open the list from its beginning.")
    default_code = "bad_cursor"


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort a list: by `field` (a concrete column that is never null), then by primary key, both upwards or,
    with `descending`, both downwards."""

    name: str
    label: str | Promise
    field: str
    descending: bool = False

    def columns(self, *, backwards: bool = False) -> tuple[str, str]:
        """Arguments of `order_by`."""
        sign = "-" if self.descending != backwards else ""
        return f"{sign}{self.field}", f"{sign}pk"


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in the order of the list, and cursors of the pages around them ("" where there is none)."""

    rows: Sequence[Any]
    previous_cursor: str
    next_cursor: str


def page(queryset: models.QuerySet[Any], *, order: Order, cursor: str, size: int) -> Page:
    """The page of `queryset` at `cursor` ("" is the first one), in one query. Raises BadCursor."""
    backwards, place = _read(cursor, order, queryset.model) if cursor else (False, None)
    if place is not None:
        queryset = queryset.filter(_beyond(order, place, backwards=backwards))
    found = list(queryset.order_by(*order.columns(backwards=backwards))[: size + 1])
    more = len(found) > size
    rows = found[:size]
    if backwards:
        rows.reverse()
    if not rows:
        return Page(rows, "", "")
    before, after = (more, True) if backwards else (bool(cursor), more)
    return Page(
        rows,
        previous_cursor=_write(order, rows[0], backwards=True) if before else "",
        next_cursor=_write(order, rows[-1], backwards=False) if after else "",
    )


def _beyond(order: Order, place: tuple[Any, int], *, backwards: bool) -> Q:
    # "key ≥ k and not (key = k and pk ≤ p)" lets the index begin at the place; "key > k or (…)" would not.
    value, pk = place
    comparison, tie = ("lte", "gte") if order.descending != backwards else ("gte", "lte")
    return Q(**{f"{order.field}__{comparison}": value}) & ~Q(**{order.field: value, f"pk__{tie}": pk})


def _write(order: Order, row: models.Model, *, backwards: bool) -> str:
    field = row._meta.get_field(order.field)
    value = field.value_to_string(row)  # type: ignore[union-attr]
    return _SIGNER.sign_object([order.name, int(backwards), value, row.pk])


def _read(cursor: str, order: Order, model: type[models.Model]) -> tuple[bool, tuple[Any, int]]:
    if len(cursor) > LONGEST_CURSOR:
        raise BadCursor()
    try:
        name, backwards, value, pk = _SIGNER.unsign_object(cursor)
        place = model._meta.get_field(order.field).to_python(value)  # type: ignore[union-attr]
    except (signing.BadSignature, ValueError, TypeError, ValidationError, FieldError) as error:
        raise BadCursor() from error
    if name != order.name:
        raise BadCursor()
    return bool(backwards), (place, pk)


def chosen(orders: Mapping[str, Order], name: str, default: str) -> Order:
    """The order a person chose, or the usual one; the form has refused unknown names before."""
    return orders.get(name) or orders[default]
