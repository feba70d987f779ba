"""A wish is entered, changed, renewed, taken back, and runs out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Applicant
from accounts.selectors import users_of
from core.audit import record
from core.errors import Conflict, InvalidInput, NotFound, WrongState
from core.messages import services as messages
from core.persian.calendar import tehran_date
from core.transitions import apply
from programs.demand import texts
from programs.demand.choices import ASKED_BEFORE, VALID, WishStatus
from programs.demand.models import Wish
from programs.demand.permissions import OWN, require
from programs.demand.workflow import WISH

FACTS = frozenset({"area_from", "area_to", "county", "estate", "use", "wanted_since", "phone_ok"})


class WishedAlready(Conflict):
    """One live wish of an applicant for a trade."""

    default_message = _("You have a wish for this trade in the register already. Change that one.")
    default_code = "wished_already"


def add(
    *,
    applicant_id: int,
    trade_id: int,
    values: Mapping[str, Any],
    by: Any,
    now: datetime,
    is_illustrative: bool = False,
) -> Wish:
    """Enter a wish; it stands for a year. Raises PermissionRefused, NotFound, InvalidInput, WishedAlready."""
    applicant = Applicant.objects.filter(pk=applicant_id).first()
    if applicant is None:
        raise NotFound()
    require(by, OWN, applicant)
    row = Wish(
        applicant=applicant, trade_id=trade_id, made_by=by, created_at=now, updated_at=now,
        valid_until=tehran_date(now) + VALID, is_illustrative=is_illustrative,
    )  # fmt: skip
    with transaction.atomic():
        _assign(row, values, now)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError as error:
            raise (WishedAlready() if "wish_one_live_per_trade" in str(error) else Conflict()) from error
        record(action="demand.wish.added", by=by, target=row, now=now)
    return row


def change(*, wish_id: int, values: Mapping[str, Any], by: Any, now: datetime) -> Wish:
    """Change a live wish, which renews it. Raises NotFound, PermissionRefused, WrongState, InvalidInput."""
    with transaction.atomic():
        row = _live(wish_id, by, now)
        _assign(row, values, now)
        _renew(row, now)
        record(action="demand.wish.changed", by=by, target=row, now=now)
    return row


def renew(*, wish_id: int, by: Any, now: datetime) -> Wish:
    """Let a live wish stand for another year. Raises NotFound, PermissionRefused, WrongState."""
    with transaction.atomic():
        row = _live(wish_id, by, now)
        _renew(row, now)
        record(action="demand.wish.renewed", by=by, target=row, now=now)
    return row


def withdraw(*, wish_id: int, by: Any, now: datetime) -> Wish:
    """Take a wish back. Raises NotFound, PermissionRefused, WrongState."""
    with transaction.atomic():
        row = _locked(wish_id)
        return apply(WISH, row, "withdraw", by=by, now=now, changes={"ended_at": now})


def ask_to_renew(*, now: datetime) -> int:
    """Ask those whose wish ends within a month whether it still holds; each once a year. How many were asked."""
    soon = tehran_date(now) + ASKED_BEFORE
    due = Wish.objects.live_on(tehran_date(now)).filter(valid_until__lte=soon, asked_at__isnull=True)
    asked = 0
    for pk in list(due.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            row = _locked(pk)
            if row.status != WishStatus.LIVE or row.asked_at is not None:
                continue
            row.asked_at = now
            row.save(update_fields=["asked_at"])
            params = {"trade": row.trade.name, "day": row.valid_until}
            for user in users_of(row.applicant):
                key = f"wish:{row.pk}:{row.valid_until}:{user.pk}"
                messages.send(template=texts.RENEW.code, to=user, params=params, key=key, now=now)
            asked += 1
    return asked


def lapse(*, now: datetime) -> int:
    """End wishes that nobody renewed; how many. Figures leave them out from the day itself."""
    gone = Wish.objects.filter(status=WishStatus.LIVE, valid_until__lt=tehran_date(now)).order_by("pk")
    ended = 0
    for pk in list(gone.values_list("pk", flat=True)):
        with transaction.atomic():
            row = _locked(pk)
            if row.status == WishStatus.LIVE and row.valid_until < tehran_date(now):
                apply(WISH, row, "lapse", by=None, now=now, changes={"ended_at": now})
                ended += 1
    return ended


def _locked(wish_id: int) -> Wish:
    row = Wish.objects.select_for_update(of=("self",)).select_related("trade", "applicant").filter(pk=wish_id).first()
    if row is None:
        raise NotFound()
    return row


def _live(wish_id: int, by: Any, now: datetime) -> Wish:
    row = _locked(wish_id)
    require(by, OWN, row)
    if row.status != WishStatus.LIVE or row.valid_until < tehran_date(now):
        raise WrongState(_("This wish is no longer in the register. Enter a new one."), code="wish_ended")
    return row


def _renew(row: Wish, now: datetime) -> None:
    row.valid_until, row.asked_at, row.updated_at = tehran_date(now) + VALID, None, now
    row.save(update_fields=[*FACTS, "valid_until", "asked_at", "updated_at"])


def _assign(row: Wish, values: Mapping[str, Any], now: datetime) -> None:
    unknown = sorted(set(values) - FACTS)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
    for name, value in values.items():
        setattr(row, name, value)
    if row.area_from is not None and row.area_to is not None and row.area_from > row.area_to:
        raise InvalidInput(_("The smallest area is larger than the largest."), field="area_to", code="area_order")
    if row.estate is not None and row.estate.county_id != row.county_id:
        raise InvalidInput(_("This estate lies in another county."), field="estate", code="other_county")
    if row.wanted_since is not None and row.wanted_since > tehran_date(now):
        raise InvalidInput(_("This day has not come yet."), field="wanted_since")
    try:
        row.full_clean(validate_constraints=False)
    except ValidationError as error:
        raise InvalidInput(errors={name: list(texts) for name, texts in error.message_dict.items()}) from error
