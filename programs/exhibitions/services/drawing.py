"""Freezing the list, and the one draw over it: the announced event's value, typed by two people."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from allocations.engine import EngineRefusal
from core import clock
from core.audit import record
from core.errors import Conflict, InvalidInput, NotFound, WrongState
from core.persian.text import normalise
from core.procedure import event_values
from core.transitions import apply
from core.wording import moment_text
from programs.exhibitions import policies
from programs.exhibitions.choices import Status
from programs.exhibitions.errors import ListChanged, NotReady, TooEarly, ValuesDiffer
from programs.exhibitions.models import BoothDraw, Exhibition, FrozenRequests
from programs.exhibitions.permissions import DRAW, require
from programs.exhibitions.services import bridge
from programs.exhibitions.services.writing import locked_exhibition
from programs.exhibitions.workflow import EXHIBITION


def freeze(*, exhibition_id: int, by: Any, now: datetime) -> FrozenRequests:
    """Fix the list of requests as bytes with their hash, before the event. Raises PermissionRefused, WrongState, NotReady."""
    with transaction.atomic():
        moment = clock.database_now()
        exhibition = locked_exhibition(exhibition_id, now=moment)
        exhibition = apply(EXHIBITION, exhibition, "freeze", by=by, now=moment)
        try:
            given = bridge.read(exhibition)
        except EngineRefusal as refusal:
            named = ", ".join(sorted({problem.code for problem in refusal.problems}))
            raise NotReady(_("The list cannot be frozen: %(problems)s"), params={"problems": named}) from refusal
        rules, booths, lines = (data.decode() for data in given.files.values())
        frozen = FrozenRequests.objects.create(
            exhibition=exhibition, rules=rules, booths=booths, lines=lines, frozen_sha256=given.digest,
            count=len(given.requests), frozen_by=by, frozen_at=moment, draw_at=exhibition.draw_at,
        )  # fmt: skip
        data = {"frozen_sha256": frozen.frozen_sha256, "requests": frozen.count}
        record(action="exhibitions.list.frozen", by=by, target=frozen, now=now, data=data)
    return frozen


def enter_value(*, exhibition_id: int, value: str, form: str, by: Any, now: datetime) -> BoothDraw:
    """Enter the event's value as published, not before its announced time. Raises PermissionRefused, WrongState, TooEarly,
    BadDrawValue, Conflict (entered already)."""
    with transaction.atomic():
        moment = clock.database_now()
        exhibition = locked_exhibition(exhibition_id)
        require(by, DRAW, exhibition)
        frozen = _frozen(exhibition)
        if moment < frozen.draw_at:
            raise TooEarly(params={"moment": moment_text(frozen.draw_at)})
        text, data = event_values.read(value, form)
        draw = BoothDraw(
            frozen=frozen, form=form, value_text=text, value_hex=data.hex(), seed=bridge.seed_of(frozen, data),
            entered_by=by, entered_at=moment,
        )  # fmt: skip
        try:
            with transaction.atomic():
                draw.save(force_insert=True)
        except IntegrityError as error:
            raise Conflict(_("A value was entered for this list already."), code="drawn_already") from error
        record(action="exhibitions.draw.entered", by=by, target=draw, now=now, data={"value": text})
    return draw


def confirm_value(*, exhibition_id: int, value: str, by: Any, now: datetime) -> BoothDraw:
    """A second person types the value again; then it stands. Raises PermissionRefused, SamePerson, ValuesDiffer, WrongState."""
    with transaction.atomic():
        exhibition = locked_exhibition(exhibition_id)
        require(by, DRAW, exhibition)
        draw = _unconfirmed(exhibition)
        policies.somebody_else(draw.entered_by_id, by)
        _text, data = event_values.read(value, draw.form)
        if not hmac.compare_digest(data.hex(), draw.value_hex):
            raise ValuesDiffer(field="value")
        ensure_unchanged(exhibition, draw.frozen)
        draw.confirmed_by, draw.confirmed_at = by, max(clock.database_now(), draw.entered_at)
        draw.save(update_fields=["confirmed_by", "confirmed_at"])
        apply(EXHIBITION, exhibition, "draw", by=by, now=now, data={"seed": draw.seed})
        record(action="exhibitions.draw.confirmed", by=by, target=draw, now=now, data={"seed": draw.seed})
    return draw


def discard_value(*, exhibition_id: int, reason: str, by: Any, now: datetime) -> None:
    """Throw away a value that was mistyped and not confirmed; somebody else than who typed it does so. Kept in the audit.

    Raises PermissionRefused, SamePerson, WrongState, NotFound, InvalidInput (no reason).
    """
    why = normalise(reason, multiline=True)
    if not why:
        raise InvalidInput(_("Say why the value is taken back."), field="reason")
    with transaction.atomic():
        exhibition = locked_exhibition(exhibition_id)
        require(by, DRAW, exhibition)
        draw = _unconfirmed(exhibition)
        policies.somebody_else(draw.entered_by_id, by)
        data = {"value": draw.value_text}
        record(action="exhibitions.draw.discarded", by=by, target=draw, now=now, reason=why, data=data)
        draw.delete()


def ensure_unchanged(exhibition: Exhibition, frozen: FrozenRequests) -> None:
    """Raises ListChanged when the tables no longer say what was frozen: somebody wrote past the portal."""
    if bridge.read(exhibition).digest != frozen.frozen_sha256:
        raise ListChanged()


def _frozen(exhibition: Exhibition) -> FrozenRequests:
    frozen = FrozenRequests.objects.filter(exhibition=exhibition).first()
    if exhibition.status != Status.FROZEN or frozen is None:
        raise WrongState(_("Freeze the list first."), code="not_frozen")
    return frozen


def _unconfirmed(exhibition: Exhibition) -> BoothDraw:
    draw = BoothDraw.objects.select_for_update().filter(frozen=_frozen(exhibition)).first()
    if draw is None:
        raise NotFound(_("No value has been entered yet."))
    return draw
