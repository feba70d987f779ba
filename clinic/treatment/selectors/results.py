"""Readings of a unit around its treatment: follow-ups, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clinic.cases.models import Case
from clinic.treatment import effects
from clinic.treatment.models import FollowUp, Outcome
from clinic.units.models import UnitReading
from core.persian.calendar import tehran_date


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """One measurement: its row, and whether it is over its day at present."""

    row: FollowUp
    is_late: bool


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Two readings and what changed between them."""

    before: UnitReading
    after: UnitReading
    changes: list[effects.Change]


def figures_of(reading: UnitReading) -> effects.Figures:
    """The figures of a reading that outcomes are judged by."""
    return effects.Figures(reading.actual_capacity_percent, reading.staff, reading.sales_rials, reading.arrears)


def follow_ups_of(case: Case, *, today: date) -> list[FollowUpLine]:
    """The measurements of a case in their order. 1 query."""
    rows = case.follow_ups.select_related("reading", "recorded_by")
    return [FollowUpLine(row, row.is_open and row.due_on < today) for row in rows]


def readings_of(case: Case) -> list[UnitReading]:
    """Readings of the unit that count, newest first. 1 query."""
    return list(UnitReading.objects.counting().filter(unit_id=case.unit_id).order_by("-measured_on", "-pk"))


def compare(before: UnitReading, after: UnitReading) -> BeforeAfter:
    """What changed between two readings. No query."""
    return BeforeAfter(before, after, effects.compare(figures_of(before), figures_of(after)))


def so_far(case: Case, readings: Sequence[UnitReading]) -> BeforeAfter | None:
    """The last reading before the diagnosis was finished beside the newest one after it; None as long as one is missing."""
    line = tehran_date(case.diagnosed_at or case.opened_at)
    before = next((row for row in readings if row.measured_on <= line), None)
    after = next((row for row in readings if row.measured_on > line), None)
    return compare(before, after) if before is not None and after is not None else None


def outcome_of(case: Case) -> Outcome | None:
    """How the case came out, with its two readings; None before the closure. 1 query."""
    return Outcome.objects.select_related("before", "after", "file", "recorded_by").filter(case=case).first()
