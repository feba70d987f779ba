"""Whether somebody passed: one rule, worked out from plain values (no database, no clock)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from training.choices import ATTENDED, AttendanceState

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a course went for one person.

    `attended` of `counted` sessions (those he was excused from are not counted); `percent` 0–100, cut, not rounded, to one
    place, so that nobody passes by rounding; `score` the best of his attempts, None without one; `unnoted`: sessions
    whose sheet says nothing about him.
    """

    attended: int
    counted: int
    excused: int
    unnoted: int
    percent: Decimal
    score: Decimal | None
    attended_enough: bool
    exam_passed: bool

    @property
    def passed(self) -> bool:
        """There often enough, and through the examination where there is one."""
        return self.attended_enough and self.exam_passed


def outcome(
    states: Iterable[str],
    *,
    sessions: int,
    minimum_attendance: int,
    scores: Iterable[Decimal] = (),
    pass_mark: int | None = None,
) -> Outcome:
    """The outcome of a person with these attendance `states` (one for each session noted) of a course of `sessions`.

    `minimum_attendance` in percent of the sessions that count; a session nobody noted counts as missed. Who was excused
    from all of them has not attended.
    """
    noted = list(states)
    attended = sum(state in ATTENDED for state in noted)
    excused = sum(state == AttendanceState.EXCUSED for state in noted)
    counted = sessions - excused
    percent = share(attended, counted)
    best = max(map(trimmed, scores), default=None)
    return Outcome(
        attended=attended,
        counted=counted,
        excused=excused,
        unnoted=sessions - len(noted),
        percent=percent,
        score=best,
        attended_enough=counted > 0 and attended * 100 >= minimum_attendance * counted,
        exam_passed=pass_mark is None or (best is not None and best >= pass_mark),
    )


def share(part: int, whole: int) -> Decimal:
    """`part` of `whole` in percent, cut to one place; 0 of nothing."""
    if whole <= 0:
        return Decimal(0)
    return trimmed((HUNDRED * part / whole).quantize(Decimal("0.1"), rounding=ROUND_DOWN))


def trimmed(value: Decimal) -> Decimal:
    """The same number without idle zeros behind the point: 90.00 is 90, 87.50 is 87.5."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
