"""The allocation procedure as a pure library: values in, values out. No Django, no clock, no randomness.

docs/allocation.md tells what it does; `run` is the door, `record.build` makes the published ZIP of its
outcome, and verify.py checks such a ZIP without any of this code.
"""

from allocations.engine.draw import draw_numbers, frozen_files, frozen_hash, make_draw
from allocations.engine.errors import EngineRefusal, Problem
from allocations.engine.explain import ChoiceExplanation, Explainer, Explanation, Reason, explain
from allocations.engine.promotion import Move, OfferState, Promotions, current_queues, promote
from allocations.engine.record import build, manifest_sha256, parse
from allocations.engine.run import run
from allocations.engine.scoring import criterion_points, needs_third, score_for, weighted_score
from allocations.engine.validation import ensure_valid
from allocations.engine.values import (
    FORMAT,
    Application,
    Criterion,
    CutoffLine,
    Draw,
    Manifest,
    Mode,
    Outcome,
    Plot,
    QueueLine,
    Randomness,
    ResultLine,
    Rules,
)

__all__ = [
    "FORMAT",
    "Application",
    "ChoiceExplanation",
    "Criterion",
    "CutoffLine",
    "Draw",
    "EngineRefusal",
    "Explainer",
    "Explanation",
    "Manifest",
    "Mode",
    "Move",
    "OfferState",
    "Outcome",
    "Plot",
    "Problem",
    "Promotions",
    "QueueLine",
    "Randomness",
    "Reason",
    "ResultLine",
    "Rules",
    "build",
    "criterion_points",
    "current_queues",
    "draw_numbers",
    "ensure_valid",
    "explain",
    "frozen_files",
    "frozen_hash",
    "make_draw",
    "manifest_sha256",
    "needs_third",
    "parse",
    "promote",
    "run",
    "score_for",
    "weighted_score",
]
