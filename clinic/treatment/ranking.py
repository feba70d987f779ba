"""Order of improvement projects: effect × feasibility ÷ cost. Pure: values in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

LEAST, MOST = 1, 5
"""Scale of effect, feasibility and cost."""
MOST_WEIGHT: Final = 2
HUNDREDTH: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Rule:
    """How much each side counts, and where the steps of cost begin.

    A weight of 1 lets a side count as it is, 2 twice (its square), 0 not at all. `steps` are the highest costs in rials of
    the cost steps 1 to 4; above the last the step is 5. `number` is the version that papers print; 0 is the default.
    """

    number: int
    effect: int
    feasibility: int
    cost: int
    steps: tuple[int, int, int, int]


DEFAULT: Final = Rule(0, 1, 1, 1, (1_000_000_000, 5_000_000_000, 20_000_000_000, 100_000_000_000))
"""Holds until the clinic sets its own."""


def cost_step(cost_rials: int, rule: Rule) -> int:
    """Step of a cost, 1 (cheap) to 5 (dear)."""
    return next((step for step, most in enumerate(rule.steps, start=LEAST) if cost_rials <= most), MOST)


def score(*, effect: int, feasibility: int, cost_rials: int, rule: Rule) -> Decimal:
    """Rank score with two places, 0.04 to 625: the higher, the earlier. ValueError for a value outside 1 to 5."""
    for value in (effect, feasibility):
        if not LEAST <= value <= MOST:
            raise ValueError(f"{value} is not on the scale of 1 to 5")
    gain = Decimal(effect) ** rule.effect * Decimal(feasibility) ** rule.feasibility
    return (gain / Decimal(cost_step(cost_rials, rule)) ** rule.cost).quantize(HUNDREDTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Entry:
    """One project as it is ranked: its key, its score, and the place somebody gave it (None: by the score)."""

    key: int
    score: Decimal
    wanted: int | None = None


def order(entries: list[Entry]) -> list[int]:
    """Keys in their order: by score, the earlier key first among equals; who was given a place stands there.

    Two who were given the same place stand in the order of their scores; a place beyond the end is the last one.
    """
    by_score = sorted(entries, key=lambda one: (-one.score, one.key))
    placed = sorted((one for one in by_score if one.wanted is not None), key=lambda one: one.wanted or 0)
    line = [one.key for one in by_score if one.wanted is None]
    for one in placed:
        line.insert(max((one.wanted or 1) - 1, 0), one.key)
    return line
