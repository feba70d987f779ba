"""Units from a spreadsheet: checked as a whole, brought in as a whole or not at all.

`preview` keeps what was handed in and what the check found; `apply` checks again and brings it in, for what a preview found
may be old.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from clinic.units import permissions
from clinic.units.models import IndustrialUnit, UnitImport
from clinic.units.services.readings import enter_reading
from clinic.units.services.sheet_rows import Step, read_rows
from clinic.units.services.units import correct_unit, enter_unit
from clinic.units.sheets import LAYOUT
from clinic.units.workflow import IMPORT
from core import transitions
from core.errors import DomainError, InvalidInput, NotFound
from core.persian.text import normalise
from core.sheets import RowError, SheetRefused, SheetRow

MOST_ERRORS = 1_000


def preview(*, content: bytes, file_name: str, by: Any | None, now: datetime) -> UnitImport:
    """Check a sheet and keep it with its verdict; the register stays as it is. Raises PermissionRefused, SheetUnreadable."""
    permissions.require(by, permissions.RECORD)
    rows = LAYOUT.read(content)
    with transaction.atomic():
        steps, errors = read_rows(rows, now=now)
        row = UnitImport.objects.create(
            file_name=normalise(file_name)[:120] or "units.xlsx",
            sha256=hashlib.sha256(content).hexdigest(),
            rows=[] if errors else [[one.number, one.cells] for one in rows],
            errors=[[one.row, one.column, str(one.message)] for one in errors[:MOST_ERRORS]],
            summary={} if errors else _summary(steps),
            uploaded_by=by,
            uploaded_at=now,
        )
        if errors:
            transitions.apply(IMPORT, row, "refuse", by=by, now=now, data={"errors": len(errors)})
        return row


def apply(*, import_id: int, by: Any, now: datetime) -> UnitImport:
    """Bring in a sheet that was previewed. Raises SheetRefused when it does not fit any more, WrongState the second time."""
    with transaction.atomic():
        row = UnitImport.objects.filter(pk=import_id).first()
        if row is None:
            raise NotFound()
        # First the state: a sheet that was brought in would be full of units that are there already.
        row = transitions.apply(IMPORT, row, "apply", by=by, now=now, changes={"applied_at": now}, data=row.summary)
        steps, errors = read_rows([SheetRow(number, cells) for number, cells in row.rows], now=now)
        if errors:
            raise SheetRefused(errors)
        for step in steps:
            _carry_out(step, by=by, now=now)
        return row


def _carry_out(step: Step, *, by: Any, now: datetime) -> None:
    try:
        if step.unit is None:
            unit = enter_unit(values=step.values, by=by, now=now)
        else:
            unit = IndustrialUnit.objects.select_for_update(of=("self",)).get(pk=step.unit.pk)
            unit = correct_unit(unit, values=step.values, by=by, now=now)
        if step.reading:
            enter_reading(unit, values=step.reading, by=by, now=now)
    except DomainError as refusal:
        raise SheetRefused([RowError(step.row, "", text) for text in _texts(refusal)]) from refusal


def _texts(refusal: DomainError) -> list[str]:
    errors = refusal.errors if isinstance(refusal, InvalidInput) else {}
    return [str(text) for texts in errors.values() for text in texts] or [refusal.message]


def _summary(steps: Sequence[Step]) -> dict[str, int]:
    """How many units are new, how many change, how many stay as they are, and how many readings come in."""
    changed = [step for step in steps if step.unit is not None and _differs(step.unit, step.values)]
    return {
        "new": sum(step.unit is None for step in steps),
        "changed": len(changed),
        "same": sum(step.unit is not None for step in steps) - len(changed),
        "readings": sum(bool(step.reading) for step in steps),
    }


def _differs(unit: IndustrialUnit, values: dict[str, Any]) -> bool:
    known = {name: getattr(value, "pk", value) for name, value in values.items()}
    return any(known[name] != getattr(unit, unit._meta.get_field(name).attname) for name in known)  # type: ignore[union-attr]
