"""Trade marks: applied for, granted, renewed; and the reminder before one expires."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.selectors import users_with_role
from core.errors import Conflict, WrongState
from core.messages import services as messages
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.writing import write
from programs.clusters import permissions, texts
from programs.clusters.models import ClusterMember, TrademarkRecord
from programs.clusters.services.checks import in_order, locked, locked_cluster, not_later, of_cluster, refuse

REMIND_BEFORE: Final = (timedelta(days=180), timedelta(days=60), timedelta(days=14))
"""How long before the expiry officers are reminded: renewal takes months."""
CLASSES: Final = range(1, 46)
"""Classes of the Nice Agreement."""


def apply_for(
    *,
    cluster_id: int,
    brand: str,
    nice_class: int,
    applied_on: date,
    by: Any | None,
    now: datetime,
    member: ClusterMember | None = None,
    is_illustrative: bool = False,
) -> TrademarkRecord:
    """Write down that a mark has been applied for, by the cluster or by one member."""
    permissions.require(by, permissions.WRITE)
    if nice_class not in CLASSES:
        raise refuse("nice_class", _("The classes of marks go from 1 to 45."))
    not_later(applied_on, tehran_date(now), field="applied_on")
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        of_cluster(member, cluster.pk, field="member")
        values = {
            "member": member, "brand": brand, "nice_class": nice_class, "applied_on": applied_on,
            "is_illustrative": is_illustrative,
        }  # fmt: skip
        return write(TrademarkRecord(cluster=cluster), values, by=by, now=now, event="clusters.trademark")


def grant(
    *, trademark_id: int, number: str, granted_on: date, expires_on: date, by: Any | None, now: datetime
) -> TrademarkRecord:
    """Write down that a mark was granted. Raises Conflict for a number that is entered already, InvalidInput for dates."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        mark = locked(TrademarkRecord, trademark_id)
        if mark.granted_on is not None:
            raise WrongState(_("This mark has been granted already."), code="granted_already")
        number = normalise(number)
        if not number:
            raise refuse("number", _("Give the number of the mark."))
        if TrademarkRecord.objects.filter(number=number).exclude(pk=mark.pk).exists():
            message = _("A trade mark with this number is entered already.")
            raise Conflict(message, code="trademark_number_again", field="number")
        not_later(granted_on, tehran_date(now), field="granted_on")
        in_order(mark.applied_on, granted_on, field="granted_on", same_day=True)
        in_order(granted_on, expires_on, field="expires_on")
        values = {"number": number, "granted_on": granted_on, "expires_on": expires_on}
        return write(mark, values, by=by, now=now, event="clusters.trademark")


def renew(*, trademark_id: int, expires_on: date, by: Any | None, now: datetime) -> TrademarkRecord:
    """Write down that a granted mark was renewed until a later day."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        mark = locked(TrademarkRecord, trademark_id)
        if mark.expires_on is None:
            raise WrongState(_("Only a granted mark is renewed."), code="not_granted")
        in_order(mark.expires_on, expires_on, field="expires_on")
        return write(mark, {"expires_on": expires_on}, by=by, now=now, event="clusters.trademark")


def remind_of_expiry(*, now: datetime) -> int:
    """Tell the programme officers of marks that expire soon, once for each stage; returns how many marks there are."""
    today = tehran_date(now)
    due = TrademarkRecord.objects.filter(expires_on__gte=today, expires_on__lte=today + max(REMIND_BEFORE))
    marks = list(due.select_related("cluster").order_by("pk"))
    officers = list(users_with_role(Role.PROGRAMME_OFFICER, now=now)) if marks else []
    for mark in marks:
        with transaction.atomic():
            _remind(mark, officers, today, now)
    return len(marks)


def _remind(mark: TrademarkRecord, officers: list[Any], today: date, now: datetime) -> None:
    if mark.expires_on is None:
        return
    stage = min(term.days for term in REMIND_BEFORE if mark.expires_on - today <= term)
    params = {"brand": mark.brand, "cluster": mark.cluster.name, "day": mark.expires_on}
    for officer in officers:
        key = f"trademark:{mark.pk}:{mark.expires_on:%Y%m%d}:{stage}:{officer.pk}"
        messages.send(template=texts.EXPIRY, to=officer, params=params, key=key, now=now)
