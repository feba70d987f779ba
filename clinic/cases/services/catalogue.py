"""The catalogue of causes: brought in once, changed by the lead of the clinic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from clinic.cases.catalogue import CAUSES
from clinic.cases.models import Cause
from clinic.cases.permissions import WRITE_CATALOGUE, require
from core.audit import record
from core.errors import NotFound
from core.writing import write

FACTS = frozenset({"code", "name", "name_en", "dimension", "position", "is_active"})
CHANGEABLE = FACTS - {"code"}


def bring_in(*, by: Any | None, now: datetime) -> int:
    """Add the causes of the field that are not there yet; what somebody changed stays. Returns how many are new."""
    require(by, WRITE_CATALOGUE)
    known = set(Cause.objects.values_list("code", flat=True))
    new = [row for row in CAUSES if row[0] not in known]
    places = {row[0]: 10 * place for place, row in enumerate(CAUSES, start=1)}
    with transaction.atomic():
        for code, dimension, name, name_en in new:
            row = Cause.objects.create(
                code=code, dimension=dimension, name=name, name_en=name_en, position=places[code]
            )
            record(action="cases.cause_type.added", by=by, target=row, now=now)
    return len(new)


def add(*, values: Mapping[str, Any], by: Any | None, now: datetime) -> Cause:
    """A cause of one's own; `values` holds FACTS. Raises PermissionRefused, InvalidInput, Conflict."""
    require(by, WRITE_CATALOGUE)
    _only(values, FACTS)
    with transaction.atomic():
        return write(Cause(), values, by=by, now=now, event="cases.cause_type")


def change(*, cause_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Cause:
    """Change a cause, but for its code, or take it out of use. Raises PermissionRefused, NotFound, InvalidInput."""
    require(by, WRITE_CATALOGUE)
    _only(values, CHANGEABLE)
    with transaction.atomic():
        row = Cause.objects.select_for_update(of=("self",)).filter(pk=cause_id).first()
        if row is None:
            raise NotFound()
        return write(row, values, by=by, now=now, event="cases.cause_type")


def _only(values: Mapping[str, Any], allowed: frozenset[str]) -> None:
    unknown = set(values) - allowed
    if unknown:
        raise TypeError(f"not a field of a cause: {', '.join(sorted(unknown))}")
