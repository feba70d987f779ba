"""Writing down who looked at what was measured in a unit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from clinic.units.choices import LookedAt
from clinic.units.models import IndustrialUnit, UnitLook
from clinic.units.permissions import owns_unit


def note_look(*, unit: IndustrialUnit, by: Any, now: datetime) -> None:
    """Somebody sees a unit's readings. Its own people are not written down."""
    if not owns_unit(by, unit):
        UnitLook.objects.create(unit=unit, by=by, at=now, what=LookedAt.READINGS)


def note_warnings_seen(*, units: Iterable[int], by: Any, now: datetime) -> None:
    """Somebody sees the warnings of these units (primary keys), and with them some of their figures."""
    UnitLook.objects.bulk_create(UnitLook(unit_id=pk, by=by, at=now, what=LookedAt.WARNING) for pk in units)
