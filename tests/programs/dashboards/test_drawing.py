"""Plans as pictures, against coordinates worked out by hand.

Everything in the first tests is drawn within 196 × 98 metres, so that a metre is 5 units: the 980 units between the margins.
"""

from __future__ import annotations

import re

from programs.dashboards.drawing import LONGEST, Land, draw
from tests.factories.estates import square

WHOLE = square(0, 0, 196, 98)


def test_each_plot_stands_in_its_place_with_north_above_and_west_at_the_left() -> None:
    lands = [
        Land("AVAILABLE", square(0, 0, 98, 98)),  # the western half
        Land("OPERATING", square(98, 0, 98, 49)),  # the south-east
        Land("AVAILABLE", square(147, 49, 49, 49)),  # the corner in the north-east
    ]
    picture = draw(lands)
    assert picture is not None
    assert (picture.width, picture.height, picture.boundary, picture.in_squares) == (1000, 510, "", False)
    assert picture.parts == {
        "AVAILABLE": "M10 500h490v-490h-490zM745 255h245v-245h-245z",
        "OPERATING": "M500 500h490v-245h-490z",
    }


def test_the_boundary_gives_the_frame_and_a_slanting_side_is_one_step() -> None:
    triangle = {"type": "Polygon", "coordinates": [[*square(0, 0, 98, 98)["coordinates"][0][:3]]]}
    triangle["coordinates"][0].append(triangle["coordinates"][0][0])
    picture = draw([Land("IDLE", triangle)], WHOLE)
    assert picture is not None
    assert picture.boundary == "M10 500h980v-490h-980z"
    # South-west, south-east, north-east of the western half, and back.
    assert picture.parts == {"IDLE": "M10 500h490v-490z"}


def test_a_hole_is_a_ring_of_its_own_that_runs_the_other_way() -> None:
    ring = square(0, 0, 196, 98)["coordinates"][0]
    hole = square(49, 49, 49, 24)["coordinates"][0][::-1]
    picture = draw([Land("PLANNED", {"type": "Polygon", "coordinates": [ring, hole]})])
    assert picture is not None
    outer, inner = picture.parts["PLANNED"].split("z")[:2]
    assert (outer, inner) == ("M10 500h980v-490h-980", "M255 255v-120h245v120")


def test_corners_nobody_could_see_and_plots_smaller_than_a_dot_cost_nothing() -> None:
    ring = square(0, 0, 196, 98)["coordinates"][0]
    nearly = [(ring[0][0] + (ring[1][0] - ring[0][0]) / 2, ring[0][1]), *ring[1:-1], ring[0]]
    picture = draw(
        [
            Land("IDLE", {"type": "Polygon", "coordinates": [[*nearly, nearly[0]]]}),
            Land("AVAILABLE", square(20, 20, 0.05, 0.05)),
        ]
    )
    assert picture is not None
    assert len(re.findall("[hvl]", picture.parts["IDLE"])) <= 4
    assert picture.parts["AVAILABLE"] == ""


def test_without_a_plot_there_is_no_picture() -> None:
    assert draw([], WHOLE) is None


def many(columns: int, rows: int, state: dict[bool, str]) -> list[Land]:
    """Plots of 10 × 10 metres; `state` of those whose column and row are both odd or both even, and of the others."""
    return [Land(state[(x + y) % 2 == 0], square(x * 10, y * 10, 10, 10)) for y in range(rows) for x in range(columns)]


def test_too_many_plots_are_drawn_in_squares_of_which_each_has_the_state_of_most_of_its_land() -> None:
    # 60 × 60 plots fill 980 units; the squares of 25 units begin at the edge of the picture.
    lands = [
        Land("OPERATING" if x < 30 else "AVAILABLE", square(x * 10, y * 10, 10, 10))
        for y in range(60)
        for x in range(60)
    ]
    picture = draw(lands)
    assert picture is not None
    assert picture.in_squares
    assert (picture.width, picture.height) == (1000, 1000)
    rows = [f"M0 {y}h500v25h-500z" for y in range(0, 1000, 25)]
    assert picture.parts["OPERATING"] == "".join(rows)
    assert picture.parts["AVAILABLE"] == "".join(row.replace("M0", "M500") for row in rows)


def test_however_many_plots_there_are_the_picture_stays_small() -> None:
    picture = draw(many(50, 50, {True: "AVAILABLE", False: "OPERATING"}))
    assert picture is not None
    assert picture.in_squares
    assert sum(map(len, picture.parts.values())) <= LONGEST


def test_the_same_plots_give_the_same_picture_in_whatever_order_their_states_come() -> None:
    lands = many(4, 2, {True: "AVAILABLE", False: "IDLE"})
    one, other = draw(lands), draw(sorted(lands, key=lambda land: land.state))
    assert one is not None
    assert other is not None
    assert list(one.parts) == list(other.parts) == ["AVAILABLE", "IDLE"]
