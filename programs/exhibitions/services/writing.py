"""What the services share: locks in one order (exhibition, run, requests by key), values of a row, refusals of constraints."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from django.db import models

from accounts.selectors import users_of
from core import writing
from core.errors import DomainError, NotFound
from core.messages import services as messages
from core.messages.registry import Template
from core.transitions import apply
from programs.exhibitions.choices import Status
from programs.exhibitions.errors import BoothTaken, RequestedAlready, WasNotThere
from programs.exhibitions.models import BoothRequest, Exhibition
from programs.exhibitions.workflow import EXHIBITION

_REFUSALS: dict[str, type[DomainError]] = {
    "booth_request_one_live": RequestedAlready,
    "booth_award_one_live": BoothTaken,
    "a result is for a firm that had a booth": WasNotThere,
}


def locked_exhibition(exhibition_id: int | None, *, now: datetime | None = None) -> Exhibition:
    """The exhibition, locked, its stored state brought in line with its dates at `now`. Raises NotFound."""
    row = Exhibition.objects.select_for_update(of=("self",)).filter(pk=exhibition_id or 0).first()
    if row is None:
        raise NotFound()
    return settle_phase(row, now=now) if now is not None else row


def settle_phase(exhibition: Exhibition, *, now: datetime) -> Exhibition:
    """The same exhibition after the arrows its dates have shot: opened, closed."""
    phase = exhibition.phase_at(now)
    if exhibition.status == Status.PUBLISHED and phase != Status.PUBLISHED:
        exhibition = apply(EXHIBITION, exhibition, "open", by=None, now=now)
    if exhibition.status == Status.REGISTRATION and phase == Status.CLOSED:
        exhibition = apply(EXHIBITION, exhibition, "close", by=None, now=now)
    return exhibition


def assign(row: models.Model, values: Mapping[str, Any], *, allowed: frozenset[str]) -> list[str]:
    """Give `row` these values and check it whole; the names that changed. TypeError for a name that is not `allowed`."""
    changed = writing.assign(row, values, allowed=allowed)
    writing.check(row)
    return changed


def named_refusals() -> AbstractContextManager[None]:
    """Turns the refusal of a constraint or trigger of this app into the refusal of that name."""
    return writing.named_refusals(_REFUSALS)


def tell(template: Template, request: BoothRequest, params: Mapping[str, Any], *, key: str, now: datetime) -> None:
    """Write to everybody who acts for the firm; leaves with the commit. `key` names the occasion."""
    for user in users_of(request.applicant):
        messages.send(
            template=template.code, to=user, params=params, key=f"booth:{request.pk}:{key}:{user.pk}", now=now
        )
