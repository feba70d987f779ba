"""Areas on the ground, and the one stored form of a polygon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estates.plans.geometry import area_m2, from_geojson, polygon, shape_values, to_geojson
from tests.factories.estates import square


@pytest.mark.parametrize(
    ("west", "south", "east", "north", "expected"),
    [
        # Spherical excess on the WGS 84 ellipsoid (Karney's algorithm): one hundredth of a degree each way.
        (48.49, 36.67, 48.50, 36.68, 992_086),
        (51.38, 35.68, 51.39, 35.69, 1_004_549),
    ],
)
def test_areas_agree_with_the_ellipsoid(west: float, south: float, east: float, north: float, expected: float) -> None:
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    assert area_m2(polygon([ring])) == pytest.approx(expected, rel=1e-3)


@given(st.floats(5, 500), st.floats(5, 500))
def test_a_drawn_rectangle_has_the_area_of_its_sides(width: float, depth: float) -> None:
    assert area_m2(from_geojson(square(30, 40, width, depth))) == pytest.approx(width * depth, rel=2e-3)


def test_the_outer_ring_is_stored_counter_clockwise_whichever_way_it_was_drawn() -> None:
    ring = [(48.0, 36.0), (48.0, 36.1), (48.1, 36.1), (48.1, 36.0), (48.0, 36.0)]
    for drawn in (ring, ring[::-1]):
        assert polygon(to_geojson(polygon([drawn]))["coordinates"]).exterior.is_ccw


def test_the_stored_form_does_not_change_when_stored_again() -> None:
    once = to_geojson(from_geojson(square(1.23456, 7.654321, 33.3, 44.4)))
    assert to_geojson(from_geojson(once)) == once


def test_no_drawing_empties_every_column() -> None:
    assert set(shape_values(None).values()) == {None}
