"""Waiting lists and cut-offs, held against their definition word by word."""

from __future__ import annotations

from hypothesis import given, settings

from allocations.engine.draw import draw_numbers
from allocations.engine.priority import is_eligible, priority
from allocations.engine.run import allocate
from tests.allocations.engine import worlds
from tests.allocations.engine.worlds import World


@settings(max_examples=80, deadline=None)
@given(worlds.worlds())
def test_a_queue_holds_the_eligible_who_hold_nothing_ranked_higher_or_equal(world: World) -> None:
    drawn = draw_numbers(world.value, [one.application for one in world.applications])
    made = allocate(world.rules, world.plots, world.applications, drawn, "reference")
    got = {line.application: line for line in made.results}
    for plot, line, cutoff in zip(sorted(world.plots, key=lambda p: p.plot), made.waiting, made.cutoffs, strict=True):
        assert plot.plot == line.plot == cutoff.plot
        wanted = [one for one in world.applications if plot.plot in one.choices and is_eligible(one, plot)]
        waits = [
            one
            for one in wanted
            if (choice := got[one.application].choice) is None or choice > one.choices.index(plot.plot) + 1
        ]
        waits.sort(key=lambda one: priority(world.rules, plot, one, drawn[one.application]))
        assert line.queue == tuple(one.application for one in waits)
        assert cutoff.applicants == len(wanted)
        holders = [one for one in world.applications if got[one.application].plot == plot.plot]
        assert [cutoff.holder] == ([one.application for one in holders] or [None])
        if holders:
            assert (cutoff.score, cutoff.draw_number) == (holders[0].score, drawn[holders[0].application])
            assert cutoff.tier == priority(world.rules, plot, holders[0], 0)[0]
        else:
            assert (cutoff.tier, cutoff.score, cutoff.draw_number) == (None, None, None)
