"""When a plot falls free: the first in its queue who has accepted nothing, and so on down the chain."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from allocations.engine import Move, OfferState, current_queues, promote
from allocations.engine.draw import draw_numbers
from allocations.engine.run import allocate
from tests.allocations.engine import worlds
from tests.allocations.engine.worlds import A, B, C, D, E, World

STATE = OfferState(
    queues={"Z-01": (A, B), "Z-02": (E, B), "Z-03": (B,)},
    choices={
        A: ("Z-01", "Z-02"),
        B: ("Z-01", "Z-02", "Z-03"),
        C: ("Z-02", "Z-01", "Z-03"),
        D: ("Z-03",),
        E: ("Z-02",),
    },
    offers={A: "Z-02", C: "Z-01", D: "Z-03"},
)


def without(state: OfferState, name: str) -> OfferState:
    """The state after somebody declined what he was offered."""
    offers = dict(state.offers)
    plot = offers.pop(name)
    return replace(state, offers=offers, declined=state.declined | {(name, plot)})


def test_the_first_in_line_moves_up_and_the_plot_he_leaves_goes_to_its_queue() -> None:
    done = promote(without(STATE, C), ["Z-01"])
    assert done.moves == (Move(A, "Z-01", "Z-02"), Move(E, "Z-02", None))
    assert done.unclaimed == ()
    assert done.offers == {A: "Z-01", D: "Z-03", E: "Z-02"}


def test_somebody_who_accepted_a_plot_does_not_move() -> None:
    done = promote(replace(without(STATE, C), closed=frozenset({A})), ["Z-01"])
    assert done.moves == (Move(B, "Z-01", None),)


def test_a_plot_that_nobody_waits_for_stays_unclaimed() -> None:
    done = promote(replace(without(STATE, D), closed=frozenset({B})), ["Z-03"])
    assert done.moves == () and done.unclaimed == ("Z-03",)


def test_what_somebody_declined_is_not_offered_to_him_again() -> None:
    first = promote(without(STATE, D), ["Z-03"])
    assert first.moves == (Move(B, "Z-03", None),)
    second = promote(without(replace(STATE, offers=first.offers), B), ["Z-03"])
    assert second.moves == () and second.unclaimed == ("Z-03",)


def test_nobody_is_moved_down_or_sideways() -> None:
    done = promote(replace(STATE, offers={**STATE.offers, B: "Z-01"}), ["Z-03"])
    assert done.moves == () and done.offers[B] == "Z-01"


def test_somebody_who_could_move_twice_is_told_once() -> None:
    state = OfferState(
        queues={"Z-01": (A,), "Z-02": (A,), "Z-03": ()},
        choices={A: ("Z-01", "Z-02", "Z-03")},
        offers={A: "Z-03"},
    )
    done = promote(state, ["Z-02", "Z-01"])
    assert done.moves == (Move(A, "Z-01", "Z-03"),)
    assert done.unclaimed == ("Z-02", "Z-03")


def test_the_queues_now_leave_out_whoever_gains_nothing() -> None:
    now = replace(STATE, offers={**STATE.offers, E: "Z-02"}, closed=frozenset({A}), declined=frozenset({(B, "Z-03")}))
    assert current_queues(now) == {"Z-01": (B,), "Z-02": (B,), "Z-03": ()}


@settings(max_examples=80, deadline=None)
@given(worlds.worlds(people=10, most_plots=6), st.randoms(), st.data())
def test_after_promotions_nobody_waits_for_a_plot_that_is_free_or_went_past_him(
    world: World, shuffler: object, data: st.DataObject
) -> None:
    drawn = draw_numbers(world.value, [one.application for one in world.applications])
    made = allocate(world.rules, world.plots, world.applications, drawn, "reference")
    offers = {line.application: line.plot for line in made.results if line.plot is not None}
    leaving = data.draw(st.sets(st.sampled_from(sorted(offers)), max_size=3)) if offers else set()
    freed = [offers[name] for name in leaving]
    state = OfferState(
        queues={line.plot: line.queue for line in made.waiting},
        choices={one.application: one.choices for one in world.applications},
        offers={name: plot for name, plot in offers.items() if name not in leaving},
        closed=frozenset(leaving),
    )
    done = promote(state, freed)
    shuffler.shuffle(freed)  # type: ignore[attr-defined]
    assert promote(state, freed) == done
    assert len(set(done.offers.values())) == len(done.offers)
    after = current_queues(replace(state, offers=done.offers))
    for plot in done.unclaimed:
        assert after[plot] == ()
    for move in done.moves:
        waiting_before = state.queues[move.plot]
        passed = waiting_before[: waiting_before.index(move.application)]
        assert not set(passed) & set(after[move.plot])
