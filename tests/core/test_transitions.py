"""The workflow table: what it refuses to describe, and what `apply()` refuses to do."""

from __future__ import annotations

import pytest

from core.errors import WrongState
from core.transitions import Table, Transition, sources


def arrow(name: str, *origins: str, to: str) -> Transition:
    return Transition(name, sources(*origins), to, "app.may", f"app.{name}")


def table(*rows: Transition) -> Table:
    return Table("thing", ("A", "B", "C"), "A", rows)


def test_a_table_refuses_a_state_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="does not exist"):
        table(arrow("go", "A", to="Z"))
    with pytest.raises(ValueError, match="does not exist"):
        table(arrow("go", "Z", to="A"))


def test_a_table_refuses_two_arrows_of_one_name_from_one_state() -> None:
    with pytest.raises(ValueError, match="twice"):
        table(arrow("go", "A", to="B"), arrow("go", "A", to="C"))


def test_one_verb_may_lead_to_different_states_from_different_states() -> None:
    made = table(arrow("go", "A", to="B"), arrow("go", "B", to="C"))
    assert made.find("go", "A").target == "B"
    assert made.find("go", "B").target == "C"


def test_a_verb_from_the_wrong_state_is_a_named_refusal() -> None:
    made = table(arrow("go", "A", to="B"))
    with pytest.raises(WrongState) as refused:
        made.find("go", "C")
    assert refused.value.code == "go_from_c"
    assert refused.value.status == 409


def test_a_verb_that_no_arrow_has_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="no transition"):
        table(arrow("go", "A", to="B")).find("fly", "A")


def test_possible_lists_the_arrows_in_the_order_of_the_table() -> None:
    made = table(arrow("go", "A", to="B"), arrow("stop", "A", "B", to="C"), arrow("back", "B", to="A"))
    assert [row.name for row in made.possible("A")] == ["go", "stop"]
