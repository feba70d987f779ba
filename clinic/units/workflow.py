"""Life of a warning in the work list, and of a list that was handed in."""

from __future__ import annotations

from clinic.units.choices import ImportStatus, WarningStatus
from clinic.units.permissions import RECORD, WORK
from core.transitions import Table, Transition, register, sources

_OPEN, _LOOKED, _REQUEST, _DISMISSED, _CLEARED = (
    WarningStatus.OPEN,
    WarningStatus.LOOKED_AT,
    WarningStatus.REQUEST_OPENED,
    WarningStatus.DISMISSED,
    WarningStatus.CLEARED,
)

WARNING = register(
    Table(
        name="units.warning",
        states=tuple(WarningStatus.values),
        initial=_OPEN,
        ends=sources(_CLEARED),
        transitions=(
            Transition("look", sources(_OPEN), _LOOKED, WORK, "units.warning.looked_at"),
            Transition("open_request", sources(_OPEN, _LOOKED), _REQUEST, WORK, "units.warning.request_opened"),
            Transition(
                "request_filed", sources(_OPEN, _LOOKED, _DISMISSED), _REQUEST, "system", "units.warning.request_filed"
            ),
            Transition("dismiss", sources(_OPEN, _LOOKED), _DISMISSED, WORK, "units.warning.dismissed"),
            Transition("take_up", sources(_LOOKED, _REQUEST, _DISMISSED), _OPEN, WORK, "units.warning.taken_up"),
            Transition("fall_due", sources(_DISMISSED), _OPEN, "system", "units.warning.due_again"),
            Transition(
                "clear",
                sources(_OPEN, _LOOKED, _REQUEST, _DISMISSED),
                _CLEARED,
                "system",
                "units.warning.cleared",
            ),
        ),
    )
)

IMPORT = register(
    Table(
        name="units.import",
        states=tuple(ImportStatus.values),
        initial=ImportStatus.CHECKED,
        ends=sources(ImportStatus.REFUSED, ImportStatus.APPLIED),
        transitions=(
            Transition("refuse", sources(ImportStatus.CHECKED), ImportStatus.REFUSED, RECORD, "units.import.refused"),
            Transition("apply", sources(ImportStatus.CHECKED), ImportStatus.APPLIED, RECORD, "units.import.applied"),
        ),
    )
)
