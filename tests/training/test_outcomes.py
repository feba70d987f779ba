"""Who passes: worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from training.outcomes import outcome, share, trimmed

P, L, E, A = "PRESENT", "LATE", "EXCUSED", "ABSENT"


@pytest.mark.parametrize(
    ("states", "sessions", "percent", "enough"),
    [
        ([P, P, P, P], 4, "100", True),
        ([P, L, P, A], 4, "75", False),  # 3 of 4 are 75, 80 are needed
        ([P, L, P, P, A], 5, "80", True),
        ([P, P, E, E], 4, "100", True),  # two of two that count
        ([P, A, E], 3, "50", False),
        ([E, E], 2, "0", False),  # excused from everything is not having been there
        ([P, P, P], 4, "75", False),  # what nobody noted counts as missed
        ([], 3, "0", False),
        ([P, P, A], 3, "66.6", False),  # cut, not rounded
    ],
)
def test_attendance(states: list[str], sessions: int, percent: str, enough: bool) -> None:
    found = outcome(states, sessions=sessions, minimum_attendance=80)
    assert (str(found.percent), found.attended_enough, found.passed) == (percent, enough, enough)


def test_nobody_passes_by_rounding() -> None:
    # 199 of 250 are 79.6 percent, which rounds to 80.
    found = outcome([P] * 199 + [A] * 51, sessions=250, minimum_attendance=80)
    assert not found.attended_enough
    assert share(7999, 10_000) == Decimal("79.9")


@pytest.mark.parametrize(
    ("scores", "passed", "best"),
    [([], False, None), (["59.99"], False, "59.99"), (["60"], True, "60"), (["20.00", "75.50", "40"], True, "75.5")],
)
def test_the_best_attempt_counts(scores: list[str], passed: bool, best: str | None) -> None:
    found = outcome([P], sessions=1, minimum_attendance=80, scores=map(Decimal, scores), pass_mark=60)
    assert (found.exam_passed, found.passed) == (passed, passed)
    assert (None if found.score is None else str(found.score)) == best


def test_without_an_examination_being_there_is_enough() -> None:
    assert outcome([P], sessions=1, minimum_attendance=100).passed


@pytest.mark.parametrize(("value", "shown"), [("100.00", "100"), ("87.50", "87.5"), ("0.00", "0"), ("12.34", "12.34")])
def test_numbers_lose_idle_zeros_only(value: str, shown: str) -> None:
    assert str(trimmed(Decimal(value))) == shown
