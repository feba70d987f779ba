"""The explanation: for each listed plot the first thing that decided, with both sides' values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from allocations.engine import EngineRefusal, Explainer, Mode, Plot, Reason, explain
from tests.allocations.engine import worlds
from tests.allocations.engine.worlds import A, B, C, D, E, World, application

OUTCOME = worlds.golden().run()


def told(name: str) -> list[tuple[str, Reason, dict[str, object], int | None]]:
    return [(line.plot, line.reason, dict(line.params), line.queue_place) for line in explain(OUTCOME, name).choices]


def test_a_higher_score_decided_and_the_second_wish_was_met() -> None:
    assert told(A) == [
        ("Z-01", Reason.BEHIND_BY_SCORE, {"own": 6800, "holder": 8200}, 1),
        ("Z-02", Reason.AWARDED, {}, None),
    ]


def test_same_score_then_the_tie_break_criterion_then_the_reservation_decided() -> None:
    assert told(B) == [
        ("Z-01", Reason.BEHIND_BY_SCORE, {"own": 6800, "holder": 8200}, 2),
        ("Z-02", Reason.BEHIND_BY_POINTS, {"own": 7000, "holder": 8000, "criterion": "experience"}, 2),
        ("Z-03", Reason.BEHIND_BY_TIER, {"own": 1, "holder": 0, "group": "veterans"}, 1),
    ]


def test_a_trade_that_is_not_allowed_is_told_and_what_comes_after_the_award_was_not_asked_for() -> None:
    assert told(C) == [
        ("Z-02", Reason.TRADE_NOT_ALLOWED, {"trade": "filigree", "trades": ("copper", "knife")}, None),
        ("Z-01", Reason.AWARDED, {}, None),
        ("Z-03", Reason.HOLDS_BETTER, {"plot": "Z-01", "choice": 2}, None),
    ]
    assert explain(OUTCOME, C).choices[0].own == ()


def test_when_all_else_is_equal_the_draw_number_decided() -> None:
    assert told(E) == [("Z-02", Reason.BEHIND_BY_DRAW_NUMBER, {"own": 3, "holder": 2}, 1)]


def test_both_standings_are_there_part_by_part() -> None:
    line = explain(OUTCOME, B).choices[1]
    assert [(part.name, part.criterion, part.value) for part in line.own] == [
        ("tier", None, 0),
        ("score", None, 6800),
        ("points", "experience", 7000),
        ("draw_number", None, 5),
    ]
    assert [part.value for part in line.theirs] == [0, 6800, 8000, 2]
    assert (line.holder, line.queue_length, line.applicants) == (A, 2, 3)


def test_an_explanation_repeats_the_result_line() -> None:
    whole = explain(OUTCOME, D)
    assert (whole.application, whole.draw_number, whole.plot, whole.choice) == (D, 4, "Z-03", 1)


def test_the_place_in_the_queue_follows_the_queues_given() -> None:
    now = Explainer(OUTCOME, {"Z-01": (B,), "Z-02": (), "Z-03": ()})
    assert [line.queue_place for line in now.explain(B).choices] == [1, None, None]


def test_an_unknown_application_is_refused() -> None:
    with pytest.raises(EngineRefusal, match="UNKNOWN_APPLICATION"):
        explain(OUTCOME, "z" * 26)


@pytest.mark.parametrize(
    ("mode", "reason"),
    [(Mode.DIRECT, Reason.BEHIND_BY_SUBMITTED_AT), (Mode.AUCTION, Reason.BEHIND_BY_AMOUNT)],
)
def test_time_and_amount_decide_in_their_modes(mode: Mode, reason: Reason) -> None:
    rules = worlds.rules(mode)
    first = application(rules, A, ["Z-01"], amount=7 if mode == Mode.AUCTION else None)
    second = replace(
        first, application=B, submitted_at="2026-11-01T08:00:01Z", amount=first.amount and first.amount - 1
    )
    line = explain(World(rules, (Plot("Z-01", 40),), (first, second)).run(), B).choices[0]
    key = "submitted_at" if mode == Mode.DIRECT else "amount"
    assert line.reason == reason
    assert line.params == {"own": getattr(second, key), "holder": getattr(first, key)}


@settings(max_examples=100, deadline=None)
@given(worlds.worlds())
def test_every_listed_plot_is_explained_and_the_explanation_is_true(world: World) -> None:
    outcome = world.run()
    explainer = Explainer(outcome)
    queues = {line.plot: line.queue for line in outcome.waiting}
    for one in world.applications:
        whole = explainer.explain(one.application)
        assert tuple(line.plot for line in whole.choices) == one.choices
        assert [line.plot for line in whole.choices if line.reason == Reason.AWARDED] == (
            [whole.plot] if whole.plot else []
        )
        for line in whole.choices:
            waits = line.reason.startswith("BEHIND")
            assert (line.queue_place is not None) == waits == (one.application in queues[line.plot])
            if waits:
                assert queues[line.plot][line.queue_place - 1] == one.application
                assert line.params["own"] != line.params["holder"] and line.holder not in (None, one.application)
