"""What is known about an estate: dated facts, and the services there are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from core.audit import record
from core.errors import NotFound
from core.persian.text import normalise
from core.writing import write
from estates import permissions
from estates.choices import Precision
from estates.models import EstateFact, UtilityService
from estates.services.places import locked

UTILITY_FIELDS = frozenset({"state", "capacity", "capacity_unit", "note", "as_of", "source"})


def add_fact(
    *,
    estate_id: int | None,
    key: str,
    value: str,
    source: str,
    by: Any | None,
    now: datetime,
    as_of: date | None = None,
    precision: str = Precision.DAY,
    is_approximate: bool = False,
    position: int = 0,
) -> EstateFact:
    """Write down what a source says about an estate (None: the whole province); the same fact again changes nothing."""
    with transaction.atomic():
        estate = locked(estate_id) if estate_id is not None else None
        permissions.require(by, permissions.CHANGE_LAND if estate else permissions.CHANGE_REFERENCE, estate)
        # Looked up as it is stored: one spelling of the same letters is another otherwise.
        said = {"source": normalise(source), "value": normalise(value, multiline=True)}
        same = EstateFact.objects.filter(estate=estate, key=key, as_of=as_of, **said).first()
        values = {
            "key": key, "value": value, "source": source, "as_of": as_of, "precision": precision,
            "is_approximate": is_approximate, "position": position,
        }  # fmt: skip
        return write(same or EstateFact(estate=estate), values, by=by, now=now, event="estates.fact")


def change_fact(*, fact_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> EstateFact:
    """Correct a fact; the old wording stays in the audit events."""
    with transaction.atomic():
        fact = _fact(fact_id)
        _require_for(fact, by)
        return write(fact, values, by=by, now=now, event="estates.fact")


def remove_fact(*, fact_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Take back a fact that was wrong."""
    with transaction.atomic():
        fact = _fact(fact_id)
        _require_for(fact, by)
        record(action="estates.fact.removed", by=by, target=fact, now=now, reason=reason)
        fact.delete()


def save_utility(
    *, estate_id: int, kind: str, values: Mapping[str, Any], by: Any | None, now: datetime
) -> UtilityService:
    """State one service of an estate; `values` are `UTILITY_FIELDS`. One row for each estate and kind."""
    unknown = sorted(set(values) - UTILITY_FIELDS)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
    with transaction.atomic():
        estate = locked(estate_id)
        permissions.require(by, permissions.CHANGE_LAND, estate)
        row = UtilityService.objects.filter(estate=estate, kind=kind).first()
        row = row or UtilityService(estate=estate, kind=kind)
        return write(row, values, by=by, now=now, event="estates.utility")


def _fact(fact_id: int) -> EstateFact:
    fact = EstateFact.objects.select_for_update().filter(pk=fact_id).first()
    if fact is None:
        raise NotFound()
    return fact


def _require_for(fact: EstateFact, by: Any | None) -> None:
    permission = permissions.CHANGE_LAND if fact.estate_id else permissions.CHANGE_REFERENCE
    permissions.require(by, permission, fact if fact.estate_id else None)
