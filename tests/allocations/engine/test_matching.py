"""The matching: fast path = reference path = an independent library, stable, and not to be outwitted."""

from __future__ import annotations

import itertools
import warnings
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching.games import HospitalResident

from allocations.engine import Mode, Plot
from allocations.engine.draw import draw_numbers
from allocations.engine.matching_reference import match
from allocations.engine.priority import is_eligible, priority
from allocations.engine.run import Allocation, allocate
from tests.allocations.engine import worlds
from tests.allocations.engine.worlds import World, application


def numbers(world: World) -> dict[str, int]:
    return draw_numbers(world.value, [one.application for one in world.applications])


def both_paths(world: World) -> Allocation:
    drawn = numbers(world)
    fast = allocate(world.rules, world.plots, world.applications, drawn, "fast")
    slow = allocate(world.rules, world.plots, world.applications, drawn, "reference")
    assert fast == slow
    return fast


def held(world: World) -> dict[str, str]:
    return match(world.rules, world.plots, world.applications, numbers(world))


def by_library(world: World) -> dict[str, str]:
    """The same market solved by the package `matching`, which knows nothing of this procedure."""
    drawn = numbers(world)
    plots = {plot.plot: plot for plot in world.plots}
    wishes = {
        one.application: [code for code in one.choices if is_eligible(one, plots[code])] for one in world.applications
    }
    asked: dict[str, list[tuple[tuple[int, ...], str]]] = {}
    for one in world.applications:
        for code in wishes[one.application]:
            rank = priority(world.rules, plots[code], one, drawn[one.application])
            asked.setdefault(code, []).append((rank, one.application))
    game = HospitalResident.create_from_dictionaries(
        {name: codes for name, codes in wishes.items() if codes},
        {code: [name for _, name in sorted(people)] for code, people in asked.items()},
        dict.fromkeys(asked, 1),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        solved = game.solve(optimal="resident")
    return {person.name: plot.name for plot, people in solved.items() for person in people}


def test_the_worked_example_comes_out_as_worked_out_by_hand() -> None:
    world = worlds.golden()
    given_numbers = {worlds.C: 1, worlds.A: 2, worlds.E: 3, worlds.D: 4, worlds.B: 5}
    for path in ("fast", "reference"):
        made = allocate(world.rules, world.plots, world.applications, given_numbers, path)
        got = {line.application: (line.plot, line.choice) for line in made.results}
        assert got == {
            worlds.A: ("Z-02", 2),
            worlds.B: (None, None),
            worlds.C: ("Z-01", 2),
            worlds.D: ("Z-03", 1),
            worlds.E: (None, None),
        }
        assert {line.plot: line.queue for line in made.waiting} == {
            "Z-01": (worlds.A, worlds.B),
            "Z-02": (worlds.E, worlds.B),
            "Z-03": (worlds.B,),
        }
        assert [(line.holder, line.tier, line.score, line.applicants) for line in made.cutoffs] == [
            (worlds.C, 0, 8200, 3),
            (worlds.A, 0, 6800, 3),
            (worlds.D, 0, 4000, 3),
        ]


def test_others_may_have_a_reserved_plot_when_the_group_leaves_it() -> None:
    rules = worlds.rules()
    one = application(rules, worlds.A, ["Z-01"])
    world = World(rules, (Plot("Z-01", 40, reserved_for="women"),), (one,))
    assert both_paths(world).cutoffs[0].tier == 1
    member = application(rules, worlds.B, ["Z-01"], groups=["women"])
    assert held(replace(world, applications=(one, member))) == {worlds.B: "Z-01"}


def test_a_call_without_people_or_without_plots_has_an_outcome() -> None:
    rules = worlds.rules()
    nobody = both_paths(World(rules, (Plot("Z-01", 40),), ()))
    assert nobody.cutoffs[0].holder is None and nobody.cutoffs[0].applicants == 0
    nothing = both_paths(World(rules, (), (application(rules, worlds.A, []),)))
    assert nothing.results[0].plot is None and nothing.waiting == ()
    assert both_paths(World(rules, (), ())) == Allocation((), (), ())


@settings(max_examples=120, deadline=None)
@given(worlds.worlds())
def test_fast_path_reference_path_and_library_agree(world: World) -> None:
    made = both_paths(world)
    got = {line.application: line.plot for line in made.results if line.plot is not None}
    assert got == held(world) == by_library(world)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(("people", "plots", "longest"), [(600, 100, 10), (100, 600, 30), (3000, 300, 5), (300, 5, 5)])
def test_both_paths_agree_on_larger_calls(people: int, plots: int, longest: int, mode: Mode) -> None:
    both_paths(worlds.large_world(people, people, plots, longest, mode))


def test_both_paths_agree_when_keys_do_not_fit_one_number() -> None:
    rules = worlds.rules(Mode.AUCTION)
    people = [
        application(rules, worlds.name(number), ["Z-01", "Z-02"], amount=(number % 3) * 10**18 // 2)
        for number in range(12)
    ]
    both_paths(World(rules, (Plot("Z-01", 40), Plot("Z-02", 40)), tuple(people)))


def test_both_paths_agree_on_one_long_chain_of_refusals() -> None:
    """Everybody is pushed one plot further by the person of the group who comes last."""
    rules = worlds.rules(Mode.DIRECT)
    count = 400
    plots = tuple(Plot(f"Z-{place:03d}", 40, reserved_for="women" if place == 0 else None) for place in range(count))
    people = [
        application(
            rules,
            worlds.name(place),
            [plots[place].plot, plots[(place + 1) % count].plot],
            submitted_at=f"2026-11-01T{place // 60:02d}:{place % 60:02d}:00Z",
        )
        for place in range(count)
    ]
    last = application(rules, worlds.name(count), ["Z-000"], groups=["women"], submitted_at="2026-11-02T00:00:00Z")
    made = both_paths(World(rules, plots, (*people, last)))
    assert {line.application: line.choice for line in made.results}[last.application] == 1


def test_both_paths_agree_when_everybody_lists_the_plots_in_one_order() -> None:
    """What "any other plot of this zone" makes of many lists."""
    world = worlds.large_world(11, 2500, 400, longest=1)
    codes = tuple(plot.plot for plot in world.plots)
    people = tuple(
        replace(one, choices=tuple(dict.fromkeys((*one.choices[:1], *codes)))[: 3 + place % 60])
        for place, one in enumerate(world.applications)
    )
    both_paths(replace(world, applications=people))


@settings(max_examples=100, deadline=None)
@given(worlds.worlds())
def test_nobody_has_a_better_priority_for_a_plot_he_would_rather_have(world: World) -> None:
    got, drawn = held(world), numbers(world)
    holders = {plot: name for name, plot in got.items()}
    people = {one.application: one for one in world.applications}
    plots = {plot.plot: plot for plot in world.plots}
    assert len(holders) == len(got)
    for one in world.applications:
        better = one.choices[: one.choices.index(got[one.application])] if one.application in got else one.choices
        for code in better:
            if is_eligible(one, plots[code]):
                holder = people[holders[code]]
                own = priority(world.rules, plots[code], one, drawn[one.application])
                assert priority(world.rules, plots[code], holder, drawn[holder.application]) < own
    for name, plot in got.items():
        assert plot in people[name].choices and is_eligible(people[name], plots[plot])


@settings(max_examples=60, deadline=None)
@given(worlds.worlds(people=4, most_plots=3))
def test_no_report_of_choices_gives_anybody_a_plot_he_likes_better(world: World) -> None:
    """Exhaustive: every person against every list he could have handed in instead."""
    drawn, codes = numbers(world), [plot.plot for plot in world.plots]
    honest = match(world.rules, world.plots, world.applications, drawn)
    reports = [list(report) for size in range(len(codes) + 1) for report in itertools.permutations(codes, size)]
    for place, one in enumerate(world.applications):
        truth = list(one.choices)
        best = truth.index(honest[one.application]) if one.application in honest else len(truth)
        for report in reports:
            others = list(world.applications)
            others[place] = replace(one, choices=tuple(report))
            got = match(world.rules, world.plots, others, drawn).get(one.application)
            assert got not in truth[:best]


@settings(max_examples=60, deadline=None)
@given(worlds.worlds(), st.randoms())
def test_the_order_of_asking_does_not_matter(world: World, shuffler: object) -> None:
    people, plots = list(world.applications), list(world.plots)
    shuffler.shuffle(people)  # type: ignore[attr-defined]
    shuffler.shuffle(plots)  # type: ignore[attr-defined]
    assert both_paths(replace(world, applications=tuple(people), plots=tuple(plots))) == both_paths(world)
