"""One door, one outcome: the same input gives the same bytes, wherever and in whatever order."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocations.engine import EngineRefusal, Mode, build, run
from allocations.engine.canonical import sha256_hex
from tests.allocations.engine import worlds
from tests.allocations.engine.worlds import World

ROOT = Path(__file__).parents[3]
PRINT_HASHES = """
from tests.allocations.engine import worlds
from allocations.engine import build
from allocations.engine.canonical import sha256_hex
for path in ("fast", "reference"):
    print(path, sha256_hex(build(worlds.large_world(5, 60, 20).run(path))))
"""


@settings(max_examples=80, deadline=None)
@given(worlds.worlds(), st.randoms())
def test_shuffled_inputs_and_either_path_give_the_same_bytes(world: World, shuffler: object) -> None:
    def shuffled(values: tuple[object, ...]) -> tuple[object, ...]:
        copy = list(values)
        shuffler.shuffle(copy)  # type: ignore[attr-defined]
        return tuple(copy)

    mixed = replace(
        world,
        plots=shuffled(tuple(replace(plot, trades=shuffled(plot.trades)) for plot in world.plots)),
        applications=shuffled(
            tuple(
                replace(one, groups=shuffled(one.groups), points=dict(shuffled(tuple(one.points.items()))))
                for one in world.applications
            )
        ),
    )
    assert mixed.draw() == world.draw()
    assert build(mixed.run("fast")) == build(world.run("reference"))


@pytest.mark.parametrize(
    "changes",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "424242", "TZ": "Asia/Tehran"},
        {"LC_ALL": "C", "TZ": "America/St_Johns"},
        {"LC_ALL": "fa_IR.UTF-8", "LANG": "fa_IR.UTF-8", "PYTHONUTF8": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "PYTHONIOENCODING": "latin-1"},
    ],
    ids=str,
)
def test_locale_time_zone_and_hash_seed_change_no_byte_on_either_path(changes: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRINT_HASHES],
        env={**os.environ, "PYTHONPATH": str(ROOT), **changes},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    expected = sha256_hex(build(worlds.large_world(5, 60, 20).run()))
    assert done.stdout.split() == ["fast", expected, "reference", expected]


def test_a_seed_that_does_not_follow_from_list_and_value_is_refused() -> None:
    world = worlds.golden()
    draw = world.draw()
    changed = (replace(world.applications[0], choices=("Z-02", "Z-01")), *world.applications[1:])
    for applications, made in [
        (changed, draw),
        (world.applications, replace(draw, seed="0" * 64)),
        (world.applications, replace(draw, value="00")),
    ]:
        with pytest.raises(EngineRefusal, match="WRONG_SEED"):
            run(world.rules, world.plots, applications, made, 1)


@pytest.mark.parametrize(
    ("number", "previous", "code"),
    [
        (0, None, "BAD_RUN_NUMBER"),
        (-1, None, "BAD_RUN_NUMBER"),
        (True, None, "BAD_RUN_NUMBER"),
        (1, "0" * 64, "BAD_PREVIOUS"),
        (2, "0" * 63, "BAD_PREVIOUS"),
        (2, "G" * 64, "BAD_PREVIOUS"),
    ],
)
def test_a_run_is_numbered_from_one_and_names_the_run_before(number: int, previous: str | None, code: str) -> None:
    with pytest.raises(EngineRefusal, match=code):
        worlds.golden().run(run_number=number, previous=previous)


def test_an_invalid_list_is_refused_before_anything_is_computed() -> None:
    world = worlds.golden()
    bad = replace(world, applications=(replace(world.applications[0], score=1), *world.applications[1:]))
    with pytest.raises(EngineRefusal, match="WRONG_SCORE"):
        bad.run()


def test_an_unknown_path_is_refused() -> None:
    with pytest.raises(EngineRefusal, match="BAD_PATH"):
        worlds.golden().run("quick")  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", list(Mode))
def test_an_outcome_is_sorted_and_complete_in_every_mode(mode: Mode) -> None:
    world = worlds.large_world(3, 40, 15, mode=mode)
    outcome = world.run("fast", run_number=2, previous="ab" * 32)
    names = [one.application for one in outcome.applications]
    assert names == sorted(names) == [line.application for line in outcome.results]
    codes = [plot.plot for plot in outcome.plots]
    assert codes == sorted(codes) == [line.plot for line in outcome.waiting] == [line.plot for line in outcome.cutoffs]
    assert sorted(line.draw_number for line in outcome.results) == list(range(1, 41))
    assert (outcome.manifest.run, outcome.manifest.previous) == (2, "ab" * 32)
