"""No figure about fewer than five units is shown, and none from which it could be worked out."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinic.privacy import FEWEST_UNITS, hide_few


def test_parts_of_five_and_more_are_shown_and_nought_tells_of_nobody() -> None:
    assert hide_few({"a": 5, "b": 40, "c": 0}) == {"a": 5, "b": 40, "c": 0}


def test_a_single_hidden_part_takes_the_next_smallest_with_it() -> None:
    # Whoever knows the whole (52) would only have to subtract.
    assert hide_few({"a": 2, "b": 10, "c": 40}) == {"c": 40}


def test_a_whole_under_five_shows_nothing() -> None:
    assert hide_few({"a": 1, "b": 2}) == {}
    assert hide_few({"a": 1, "b": 0, "c": 0}) == {}, "noughts would say that the one is in a"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 30)))
def test_what_is_hidden_cannot_be_worked_out_from_the_whole(counts: dict[str, int]) -> None:
    shown = hide_few(counts)
    hidden = [count for name, count in counts.items() if name not in shown]
    assert all(count == 0 or count >= FEWEST_UNITS for count in shown.values())
    assert not hidden or (sum(hidden) >= FEWEST_UNITS and len(hidden) > 1) or not any(shown.values())
