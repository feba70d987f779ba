"""The fast path's own parts, driven with tiny batches so that small calls walk every way through them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allocations.engine import line, matching_fast, queues
from allocations.engine.draw import draw_numbers
from allocations.engine.run import allocate
from tests.allocations.engine import worlds
from tests.allocations.engine.worlds import World

ints = st.integers(-(2**61), 2**61) | st.integers(-3, 3)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds.worlds(people=16), st.integers(1, 5), st.sampled_from([0, 1, 3]), st.sampled_from([0, 1, 10**9]))
def test_batches_of_any_size_and_rounds_of_any_worth_give_the_reference_outcome(
    monkeypatch: pytest.MonkeyPatch, world: World, size: int, few: int, worth: int
) -> None:
    monkeypatch.setattr(line, "SMALLEST_BATCH", size)
    monkeypatch.setattr(line, "BATCHES", 1000)
    monkeypatch.setattr(matching_fast, "FEW", few)
    monkeypatch.setattr(matching_fast, "WORTH_A_ROUND", worth)
    drawn = draw_numbers(world.value, [one.application for one in world.applications])
    fast = allocate(world.rules, world.plots, world.applications, drawn, "fast")
    assert fast == allocate(world.rules, world.plots, world.applications, drawn, "reference")


@given(st.lists(st.tuples(ints, ints), max_size=12), st.randoms())
def test_people_stand_by_keys_then_by_draw_number(rows: list[tuple[int, int]], shuffler: object) -> None:
    numbers = list(range(1, len(rows) + 1))
    shuffler.shuffle(numbers)  # type: ignore[attr-defined]
    keys = tuple(np.array([row[place] for row in rows], dtype=np.int64) for place in (0, 1))
    order = line.order_of_people(keys, np.array(numbers, dtype=np.int64))
    assert order.tolist() == sorted(range(len(rows)), key=lambda person: (*rows[person], numbers[person]))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 4)), max_size=8))
def test_stretches_are_the_numbers_of_each_one_after_the_other(pairs: list[tuple[int, int]]) -> None:
    begins = np.array([begin for begin, _ in pairs], dtype=np.int64)
    ends = np.array([begin + length for begin, length in pairs], dtype=np.int64)
    expected = [number for begin, length in pairs for number in range(begin, begin + length)]
    assert line.stretches(begins, ends).tolist() == expected


@given(st.lists(st.integers(0, 2**31 - 1) | st.integers(0, 5) | st.sampled_from([2**16 - 1, 2**16]), max_size=30))
def test_counting_by_halves_sorts_stably(codes: list[int]) -> None:
    array = np.array(codes, dtype=np.int32)
    assert queues._stable_order(array).tolist() == sorted(range(len(codes)), key=codes.__getitem__)
