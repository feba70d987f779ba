"""What an exhibition cost and what it brought, entered after its last day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput, NotFound, WrongState
from core.files import intake
from core.persian.text import normalise
from programs.exhibitions.choices import COSTED, Status
from programs.exhibitions.errors import WasNotThere
from programs.exhibitions.models import BoothAward, BoothRequest, Exhibition, ExhibitionResult, TripCost
from programs.exhibitions.permissions import WRITE, require
from programs.exhibitions.services.writing import assign, locked_exhibition, named_refusals

COST = frozenset({"kind", "amount", "paid_by", "note"})
RESULT = frozenset({"contacts", "contracts", "sales", "export_leads", "satisfaction"})


def add_cost(
    *, exhibition_id: int, values: Mapping[str, Any], by: Any, now: datetime, request_id: int | None = None,
    upload: File | None = None,
) -> TripCost:  # fmt: skip
    """One cost, of the whole trip or of one firm that was there; `upload` is its bill. Raises PermissionRefused, WrongState,
    InvalidInput, NotFound, WasNotThere, and what the intake raises."""
    exhibition = Exhibition.objects.filter(pk=exhibition_id).first()
    if exhibition is None:
        raise NotFound()
    require(by, WRITE, exhibition)
    _not_before_result(exhibition)
    # Opening a large picture takes a second: before the lock, under which everything is asked again.
    paper = intake.store(upload, by=by, now=now) if upload else None
    with transaction.atomic():
        exhibition = locked_exhibition(exhibition_id)
        require(by, WRITE, exhibition)
        _not_before_result(exhibition)
        if request_id is not None:
            _held_a_booth(exhibition, request_id)
        if (values.get("amount") or 0) <= 0:
            raise InvalidInput(_("A cost is more than zero rials."), field="amount")
        row = TripCost(exhibition=exhibition, request_id=request_id, paper=paper, entered_by=by, entered_at=now)
        assign(row, values, allowed=COST)
        row.save(force_insert=True)
        data = {"amount": row.amount, **({"sha256": paper.sha256} if paper else {})}
        record(action="exhibitions.cost.added", by=by, target=row, now=now, data=data)
    return row


def remove_cost(*, cost_id: int, reason: str, by: Any, now: datetime) -> None:
    """Take out a cost that was entered by mistake; the audit keeps it. Raises NotFound, PermissionRefused, WrongState,
    InvalidInput."""
    exhibition_id = TripCost.objects.filter(pk=cost_id).values_list("exhibition_id", flat=True).first()
    with transaction.atomic():
        exhibition = locked_exhibition(exhibition_id)
        require(by, WRITE, exhibition)
        _not_before_result(exhibition)
        why = normalise(reason, multiline=True)
        if not why:
            raise InvalidInput(_("Say why the cost is taken out."), field="reason")
        row = TripCost.objects.filter(pk=cost_id).first()
        if row is None:
            raise NotFound()
        record(action="exhibitions.cost.removed", by=by, target=row, now=now, reason=why, data={"amount": row.amount})
        row.delete()


def enter_result(*, request_id: int, values: Mapping[str, Any], by: Any, now: datetime) -> ExhibitionResult:
    """What one firm brought home; again: corrected, until the exhibition is reported. Raises PermissionRefused, NotFound,
    WrongState, WasNotThere, InvalidInput."""
    exhibition_id = BoothRequest.objects.filter(pk=request_id).values_list("exhibition_id", flat=True).first()
    with transaction.atomic():
        exhibition = locked_exhibition(exhibition_id)
        require(by, WRITE, exhibition)
        if exhibition.status != Status.HELD:
            raise WrongState(_("Results are entered after the exhibition was held and before it is reported."))
        _held_a_booth(exhibition, request_id)
        row = ExhibitionResult.objects.filter(request_id=request_id).first() or ExhibitionResult(request_id=request_id)
        row.entered_by, row.entered_at = by, now
        assign(row, values, allowed=RESULT)
        with named_refusals():
            row.save()
        record(action="exhibitions.result.entered", by=by, target=row, now=now)
    return row


def _not_before_result(exhibition: Exhibition) -> None:
    if exhibition.status not in COSTED:
        raise WrongState(_("Costs are entered after the booths were given and before the exhibition is reported."))


def _held_a_booth(exhibition: Exhibition, request_id: int) -> None:
    if not BoothRequest.objects.filter(pk=request_id, exhibition=exhibition).exists():
        raise NotFound()
    if not BoothAward.objects.live().filter(request_id=request_id).exists():
        raise WasNotThere()
