"""The life of a call up to the end of its review: announce, lengthen, cancel, follow the dates."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations.choices import CallMode, CallStatus
from allocations.engine import EngineRefusal
from allocations.errors import DatesOutOfOrder, NotReady, by_field
from allocations.models import Call, CallExtension
from allocations.services import call_notices, corrections, locking, terms
from allocations.wording import number_text
from allocations.workflow import CALL
from core import clock, transitions
from core.errors import InvalidInput, Text
from estates.choices import HoldKind
from estates.services import holds

HOLDER = "allocations.call"
"""How a call signs its holds on plots."""

DATES = ("opens_at", "closes_at", "corrections_until", "draw_at", "objections_until")
LATER_DATES = DATES[2:]


@transaction.atomic
def publish(*, call_id: int, by: Any, now: datetime) -> Call:
    """Announce a draft: hold its plots, lock and hash its rules.

    Raises PermissionRefused, WrongState, NotReady (errors by part of the call), PlotTaken.
    """
    call = locking.call(call_id)
    if call.status == CallStatus.DRAFT and by.has_perm("allocations.publish_call", call):
        refuse_unready(call, now)
        hold_plots(call, by=by, now=now)
        changes = _announced(call, now) | {"published_at": now, "published_by": by, "rules_version": 1}
    else:
        changes = {}
    return transitions.apply(CALL, call, "publish", by=by, now=now, changes=changes, data=_digests(changes))


@transaction.atomic
def extend(*, call_id: int, closes_at: datetime, reason: str, by: Any, now: datetime) -> CallExtension:
    """Lengthen the term; the dates after it move by the same span. Everybody with a draft is told.

    The database's clock says whether the term still runs. Raises PermissionRefused, WrongState, DatesOutOfOrder.
    """
    call = _settled(locking.call(call_id), clock.database_now())
    moment = clock.database_now()
    if not reason.strip():
        raise InvalidInput(_("Say why the term is lengthened; the reason is published."), field="reason")
    if call.closes_at is None or closes_at <= call.closes_at:
        raise DatesOutOfOrder(_("A term can only be lengthened, never shortened."), field="closes_at")
    before = call.closes_at
    moved = {name: getattr(call, name) + (closes_at - before) for name in LATER_DATES}
    transitions.apply(
        CALL,
        call,
        "extend",
        by=by,
        now=moment,
        reason=reason,
        changes={"closes_at": closes_at, **moved},
        data={"from": before.isoformat(), "to": closes_at.isoformat()},
    )
    extension = CallExtension.objects.create(
        call=call, previous_closes_at=before, closes_at=closes_at, reason=reason, by=by, at=moment
    )
    call_notices.tell_of_extension(extension, now=now)
    return extension


@transaction.atomic
def cancel(*, call_id: int, reason: str, by: Any, now: datetime) -> Call:
    """End a call before its draw, with a reason that is published; its plots are free again, applicants are told."""
    call = locking.call(call_id)
    if not reason.strip():
        raise InvalidInput(_("Say why the call is cancelled; the reason is published."), field="reason")
    transitions.apply(CALL, call, "cancel", by=by, now=now, reason=reason, changes={"cancelled_reason": reason})
    holds.release_all_of(holder_type=HOLDER, holder_id=call.pk, by=by, now=now, reason="call cancelled")
    call_notices.tell_of_cancelling(call, now=now)
    return call


@transaction.atomic
def mark_reviewed(*, call_id: int, by: Any, now: datetime) -> Call:
    """Say that every application is decided. Corrections that ran out are settled first.

    Raises PermissionRefused, WrongState (`not_all_decided` with the number of open ones).
    """
    call = locking.call(call_id)
    moment = clock.database_now()
    call = _settled(call, moment)
    corrections.lapse_of_call(call, now=moment)
    return transitions.apply(CALL, call, "mark_reviewed", by=by, now=moment)


@transaction.atomic
def settle_phase(*, call_id: int, now: datetime) -> Call:
    """Bring the stored status to what the dates say at `now`. Nothing relies on it having run."""
    return _settled(locking.call(call_id), now)


def settle_phases(*, now: datetime) -> int:
    """`settle_phase` for every call that lags behind; returns how many moved."""
    ids = list(Call.objects.overtaken_by_dates_at(now).order_by("pk").values_list("pk", flat=True))
    for call_id in ids:
        settle_phase(call_id=call_id, now=now)
    return len(ids)


def _settled(call: Call, now: datetime) -> Call:
    """`call` (locked) after the arrows that its dates have passed."""
    if call.status == CallStatus.PUBLISHED and call.phase_at(now) != CallStatus.PUBLISHED:
        transitions.apply(CALL, call, "open", by=None, now=now)
    if call.status == CallStatus.OPEN and call.phase_at(now) == CallStatus.CLOSED:
        transitions.apply(CALL, call, "close", by=None, now=now)
    return call


def _announced(call: Call, now: datetime) -> dict[str, Any]:
    try:
        made = terms.build(call, announced_at=now)
    except EngineRefusal as refusal:
        texts: list[Text] = [_("The rules cannot be those of an allocation record (%s).") % refusal]
        raise NotReady(errors={"rules": texts}) from refusal
    return {
        "rules_json": made.rules_json,
        "rules_sha256": made.rules_sha256,
        "terms_json": made.terms_json,
        "terms_sha256": made.terms_sha256,
    }


def _digests(changes: dict[str, Any]) -> dict[str, Any]:
    return {name: changes[name] for name in ("rules_sha256", "terms_sha256", "rules_version") if name in changes}


def hold_plots(call: Call, *, by: Any, now: datetime) -> None:
    """Hold every plot of the call; those it holds already stay as they are. Raises PlotTaken."""
    holds.place_all(
        plot_ids=list(call.call_plots.values_list("plot_id", flat=True)),
        kind=HoldKind.IN_CALL,
        holder_type=HOLDER,
        holder_id=call.pk,
        by=by,
        now=now,
        reason=call.title,
    )


def refuse_unready(call: Call, now: datetime) -> None:
    """Raise NotReady with everything that is missing, by part of the call; asked of an amended call as well."""
    errors: dict[str, list[Text]] = {name: [] for name in ("dates", "criteria", "plots", "trades", "draw", "papers")}
    _check_dates(call, now, errors["dates"])
    criteria = list(call.criteria.all())
    total = sum(row.weight for row in criteria)
    if call.mode == CallMode.SCORED and total != 100:
        errors["criteria"].append(
            _("The weights add up to %(sum)s percent; they must add up to 100.") % {"sum": number_text(total)}
        )
    if call.mode != CallMode.SCORED and criteria:
        errors["criteria"].append(_("Only a call by points has criteria."))
    if not call.call_plots.exists():
        errors["plots"].append(_("The call offers no plot."))
    if call.call_plots.exclude(plot__estate_id=call.estate_id).exists():
        errors["plots"].append(_("A plot of another estate stands in the call."))
    if not call.trades.exists():
        errors["trades"].append(_("Name the trades whose people may apply."))
    if not call.accepted_licences:
        errors["trades"].append(_("Name the licences that are accepted."))
    if not (call.randomness_source and call.randomness_event and call.randomness_fallback):
        errors["draw"].append(_("Announce the source of the draw, its future event and what is used when it fails."))
    if not call.papers.exists():
        errors["papers"].append(_("Name the papers to hand in."))
    found = by_field(errors)
    if found:
        raise NotReady(errors=found)


def _check_dates(call: Call, now: datetime, errors: list[Text]) -> None:
    dates = [getattr(call, name) for name in DATES]
    if any(value is None for value in dates):
        errors.append(_("All five dates are needed: opening, closing, corrections, draw, objections."))
        return
    if dates[1] <= now:
        errors.append(_("The closing date has passed."))
    if not dates[0] < dates[1] < dates[2] <= dates[3] < dates[4]:
        errors.append(_("The dates must follow each other: opening, closing, corrections, draw, objections."))
