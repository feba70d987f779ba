"""Who stands before whom: tier, then the mode's own key, then the draw number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allocations.engine import Mode, Plot
from allocations.engine.priority import components, is_eligible, priority, tier
from tests.allocations.engine import worlds
from tests.allocations.engine.worlds import application

FREE, KEPT = Plot("Z-01", 40), Plot("Z-02", 40, reserved_for="women")


def test_a_plot_without_trades_welcomes_any_and_one_with_trades_only_those() -> None:
    copper = application(worlds.rules(), worlds.A, [], trade="copper")
    assert is_eligible(copper, FREE)
    assert is_eligible(copper, Plot("Z-03", 40, trades=("knife", "copper")))
    assert not is_eligible(copper, Plot("Z-03", 40, trades=("knife",)))


@pytest.mark.parametrize(
    ("plot", "groups", "expected"),
    [(FREE, (), 0), (FREE, ("women",), 0), (KEPT, ("women", "veterans"), 0), (KEPT, (), 1), (KEPT, ("veterans",), 1)],
)
def test_a_reserved_plot_puts_its_group_first(plot: Plot, groups: tuple[str, ...], expected: int) -> None:
    assert tier(application(worlds.rules(), worlds.A, [], groups=groups), plot) == expected


def test_the_tier_weighs_more_than_any_score() -> None:
    rules = worlds.rules()
    weak = application(rules, worlds.A, [], (0, 0), groups=["women"])
    strong = application(rules, worlds.B, [], (10000, 10000))
    assert priority(rules, KEPT, weak, 2) < priority(rules, KEPT, strong, 1)
    assert priority(rules, FREE, strong, 2) < priority(rules, FREE, weak, 1)


def test_scored_compares_score_then_tie_criteria_in_order_then_draw_number() -> None:
    rules = worlds.rules(tie_break=("jobs", "experience"))
    assert priority(rules, FREE, application(rules, worlds.A, [], (8000, 5000)), 7) == (0, -6800, -5000, -8000, 7)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(Mode.LOTTERY, (0, 7)), (Mode.DIRECT, (0, 20261101080000, 7)), (Mode.AUCTION, (0, -5_000_000, 7))],
)
def test_each_mode_has_its_own_key(mode: Mode, expected: tuple[int, ...]) -> None:
    rules = worlds.rules(mode)
    one = application(rules, worlds.A, [], amount=5_000_000 if mode == Mode.AUCTION else None)
    assert priority(rules, FREE, one, 7) == expected


def test_direct_puts_the_earlier_submission_first_across_days_and_years() -> None:
    rules = worlds.rules(Mode.DIRECT)
    one = application(rules, worlds.A, [])
    moments = ["2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "2026-02-01T00:00:00Z"]
    keys = [priority(rules, FREE, replace(one, submitted_at=moment), 1) for moment in moments]
    assert keys == sorted(keys) and len(set(keys)) == 4


@pytest.mark.parametrize(
    ("mode", "names"),
    [
        (Mode.SCORED, ["tier", "score", "points", "draw_number"]),
        (Mode.LOTTERY, ["tier", "draw_number"]),
        (Mode.DIRECT, ["tier", "submitted_at", "draw_number"]),
        (Mode.AUCTION, ["tier", "amount", "draw_number"]),
    ],
)
def test_components_name_each_part_of_the_priority(mode: Mode, names: list[str]) -> None:
    rules = worlds.rules(mode)
    one = application(rules, worlds.A, [], amount=5 if mode == Mode.AUCTION else None)
    parts = components(rules, KEPT, one, 3)
    assert [part.name for part in parts] == names
    assert len(parts) == len(priority(rules, KEPT, one, 3))
    assert parts[0].value == 1 and parts[-1].value == 3
