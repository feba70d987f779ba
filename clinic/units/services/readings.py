"""Readings: entered, and corrected by a new one. A reading that was entered never changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.units import permissions
from clinic.units.errors import CorrectedAlready, MeasuredAlready
from clinic.units.models import IndustrialUnit, UnitReading
from clinic.units.models.reading import FIGURES
from clinic.units.services.units import locked
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.calendar import tehran_date
from core.writing import assign, check, named_refusals

READING_FIELDS: Final = frozenset({"measured_on", *FIGURES, "source", "note"})
_REFUSALS: Final = {"unit_reading_once_a_day": MeasuredAlready, "corrects_id": CorrectedAlready}


def record_reading(*, unit_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> UnitReading:
    """Enter what was measured; `values` are `READING_FIELDS`.

    Raises PermissionRefused, NotFound, StruckOff, MeasuredAlready, InvalidInput.
    """
    permissions.require(by, permissions.RECORD)
    with transaction.atomic():
        return enter_reading(locked(unit_id), values=values, by=by, now=now)


def enter_reading(unit: IndustrialUnit, *, values: Mapping[str, Any], by: Any | None, now: datetime) -> UnitReading:
    """`record_reading` inside the transaction of a caller who has locked the unit and asked who may: a follow-up, a list."""
    _check(values, now)
    day = values["measured_on"]
    if UnitReading.objects.counting().filter(unit=unit, measured_on=day).exists():
        raise MeasuredAlready(field="measured_on")
    return _write(UnitReading(unit=unit), values, by=by, now=now)


def correct_reading(
    *, reading_id: int, values: Mapping[str, Any], note: str, by: Any | None, now: datetime
) -> UnitReading:
    """Enter figures that take the place of a reading's; `note` says why. What `values` does not name stays as it was.

    Raises PermissionRefused, NotFound, StruckOff, CorrectedAlready, MeasuredAlready, InvalidInput.
    """
    permissions.require(by, permissions.RECORD)
    if not note.strip():
        raise InvalidInput(_("Say why the figures are corrected."), field="note", code="no_note")
    with transaction.atomic():
        old = _locked(reading_id)
        if old.superseded:
            raise CorrectedAlready()
        kept = {name: getattr(old, name) for name in READING_FIELDS}
        given = {**kept, **values, "note": note}
        _check(given, now)
        old.superseded = True
        old.save(update_fields=["superseded"])
        return _write(UnitReading(unit=old.unit, corrects=old), given, by=by, now=now)


def _locked(reading_id: int) -> UnitReading:
    """The reading, locked after its unit."""
    unit_id = UnitReading.objects.filter(pk=reading_id).values_list("unit_id", flat=True).first()
    if unit_id is None:
        raise NotFound()
    unit = locked(unit_id)
    row: UnitReading = UnitReading.objects.select_for_update(of=("self",)).get(pk=reading_id)
    row.unit = unit
    return row


def _check(values: Mapping[str, Any], now: datetime) -> None:
    unknown = sorted(set(values) - READING_FIELDS)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
    day = values.get("measured_on")
    if day is None:
        raise InvalidInput(_("Say on which day it was measured."), field="measured_on", code="no_day")
    if day > tehran_date(now):
        raise InvalidInput(_("This day has not come yet."), field="measured_on", code="in_future")


def _write(row: UnitReading, values: Mapping[str, Any], *, by: Any | None, now: datetime) -> UnitReading:
    assign(row, values, allowed=READING_FIELDS)
    row.entered_by, row.entered_at = by, now
    # Readings come by the hundred: what the constraints would say is asked above, or is theirs to say.
    check(row, constraints=False)
    with named_refusals(_REFUSALS):
        row.save(force_insert=True)
    record(action="units.reading.added", by=by, target=row, now=now)
    return row
