"""The draw: the announced event's value, typed by one person and typed again by another."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from allocations.choices import CallStatus, DrawForm, ObjectionStatus, ObjectionSubject, RunStatus
from allocations.models import Call, Draw, FrozenList, Objection, RedrawOrder, Run
from allocations.policies import is_freshly_authenticated, is_somebody_else
from allocations.services import freezing, locking, snapshot
from allocations.wording import moment_text
from allocations.workflow import CALL, RUN
from core import clock
from core.audit.services import record
from core.errors import Conflict, InvalidInput, NotFound, PermissionRefused, Text, WrongState
from core.procedure import event_values
from core.transitions import apply


class TooEarly(WrongState):
    """The announced event has not happened yet."""

    default_message = _("The value may be entered from %(moment)s on.")
    default_code = "draw_too_early"


class ValuesDiffer(InvalidInput):
    """The second person typed something else."""

    default_message = _("This is not the value that was entered first. Compare both with the published one.")
    default_code = "draw_values_differ"


@transaction.atomic
def enter(
    *,
    frozen_list_id: int,
    value: str,
    by: Any,
    now: datetime,
    authenticated_at: datetime | None,
    form: str = DrawForm.HEX,
    use_fallback: bool = False,
) -> Draw:
    """Enter the value of the announced event (or of its announced fallback) for the newest frozen list.

    `value` is typed as published, `form` says how that was (choices DrawForm). The database's clock alone says whether the
    event has happened; `now` is for the freshness of the password (`authenticated_at`). Raises PermissionRefused,
    StaleAuthentication, TooEarly, ListOutdated, WrongState (objections to the list are open), BadDrawValue, Conflict (entered
    already).
    """
    call, frozen = _locked(frozen_list_id, by)
    is_freshly_authenticated(authenticated_at, now)
    moment = clock.database_now()
    if call.status != CallStatus.FROZEN:
        raise WrongState(code=f"draw_from_{call.status.lower()}")
    if moment < frozen.draw_at:
        raise TooEarly(params={"moment": moment_text(frozen.draw_at)})
    freezing.ensure_current(frozen, call)
    _no_open_objection(call)
    text, data = event_values.read(value, form)
    draw = Draw(
        frozen_list=frozen,
        event=call.randomness_fallback if use_fallback else frozen.event,
        form=form,
        value_text=text,
        value_hex=data.hex(),
        seed=snapshot.seed_of(frozen, data),
        not_before=frozen.draw_at,
        entered_by=by,
        entered_at=moment,
    )
    try:
        with transaction.atomic():
            draw.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("A value was entered for this list already."), code="drawn_already") from error
    record(action="allocations.draw.entered", by=by, target=draw, now=now, data={"value": text, "event": draw.event})
    return draw


@transaction.atomic
def confirm(*, draw_id: int, value: str, by: Any, now: datetime, authenticated_at: datetime | None) -> Draw:
    """Confirm a draw by typing the value again; the call is then DRAWN and the value stands for ever.

    Raises PermissionRefused, SamePerson, StaleAuthentication, ValuesDiffer, ListOutdated, WrongState.
    """
    call, draw = _locked_draw(draw_id, by)
    is_freshly_authenticated(authenticated_at, now)
    is_somebody_else(draw.entered_by_id, by)
    if draw.is_confirmed:
        raise WrongState(_("This draw is confirmed already."), code="draw_confirmed")
    freezing.ensure_current(draw.frozen_list, call)
    _no_open_objection(call)
    _text, data = event_values.read(value, draw.form)
    if not hmac.compare_digest(data.hex(), draw.value_hex):
        raise ValuesDiffer(field="value")
    draw.confirmed_by, draw.confirmed_at = by, clock.database_now()
    draw.save(update_fields=["confirmed_by", "confirmed_at"])
    apply(CALL, call, "draw", by=by, now=now, data={"list": draw.frozen_list.number, "seed": draw.seed})
    record(action="allocations.draw.confirmed", by=by, target=draw, now=now, data={"seed": draw.seed})
    return draw


@transaction.atomic
def discard(*, draw_id: int, reason: str, by: Any, now: datetime) -> None:
    """Take back a value that was mistyped, before it is confirmed; the audit record keeps it.

    Raises PermissionRefused, InvalidInput, WrongState.
    """
    _call, draw = _locked_draw(draw_id, by)
    if not reason.strip():
        raise InvalidInput(_("Say why the value is taken back."), field="reason")
    if draw.is_confirmed:
        raise WrongState(_("This draw is confirmed already."), code="draw_confirmed")
    record(
        action="allocations.draw.discarded", by=by, target=draw, now=now, reason=reason,
        data={"value": draw.value_text},
    )  # fmt: skip
    draw.delete()


@transaction.atomic
def propose_redraw(
    *, frozen_list_id: int, source: str, event: str, draw_at: datetime, reason: str, by: Any, now: datetime
) -> RedrawOrder:
    """Propose to draw again by a new event that lies in the future; a second person must confirm it.

    Raises PermissionRefused, WrongState, InvalidInput, Conflict (another proposal is open).
    """
    call, frozen = _locked(frozen_list_id, by, "allocations.redraw_call")
    last = freezing.newest(call)
    if call.status not in (CallStatus.FROZEN, CallStatus.DRAWN) or last is None or last.pk != frozen.pk:
        raise WrongState(code="redraw_not_now")
    errors: dict[str, list[Text]] = {
        name: [_("This entry is needed.")]
        for name, text in (("source", source), ("event", event), ("reason", reason))
        if not text.strip()
    }
    moment = clock.database_now()
    if draw_at <= moment:
        errors["draw_at"] = [_("The new event must lie in the future.")]
    if errors:
        raise InvalidInput(errors=errors)
    order = RedrawOrder(
        frozen_list=frozen,
        source=source,
        event=event,
        draw_at=draw_at,
        reason=reason,
        proposed_by=by,
        proposed_at=moment,
    )
    try:
        with transaction.atomic():
            order.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("Another draw was proposed already."), code="redraw_open") from error
    record(action="allocations.redraw.proposed", by=by, target=order, now=now, reason=reason, data={"event": event})
    return order


@transaction.atomic
def confirm_redraw(*, order_id: int, by: Any, now: datetime, authenticated_at: datetime | None) -> RedrawOrder:
    """Confirm that the list is drawn again: the call is FROZEN, and `freezing.freeze` makes the list for the new event.

    A run that was proposed over the old draw is set aside.

    Raises PermissionRefused, SamePerson, StaleAuthentication, WrongState.
    """
    call, order = _locked_order(order_id, by)
    is_freshly_authenticated(authenticated_at, now)
    is_somebody_else(order.proposed_by_id, by)
    moment = clock.database_now()
    if moment >= order.draw_at:
        raise WrongState(_("The new event has happened meanwhile. Propose a later one."), code="event_over")
    order.confirmed_by, order.confirmed_at = by, moment
    order.save(update_fields=["confirmed_by", "confirmed_at"])
    if call.status == CallStatus.DRAWN:
        apply(CALL, call, "redraw", by=by, now=now, reason=order.reason)
    for run in Run.objects.filter(call=call, status=RunStatus.PROPOSED):
        apply(RUN, run, "supersede", by=by, now=now, reason=order.reason)
    record(action="allocations.redraw.confirmed", by=by, target=order, now=now, reason=order.reason)
    return order


@transaction.atomic
def drop_redraw(*, order_id: int, reason: str, by: Any, now: datetime) -> RedrawOrder:
    """Take back a proposal to draw again before it is confirmed. Raises PermissionRefused, WrongState."""
    _call, order = _locked_order(order_id, by)
    order.dropped_at = now
    order.save(update_fields=["dropped_at"])
    record(action="allocations.redraw.dropped", by=by, target=order, now=now, reason=reason)
    return order


def _locked(frozen_list_id: int, by: Any, permission: str = "allocations.draw_call") -> tuple[Call, FrozenList]:
    frozen = FrozenList.objects.filter(pk=frozen_list_id).first()
    if frozen is None:
        raise NotFound(_("There is no such list."), code="no_list")
    call = locking.call(frozen.call_id)
    if not by.has_perm(permission, call):
        raise PermissionRefused(code="may_not_draw")
    frozen.call = call
    return call, frozen


def _locked_draw(draw_id: int, by: Any) -> tuple[Call, Draw]:
    found = Draw.objects.filter(pk=draw_id).values_list("frozen_list_id", flat=True).first()
    if found is None:
        raise NotFound(_("There is no such draw."), code="no_draw")
    call, frozen = _locked(found, by)
    draw = Draw.objects.select_for_update(of=("self",)).filter(pk=draw_id).first()
    if draw is None:
        raise NotFound(_("There is no such draw."), code="no_draw")
    draw.frozen_list = frozen
    return call, draw


def _locked_order(order_id: int, by: Any) -> tuple[Call, RedrawOrder]:
    found = RedrawOrder.objects.filter(pk=order_id).values_list("frozen_list_id", flat=True).first()
    if found is None:
        raise NotFound(_("There is no such proposal."), code="no_redraw")
    call, frozen = _locked(found, by, "allocations.redraw_call")
    order = RedrawOrder.objects.select_for_update(of=("self",)).get(pk=order_id)
    if order.confirmed_by_id is not None or order.dropped_at is not None:
        raise WrongState(_("This proposal was decided already."), code="redraw_decided")
    order.frozen_list = frozen
    return call, order


def _no_open_objection(call: Call) -> None:
    subjects = (ObjectionSubject.ELIGIBILITY, ObjectionSubject.SCORE, ObjectionSubject.LIST)
    if Objection.objects.filter(application__call=call, status=ObjectionStatus.OPEN, subject__in=subjects).exists():
        raise WrongState(_("Objections to the list are still open. Answer them before the draw."), code="objections")
