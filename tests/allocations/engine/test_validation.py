"""What may not enter a run is refused with a reason code, and everything wrong is told at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allocations.engine import Application, Criterion, Draw, EngineRefusal, Mode, Plot, Randomness, Rules, ensure_valid
from allocations.engine.validation import is_moment
from tests.allocations.engine import worlds

WORLD = worlds.golden()
RULES, PLOT, ONE = WORLD.rules, WORLD.plots[0], WORLD.applications[0]


def codes(
    rules: Rules = RULES,
    plots: tuple[Plot, ...] = WORLD.plots,
    applications: tuple[Application, ...] = WORLD.applications,
    draw: Draw | None = None,
) -> list[str]:
    try:
        ensure_valid(rules, plots, applications, draw)
    except EngineRefusal as refusal:
        return [problem.code for problem in refusal.problems]
    return []


def test_the_worked_example_is_valid() -> None:
    assert codes(draw=WORLD.draw()) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": "zanjan-allocation/2"}, "BAD_FORMAT"),
        ({"call": "a b"}, "BAD_CODE"),
        ({"call": ""}, "BAD_CODE"),
        ({"call": "۱۴۰۵"}, "BAD_CODE"),
        ({"call": "x\n"}, "BAD_CODE"),
        ({"mode": "BEAUTY"}, "BAD_MODE"),
        ({"title": " "}, "BAD_TITLE"),
        ({"title": "a\nb"}, "BAD_TITLE"),
        ({"title": "x" * 1001}, "BAD_TITLE"),
        ({"groups": ("veterans", "women", "women")}, "REPEATED"),
        ({"groups": ("veterans", "wo men")}, "BAD_CODE"),
        ({"tie_break": ("beauty",)}, "UNKNOWN_CRITERION"),
        ({"tie_break": ("jobs", "jobs")}, "REPEATED"),
        ({"randomness": Randomness("", "e", "2026-11-20T08:00:00Z")}, "BAD_RANDOMNESS"),
        ({"randomness": Randomness("s", "e\x00", "2026-11-20T08:00:00Z")}, "BAD_RANDOMNESS"),
        ({"randomness": Randomness("s", "e", "2026-11-20 08:00")}, "BAD_TIME"),
    ],
)
def test_bad_rules_are_refused(changes: dict[str, object], code: str) -> None:
    assert codes(replace(RULES, **changes), applications=()) == [code]


@pytest.mark.parametrize(
    ("criteria", "code"),
    [
        ((Criterion("experience", 60, 10000), Criterion("jobs", 39, 10000)), "WEIGHTS_NOT_100"),
        ((Criterion("experience", 60, 10000), Criterion("jobs", 41, 10000)), "WEIGHTS_NOT_100"),
        ((Criterion("experience", 100, 10000), Criterion("jobs", 0, 10000)), "BAD_WEIGHT"),
        ((Criterion("experience", 60, 10000), Criterion("jobs", 40, 0)), "BAD_MAX"),
        ((Criterion("experience", 60, 10000), Criterion("experience", 40, 10000)), "REPEATED"),
    ],
)
def test_bad_criteria_are_refused(criteria: tuple[Criterion, ...], code: str) -> None:
    assert code in codes(replace(RULES, criteria=criteria), applications=())


def test_scored_needs_criteria_and_the_other_modes_do_not() -> None:
    none = replace(RULES, criteria=(), tie_break=())
    assert codes(none, applications=()) == ["WEIGHTS_NOT_100"]
    assert codes(replace(none, mode=Mode.LOTTERY), applications=()) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"plot": "z-01"}, "BAD_CODE"),
        ({"plot": "Z"}, "BAD_CODE"),
        ({"plot": "Z" * 25}, "BAD_CODE"),
        ({"plot": "Z-01\n"}, "BAD_CODE"),
        ({"plot": "Z-02"}, "REPEATED"),
        ({"area_m2": 0}, "BAD_AREA"),
        ({"area_m2": 48.5}, "BAD_AREA"),
        ({"trades": ("copper", "copper")}, "REPEATED"),
        ({"trades": ("مس",)}, "BAD_CODE"),
        ({"reserved_for": "friends"}, "UNKNOWN_GROUP"),
    ],
)
def test_bad_plots_are_refused(changes: dict[str, object], code: str) -> None:
    plots = (replace(PLOT, **changes), *WORLD.plots[1:])
    assert codes(plots=plots, applications=()) == [code]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"application": "a" * 25}, "BAD_CODE"),
        ({"application": "A" * 26}, "BAD_CODE"),
        ({"application": "1" * 26}, "BAD_CODE"),
        ({"application": worlds.B}, "REPEATED"),
        ({"trade": ""}, "BAD_CODE"),
        ({"groups": ("women", "women")}, "REPEATED"),
        ({"groups": ("friends",)}, "UNKNOWN_GROUP"),
        ({"submitted_at": "2026-02-30T08:00:00Z"}, "BAD_TIME"),
        ({"amount": 5}, "BAD_AMOUNT"),
        ({"choices": ("Z-01", "Z-01")}, "DUPLICATE_CHOICE"),
        ({"choices": ("Z-99",)}, "UNKNOWN_PLOT"),
        ({"points": {"experience": 8000}}, "WRONG_CRITERIA"),
        ({"points": {"experience": 8000, "jobs": 5000, "x": 1}}, "WRONG_CRITERIA"),
        ({"points": {"experience": 10001, "jobs": 5000}}, "POINTS_OUT_OF_RANGE"),
        ({"points": {"experience": -1, "jobs": 5000}}, "POINTS_OUT_OF_RANGE"),
        ({"points": {"experience": 80.0, "jobs": 5000}}, "POINTS_OUT_OF_RANGE"),
        ({"points": {"experience": True, "jobs": 5000}}, "POINTS_OUT_OF_RANGE"),
        ({"score": 6801}, "WRONG_SCORE"),
    ],
)
def test_a_bad_line_of_the_list_is_refused(changes: dict[str, object], code: str) -> None:
    assert codes(applications=(replace(ONE, **changes), *WORLD.applications[1:])) == [code]


@pytest.mark.parametrize(
    ("mode", "amount", "expected"),
    [
        (Mode.AUCTION, None, ["BAD_AMOUNT"]),
        (Mode.AUCTION, -1, ["BAD_AMOUNT"]),
        (Mode.AUCTION, 10**18 + 1, ["BAD_AMOUNT"]),
        (Mode.AUCTION, 10**18, []),
        (Mode.LOTTERY, 0, ["BAD_AMOUNT"]),
        (Mode.DIRECT, None, []),
    ],
)
def test_amounts_belong_to_auctions_alone(mode: Mode, amount: int | None, expected: list[str]) -> None:
    rules = worlds.rules(mode)
    one = worlds.application(rules, worlds.A, [], amount=amount)
    assert codes(rules, applications=(one,)) == expected


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"value": ""}, "BAD_HEX"),
        ({"value": "abc"}, "BAD_HEX"),
        ({"value": "AB"}, "BAD_HEX"),
        ({"seed": "ab"}, "BAD_HEX"),
        ({"entered_at": "yesterday"}, "BAD_TIME"),
        ({"entered_at": "2026-11-20T07:59:59Z"}, "DRAWN_TOO_EARLY"),
    ],
)
def test_a_bad_or_early_draw_is_refused(changes: dict[str, str], code: str) -> None:
    assert codes(draw=replace(WORLD.draw(), **changes)) == [code]


def test_everything_wrong_is_told_at_once_with_its_place() -> None:
    bad = replace(ONE, choices=("Z-99",), trade="", groups=("friends",))
    with pytest.raises(EngineRefusal) as refused:
        ensure_valid(replace(RULES, title=""), WORLD.plots, (bad,))
    assert {(problem.code, problem.where) for problem in refused.value.problems} == {
        ("BAD_TITLE", "rules"),
        ("BAD_CODE", f"applications/{worlds.A}"),
        ("UNKNOWN_GROUP", f"applications/{worlds.A}"),
        ("UNKNOWN_PLOT", f"applications/{worlds.A}"),
    }
    assert "UNKNOWN_PLOT" in str(refused.value) and "Z-99" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2026-11-20T08:00:00Z", True),
        ("2028-02-29T00:00:00Z", True),
        ("2027-02-29T00:00:00Z", False),
        ("2026-11-20T24:00:00Z", False),
        ("2026-11-20T08:00:00+00:00", False),
        ("2026-11-20T08:00:00.5Z", False),
        ("۲۰۲۶-۱۱-۲۰T08:00:00Z", False),
        ("0000-01-01T00:00:00Z", False),
    ],
)
def test_a_moment_is_one_spelling_of_a_time_that_exists(text: str, good: bool) -> None:
    assert is_moment(text) is good
