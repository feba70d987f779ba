"""Pieces of paper leave out what is not there and keep the order of what is."""

from __future__ import annotations

from core.pdf import blocks


def test_a_table_without_rows_is_nothing_or_the_sentence_in_its_place() -> None:
    assert blocks.table(["a"], []) == []
    assert blocks.table(["a"], [], empty="none") == [blocks.note("none")]
    (piece,) = blocks.table(["a", "b"], [("1", "2")], wide=(1,))
    assert (piece["rows"], piece["wide"]) == ([["1", "2"]], [1])


def test_facts_without_a_value_are_left_out() -> None:
    assert blocks.facts([("name", ""), ("place", "")]) == []
    (piece,) = blocks.facts([("name", "x"), ("place", "")])
    assert piece["rows"] == [["name", "x"]]


def test_headings_keep_their_level_and_parts_stay_together() -> None:
    parts = [blocks.heading("t", 2), blocks.lead("l")]
    assert blocks.together(parts) == {"kind": "together", "parts": parts}
    assert blocks.heading("t")["level"] == 1
