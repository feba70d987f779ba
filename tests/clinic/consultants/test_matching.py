"""Whom to ask for a case: golden teams, and what holds for every list of consultants."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic.consultants.assignment import assign
from clinic.consultants.matching import Candidate, Reason, Weights, distance_km, suggest

ZANJAN, ABHAR = (36.6769, 48.4963), (36.1468, 49.2180)
NEEDED = ["finance", "technology", "marketing"]


def one(key: int, specialties: dict[str, str], load: int = 0, **more: object) -> Candidate:
    return Candidate(key=key, specialties=specialties, load=load, max_cases=4, **more)  # type: ignore[arg-type]


PEOPLE = [
    one(1, {"finance": "SENIOR", "marketing": "EXPERT"}, place=ZANJAN),
    one(2, {"finance": "EXPERT"}, load=1, place=ZANJAN),
    one(3, {"technology": "SENIOR"}, load=4, place=ZANJAN),
    one(4, {"technology": "ASSOCIATE"}, place=ABHAR),
    one(5, {"technology": "SENIOR"}, obstacles=(Reason("conflict", {"kind": "FAMILY"}),)),
    one(6, {"tax": "SENIOR"}),
]


def test_golden_team_fills_most_specialties_and_says_why_others_were_left_out() -> None:
    got = suggest(NEEDED, PEOPLE, ZANJAN)
    # 1 is the better financier, but the only one for marketing: 2 takes finance.
    assert [(choice.specialty, choice.key, choice.points) for choice in got.team] == [
        ("finance", 2, 800),
        ("technology", 4, 613),
        ("marketing", 1, 887),
    ]
    assert [choice.key for choice in got.ranked["finance"]] == [1, 2]
    assert [(left.key, [reason.code for reason in left.reasons]) for left in got.excluded] == [
        (3, ["full"]),
        (5, ["conflict"]),
    ]
    assert got.unfilled == ()
    assert got.team[1].reasons == (
        Reason("level", {"level": "ASSOCIATE"}),
        Reason("load", {"open": 0, "most": 4}),
        Reason("distance", {"km": 87}),
    )


def test_somebody_of_the_team_covers_a_second_specialty_when_nobody_else_has_it() -> None:
    got = suggest(["finance", "marketing", "legal"], PEOPLE[:1], ZANJAN)
    assert [(choice.specialty, choice.key) for choice in got.team] == [("finance", 1), ("marketing", 1)]
    assert got.team[1].reasons[-1] == Reason("covers_another", {})
    assert got.unfilled == ("legal",)


def test_who_is_in_the_team_is_suggested_for_a_second_specialty_alone_and_is_never_too_busy_for_it() -> None:
    there = one(1, {"finance": "SENIOR", "marketing": "EXPERT"}, load=4, there_for=frozenset({"finance"}))
    got = suggest(["finance"], [there])
    assert [(left.key, [reason.code for reason in left.reasons]) for left in got.excluded] == [(1, ["in_the_team"])]
    assert got.unfilled == ("finance",)
    again = suggest(["finance", "marketing"], [there])
    assert [(choice.specialty, choice.key) for choice in again.team] == [("marketing", 1)]
    assert again.excluded == ()
    assert [reason.code for reason in again.team[0].reasons].count("covers_another") == 1


def test_ratings_decide_between_equals_only_and_not_below_five_answers() -> None:
    few = one(1, {"tax": "EXPERT"}, rating=Decimal("5.0"), ratings=4)
    many = one(2, {"tax": "EXPERT"}, rating=Decimal("4.2"), ratings=9)
    senior = one(3, {"tax": "SENIOR"}, rating=Decimal("1.5"), ratings=9)
    assert [choice.key for choice in suggest(["tax"], [few, many]).ranked["tax"]] == [2, 1]
    assert suggest(["tax"], [few, many, senior]).team[0].key == 3
    assert not any(reason.code == "rating" for reason in suggest(["tax"], [few]).team[0].reasons)


def test_the_lower_load_comes_first_and_weights_can_turn_it() -> None:
    near, free = one(1, {"tax": "EXPERT"}, load=2, place=ZANJAN), one(2, {"tax": "EXPERT"}, place=ABHAR)
    assert suggest(["tax"], [near, free], ZANJAN).team[0].key == 2
    assert suggest(["tax"], [near, free], ZANJAN, Weights(level=0, load=0, distance=1)).team[0].key == 1


def test_the_way_from_zanjan_to_abhar_is_known() -> None:
    assert distance_km(ZANJAN, ABHAR) == pytest.approx(87, abs=2)
    assert distance_km(ZANJAN, ZANJAN) == 0


codes = st.sampled_from(["finance", "tax", "legal", "technology"])
candidates = st.lists(
    st.builds(
        Candidate,
        key=st.integers(1, 10**6),
        specialties=st.dictionaries(codes, st.sampled_from(["ASSOCIATE", "EXPERT", "SENIOR"]), min_size=1),
        load=st.integers(0, 5),
        max_cases=st.integers(1, 5),
        place=st.sampled_from([None, ZANJAN, ABHAR]),
        obstacles=st.sampled_from([(), (), (), (Reason("conflict"),)]),
        rating=st.sampled_from([None, Decimal("2.0"), Decimal("4.5")]),
        ratings=st.integers(0, 9),
        there_for=st.sets(codes, max_size=2).map(frozenset),
    ),
    max_size=9,
    unique_by=lambda found: found.key,
)
needs = st.lists(codes, min_size=1, unique=True)


@settings(max_examples=150, deadline=None)
@given(needs, candidates, st.randoms(use_true_random=False))
def test_whoever_has_an_obstacle_is_never_named_and_the_order_changes_nothing(
    needed: list[str], people: list[Candidate], chance: object
) -> None:
    got = suggest(needed, people, ZANJAN)
    able = {
        p.key
        for p in people
        if not p.obstacles and (p.load < p.max_cases or p.there_for) and set(p.specialties) & set(needed) - p.there_for
    }
    named = {choice.key for choice in got.team}
    assert named <= able
    assert {left.key for left in got.excluded}.isdisjoint(able)
    new_for = {p.key: set(p.specialties) - p.there_for for p in people}
    assert all(choice.specialty in new_for[choice.key] for choice in got.team)
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert suggest(needed, shuffled, ZANJAN) == got


@settings(max_examples=150, deadline=None)
@given(needs, candidates)
def test_a_specialty_stays_open_only_where_nobody_can_be_named_for_it(
    needed: list[str], people: list[Candidate]
) -> None:
    got = suggest(needed, people, ZANJAN)
    assert set(got.unfilled) == {name for name in needed if not got.ranked[name]}
    assert {choice.specialty for choice in got.team} | set(got.unfilled) == set(needed)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(0, 2), st.data())
def test_the_assignment_is_as_cheap_as_trying_all(rows: int, more: int, data: st.DataObject) -> None:
    width = rows + more
    cost = data.draw(
        st.lists(st.lists(st.integers(0, 50), min_size=width, max_size=width), min_size=rows, max_size=rows)
    )
    found = assign(cost)
    assert len(set(found)) == rows
    best = min(sum(cost[r][c] for r, c in enumerate(way)) for way in itertools.permutations(range(width), rows))
    assert sum(cost[r][c] for r, c in enumerate(found)) == best
