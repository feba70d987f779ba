"""Rows are locked in one order everywhere: the call, its plots by id, its applications by id, then what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from allocations.models import Application, Call
from core.errors import NotFound
from estates.models import Plot


def call(call_id: int) -> Call:
    """The call, locked. Raises NotFound."""
    try:
        return Call.objects.select_for_update(of=("self",)).select_related("estate").get(pk=call_id)
    except Call.DoesNotExist:
        raise NotFound(_("There is no such call."), code="no_call") from None


def plots(ids: Iterable[int]) -> list[Plot]:
    """Plots with these ids, locked in the order of their ids."""
    return list(Plot.objects.select_for_update(of=("self",)).filter(pk__in=set(ids)).order_by("pk"))


def applications(call_id: int, ids: Iterable[int] | None = None) -> list[Application]:
    """Applications of a call (all, or those with these ids), locked in the order of their ids."""
    rows = Application.objects.select_for_update(of=("self",)).filter(call_id=call_id)
    if ids is not None:
        rows = rows.filter(pk__in=set(ids))
    return list(rows.order_by("pk"))


def application(application_id: int) -> Application:
    """One application, locked after its call. Raises NotFound."""
    try:
        call_id = Application.objects.values_list("call_id", flat=True).get(pk=application_id)
    except Application.DoesNotExist:
        raise NotFound(_("There is no such application."), code="no_application") from None
    locked_call = call(call_id)
    (row,) = applications(call_id, [application_id])
    row.call = locked_call
    return row
