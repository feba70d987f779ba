"""Bad site plans get an answer with the feature they are about; they never crash."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from estates.plans.issues import REASONS, Issue
from estates.plans.reading import LARGEST_FILE, MOST_CORNERS, MOST_FEATURES, read
from tests.factories.estates import square


def feature(code: Any = "A-1", geometry: Any = None, **properties: Any) -> dict[str, Any]:
    facts = {"code": code, "area_m2": 100, **properties}
    geometry = square(0, 0, 10, 10) if geometry is None else geometry
    return {"type": "Feature", "properties": facts, "geometry": geometry}


def content(*features: Any, **members: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **members}).encode()


def polygon(*ring: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [list(ring)]}


def reasons(data: bytes) -> list[tuple[str, int | None]]:
    return [(issue.reason, issue.index) for issue in read(data).issues]


def test_a_good_file_is_read_whole() -> None:
    plan = read(content(feature(front_m=8, block="A", number="1", trades=["b", "a"], utilities=["POWER"])))
    assert plan.issues == []
    facts = plan.plots[0].facts
    assert (facts.code, facts.area_m2, facts.trades, facts.utilities) == ("A-1", 100, ("a", "b"), ("POWER",))


def test_a_byte_order_mark_and_foreign_members_do_not_matter() -> None:
    assert read(b"\xef\xbb\xbf" + content(feature(), name="plan", crs=None)).issues == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not_json"),
        (b"\xff\xfe\x00", "not_text"),
        ("شهرک".encode("cp1256"), "not_text"),
        (b"{", "not_json"),
        (b"[" * 200_000, "not_json"),
        (b'{"type": ' * 50_000, "not_json"),
        (b"1" * 6000, "not_json"),
        (b'{"type": NaN}', "not_json"),
        (b'{"type": "FeatureCollection", "type": "x"}', "duplicate_name"),
        (b"[]", "not_geojson"),
        (b"null", "not_geojson"),
        (b'{"type": "Feature"}', "not_geojson"),
        (b'{"type": "FeatureCollection"}', "not_geojson"),
        (b'{"type": "FeatureCollection", "features": {}}', "not_geojson"),
        (b'{"type": "FeatureCollection", "features": []}', "no_features"),
    ],
)
def test_a_file_that_is_no_site_plan_is_refused_as_a_whole(data: bytes, reason: str) -> None:
    assert reasons(data) == [(reason, None)]


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert reasons(b" " * (LARGEST_FILE + 1)) == [("too_large", None)]


def test_more_features_than_allowed_are_refused() -> None:
    assert reasons(content(*[{}] * (MOST_FEATURES + 1))) == [("too_many_features", None)]


def test_a_polygon_of_a_hundred_thousand_corners_is_refused_quickly() -> None:
    ring = [[48.0 + n * 1e-6, 36.0] for n in range(MOST_CORNERS + 1)]
    start = time.perf_counter()
    assert reasons(content(feature(geometry=polygon(*ring)))) == [("too_many_corners", None)]
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("entry", [None, 1, "x", [], {}, {"type": "Feature"}, {"type": "Feature", "properties": None}])
def test_what_is_no_feature_is_named_by_its_place(entry: Any) -> None:
    assert reasons(content(feature(), entry)) == [("not_feature", 1)]


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        ({}, "not_polygon"),
        ({"type": "Point", "coordinates": [48, 36]}, "not_polygon"),
        ({"type": "MultiPolygon", "coordinates": [square(0, 0, 1, 1)["coordinates"]]}, "not_polygon"),
        ({"type": "Polygon", "coordinates": []}, "not_polygon"),
        ({"type": "Polygon", "coordinates": "x"}, "not_polygon"),
        (polygon([48, 36], [48.1, 36], [48.1, 36.1]), "ring_open"),
        (polygon([48, 36], [48.1, 36], [48.1, 36.1], [48, 36.1]), "ring_open"),
        (polygon([48, 36, 5], [48.1, 36, 5], [48.1, 36.1, 5], [48, 36, 5]), "bad_coordinates"),
        (polygon(["48", "36"], [48.1, 36], [48.1, 36.1], ["48", "36"]), "bad_coordinates"),
        (polygon([True, 36], [48.1, 36], [48.1, 36.1], [True, 36]), "bad_coordinates"),
        (polygon([10**400, 36], [48.1, 36], [48.1, 36.1], [10**400, 36]), "bad_coordinates"),
        (polygon([200, 36], [48.1, 36], [48.1, 36.1], [200, 36]), "off_globe"),
        (polygon([48, 95], [48.1, 36], [48.1, 36.1], [48, 95]), "off_globe"),
        (polygon([48, 36], [48.1, 36.1], [48.1, 36], [48, 36.1], [48, 36]), "invalid_geometry"),
        (polygon([48, 36], [48.1, 36], [48.2, 36], [48, 36]), "invalid_geometry"),
        (polygon([48, 36], [48, 36], [48, 36], [48, 36]), "invalid_geometry"),
        (
            {
                "type": "Polygon",
                "coordinates": [*square(0, 0, 9, 9)["coordinates"], *square(50, 0, 9, 9)["coordinates"]],
            },
            "invalid_geometry",
        ),
    ],
)
def test_a_bad_geometry_is_refused(geometry: Any, reason: str) -> None:
    assert reasons(content(feature("OK-1"), feature("BAD-1", geometry))) == [(reason, 1)]


def test_infinity_written_as_a_number_is_refused() -> None:
    data = content(feature(geometry=polygon([48, 36], [48.1, 36], [48.1, 36.1], [48, 36]))).replace(b"48.1", b"1e999")
    assert reasons(data) == [("bad_coordinates", 0)]


@pytest.mark.parametrize(
    "code", ["z-1", "A", "A" * 25, "A_1", "A 1", "A-1\n", "Z-۱", "ظ-۱", 17, True, [], "A-1\u200c", "<b>", "A-1\x00"]
)
def test_a_bad_code_is_refused(code: Any) -> None:
    assert reasons(content(feature(code))) == [("bad_code", 0)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("area_m2", 0),
        ("area_m2", -5),
        ("area_m2", "100"),
        ("area_m2", "۱۰۰"),
        ("area_m2", True),
        ("area_m2", 1e12),
        ("area_m2", 10**400),
        ("area_m2", 0.001),
        ("front_m", -1),
        ("front_m", 1e9),
        ("kind", "PALACE"),
        ("kind", ["WORKSHOP"]),
        ("price_class", "gold"),
        ("utilities", "POWER"),
        ("utilities", ["POWER", "POWER"]),
        ("utilities", ["RAIL"]),
        ("utilities", [1]),
        ("trades", ["knife making"]),
        ("trades", ["a"] * 101),
        ("planned", "yes"),
        ("serviced", 1),
        ("block", "block one"),
        ("number", "x" * 13),
    ],
)
def test_a_value_that_cannot_be_used_is_named(name: str, value: Any) -> None:
    found = read(content(feature(**{name: value}))).issues
    assert [(issue.reason, issue.params["name"]) for issue in found] == [("bad_value", name)]


def test_missing_and_unknown_properties_are_named_together() -> None:
    entry = {"type": "Feature", "properties": {"area": 5, "Code": "x"}, "geometry": square(0, 0, 10, 10)}
    found = [(issue.reason, issue.params["name"]) for issue in read(content(entry)).issues]
    assert found == [
        ("unknown_property", "Code"),
        ("unknown_property", "area"),
        ("missing_property", "code"),
        ("missing_property", "area_m2"),
    ]


def test_facts_and_geometry_of_a_feature_are_judged_in_one_go() -> None:
    assert reasons(content(feature("bad code", {"type": "Point"}))) == [("bad_code", 0), ("not_polygon", 0)]


def test_every_feature_is_looked_at_before_the_file_is_refused() -> None:
    data = content(feature("x"), feature(), feature(area_m2=0), feature(geometry={}))
    assert reasons(data) == [("bad_code", 0), ("bad_value", 2), ("not_polygon", 3)]


def test_a_plot_on_the_plan_only_is_not_serviced() -> None:
    assert read(content(feature(planned=True))).plots[0].facts.is_serviced is False
    assert reasons(content(feature(planned=True, serviced=True))) == [("bad_value", 0)]


def test_streets_are_drawn_and_one_boundary_is_enough() -> None:
    def layer(layer: str, **more: Any) -> dict[str, Any]:
        return {"type": "Feature", "properties": {"layer": layer, **more}, "geometry": square(0, 0, 50, 50)}

    plan = read(content(layer("boundary"), layer("street", name="کوچه‌ي مس"), feature()))
    assert plan.issues == []
    assert [(drawing.kind, drawing.name) for drawing in plan.drawings] == [("STREET", "کوچه‌ی مس")]
    assert reasons(content(layer("boundary"), layer("boundary"))) == [("boundary_twice", 1)]
    assert reasons(content(layer("castle"))) == [("bad_value", 0)]
    assert reasons(content(layer("street", code="A-1"))) == [("unknown_property", 0)]


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_a_sentence_that_can_be_filled(reason: str) -> None:
    params = dict.fromkeys(("limit", "detail", "name", "value", "stated", "drawn", "other", "other_code", "area", "kind"), "7")  # fmt: skip
    text = str(Issue(reason, 3, "A-1", params))
    assert "A-1" in text
    assert "%(" not in text
