"""Indicators of a programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput
from core.metrics.registry import METRICS
from core.writing import write
from programs.errors import InUse
from programs.models import Indicator
from programs.services.rows import changeable, only, part

FIELDS = frozenset(
    {
        "activity", "code", "name", "unit", "kind", "better", "start_value", "target_value", "target_on", "metric",
        "dimensions", "decimals",
    }
)  # fmt: skip
FIXED = ("kind", "dimensions")
"""What readings rest on: not changed once there is one."""


def add(*, programme_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Indicator:
    """Add an indicator; `values` are `FIELDS`. Raises PermissionRefused, InvalidInput, ProgrammeOver, Conflict."""
    only(values, FIELDS)
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        _check(programme.pk, values)
        return write(Indicator(programme=programme), values, by=by, now=now, event="programs.indicator")


def change(*, indicator_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Indicator:
    """Change an indicator. Its kind and its parts stay once it has readings (InUse)."""
    only(values, FIELDS)
    with transaction.atomic():
        row = part(Indicator, indicator_id, by=by, now=now)
        _check(row.programme_id, values)
        if row.readings.exists() and any(name in values and values[name] != getattr(row, name) for name in FIXED):
            raise InUse(
                _("“%(name)s” has readings: its kind and its parts stay as they are."), params={"name": row.name}
            )
        return write(row, values, by=by, now=now, event="programs.indicator")


def remove(*, indicator_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Remove an indicator without readings. Raises InUse."""
    with transaction.atomic():
        row = part(Indicator, indicator_id, by=by, now=now)
        if row.readings.exists():
            raise InUse(_("“%(name)s” has readings, so it stays."), params={"name": row.name})
        record(action="programs.indicator.removed", by=by, target=row, now=now, reason=reason)
        row.delete()


def _check(programme_id: int, values: Mapping[str, Any]) -> None:
    activity = values.get("activity")
    if activity is not None and activity.programme_id != programme_id:
        raise InvalidInput(_("This activity belongs to another programme."), field="activity")
    metric = values.get("metric", "")
    if metric and metric not in METRICS:
        raise InvalidInput(_("There is no such live figure."), field="metric", code="no_metric")
