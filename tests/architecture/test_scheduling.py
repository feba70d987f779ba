"""What the suite makes once is made once: tests that share a world are handed to one process."""

from __future__ import annotations

from pathlib import Path

from tests.support.scheduling import LONG, TOGETHER, scope_of, turn_of


def test_the_tests_of_a_file_stay_together_whatever_their_parameters() -> None:
    one, other = "tests/estates/test_plots.py::test_a[x::y]", "tests/estates/test_plots.py::test_b"
    assert scope_of(one) == scope_of(other) != scope_of("tests/estates/test_metrics.py::test_a")


def test_a_folder_with_one_world_stays_together_and_begins_before_others() -> None:
    files = ["tests/flows/test_rehearsal.py::test_a", "tests/flows/test_demo_world.py::test_b"]
    assert {scope_of(each) for each in files} == {"tests/flows"}
    assert max(map(turn_of, files)) < turn_of("tests/training/test_outcomes.py::test_c")


def test_what_is_named_is_there() -> None:
    root = Path(__file__).parents[2]
    assert all((root / each).exists() for each in (*LONG, *TOGETHER))
