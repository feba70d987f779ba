"""Finding and locking rows of programmes, always the programme first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import models

from core.errors import NotFound
from programs import permissions, policies
from programs.models import Programme

Row = TypeVar("Row", bound=models.Model)


def locked(programme_id: int) -> Programme:
    """The programme, locked. Raises NotFound."""
    programme = Programme.objects.select_for_update().filter(pk=programme_id).order_by("pk").first()
    if programme is None:
        raise NotFound()
    return programme


def changeable(programme_id: int, *, by: Any | None, now: datetime) -> Programme:
    """The programme, locked, when `by` may change it and it is not over. Raises NotFound, PermissionRefused, ProgrammeOver."""
    permissions.require(by, permissions.CHANGE)
    programme = locked(programme_id)
    policies.plan_can_change(programme, now)
    return programme


def part(model: type[Row], row_id: Any, *, by: Any | None, now: datetime) -> Row:
    """A row that belongs to a programme, both locked, when `by` may change it. Raises as `changeable`."""
    programme_id = model._default_manager.filter(pk=row_id).values_list("programme_id", flat=True).first()
    if programme_id is None:
        raise NotFound()
    changeable(programme_id, by=by, now=now)
    row = model._default_manager.select_for_update().filter(pk=row_id).first()
    if row is None:
        raise NotFound()
    return row


def only(values: Mapping[str, Any], fields: Iterable[str]) -> None:
    """Refuse names that are no fields of this service: a mistake of the program, not of a person."""
    unknown = sorted(set(values) - set(fields))
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
