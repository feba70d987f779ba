"""What awards mean for the plots themselves: holds of the estates app, from which a plot's status follows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allocations.models import Award, Call
from allocations.services.calls import HOLDER as CALL_HOLDER
from estates.choices import HoldKind
from estates.services import holds

HOLDER = "allocations.award"
"""How an award signs its hold on a plot."""


def end_call(call: Call, *, by: Any | None, now: datetime) -> int:
    """The call keeps no plot any more; returns how many it kept."""
    return holds.release_all_of(
        holder_type=CALL_HOLDER, holder_id=call.pk, by=by, now=now, reason="result final", kind=HoldKind.IN_CALL
    )


def begin_offer(award: Award, *, by: Any | None, now: datetime) -> None:
    """The plot is offered to the holder of a final award. Raises PlotTaken."""
    holds.place(plot_id=award.plot_id, kind=HoldKind.OFFERED, holder_type=HOLDER, holder_id=award.pk, by=by, now=now)


def end_offer(award: Award, *, now: datetime, reason: str = "") -> None:
    """The offer is over; nothing happens when there was none yet."""
    holds.release_all_of(holder_type=HOLDER, holder_id=award.pk, by=None, now=now, reason=reason)
