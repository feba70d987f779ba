"""What the work of consultants costs is set by the lead, always from a day on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.consultants.models import FeeRule
from clinic.consultants.permissions import MANAGE, require
from clinic.consultants.services.writing import insert
from core.audit import record
from core.errors import InvalidInput, NotFound, WrongState
from core.persian.calendar import tehran_date


def set_fee(
    *, basis: str, level: str, amount: int, unit_share: int, valid_from: date, source: str, by: Any | None,
    now: datetime, is_illustrative: bool = False,
) -> FeeRule:  # fmt: skip
    """A fee from this day on; the rule before it ends the day before. Raises PermissionRefused, InvalidInput, FeeOverlap
    (another rule begins later)."""
    require(by, MANAGE)
    with transaction.atomic():
        rows = FeeRule.objects.select_for_update(of=("self",)).filter(basis=basis, level=level).order_by("pk")
        for old in rows:
            if old.valid_to is None and old.valid_from < valid_from:
                old.valid_to = valid_from - timedelta(days=1)
                old.save(update_fields=["valid_to"])
        row = FeeRule(is_illustrative=is_illustrative)
        values = {
            "basis": basis, "level": level, "amount": amount, "unit_share": unit_share, "valid_from": valid_from,
            "source": source,
        }  # fmt: skip
        insert(row, values, allowed=frozenset(values))
        record(action="consultants.fee.set", by=by, target=row, now=now, data={"amount": amount, "share": unit_share})
    return row


def end_fee(*, rule_id: int, last_day: date, by: Any | None, now: datetime) -> FeeRule:
    """Let a rule end on a day from today on, without another in its place. Raises PermissionRefused, NotFound, WrongState,
    InvalidInput."""
    require(by, MANAGE)
    with transaction.atomic():
        row: FeeRule | None = FeeRule.objects.select_for_update(of=("self",)).filter(pk=rule_id).first()
        if row is None:
            raise NotFound()
        if row.valid_to is not None:
            raise WrongState(_("This rule has its last day already."))
        if last_day < max(tehran_date(now), row.valid_from):
            raise InvalidInput(
                _("A rule ends today at the earliest: what was done under it is paid by it."), field="valid_to"
            )
        row.valid_to = last_day
        row.save(update_fields=["valid_to"])
        record(action="consultants.fee.ended", by=by, target=row, now=now)
    return row
