"""From the bytes of a GeoJSON file to features with checked shapes. Bad input is an `Issue`, never a crash.

A site plan is a FeatureCollection of polygons, longitude first. The property `layer` says what a feature is: `plot` (the
default), `boundary` (the estate's own limits, at most one), or what is drawn beneath: `street`, `green`, `building`,
`utility`, `gate`.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import Any, Final

from shapely.geometry import Polygon
from shapely.validation import explain_validity

from estates.plans.geometry import Ring, polygon
from estates.plans.issues import Issue, Refused
from estates.plans.properties import PlotFacts, drawing_name, layer_of, plot_facts

LARGEST_FILE = 10 * 1024 * 1024
MOST_FEATURES: Final = 10_000
MOST_CORNERS: Final = 100_000


@dataclass(frozen=True, slots=True)
class PlotFeature:
    """One plot of the file."""

    index: int
    shape: Polygon
    facts: PlotFacts


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn beneath the plots; `kind` is a `PlanFeatureKind` value."""

    index: int
    kind: str
    name: str
    shape: Polygon


@dataclass(slots=True)
class PlanFile:
    """What could be read. The file may be used only when `issues` is empty."""

    plots: list[PlotFeature] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    boundary: tuple[int, Polygon] | None = None
    issues: list[Issue] = field(default_factory=list)


def read(content: bytes) -> PlanFile:
    """Read a site plan. Errors of single features are collected; an unreadable file has one issue for the whole."""
    plan = PlanFile()
    try:
        features = _features(content)
        _count_corners(features)
    except Refused as refused:
        plan.issues.extend(refused.issues)
        return plan
    for index, feature in enumerate(features):
        try:
            _read_feature(plan, index, feature)
        except Refused as refused:
            plan.issues.extend(refused.issues)
    return plan


def read_shape(geometry: Any) -> Polygon:
    """Checked polygon of one GeoJSON geometry. Raises Refused."""
    _count_corners([{"geometry": geometry}])
    return _shape(geometry, None, "")


def _features(content: bytes) -> list[Any]:
    if len(content) > LARGEST_FILE:
        raise Refused(Issue("too_large", params={"limit": LARGEST_FILE // 1024 // 1024}))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Issue("not_text")) from None
    try:
        document = json.loads(text, object_pairs_hook=_unique_names, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        # Thousands of nested brackets end in RecursionError, five thousand digits in ValueError.
        raise Refused(Issue("not_json", params={"detail": str(error)[:200]})) from None
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise Refused(Issue("not_geojson"))
    features = document.get("features")
    if not isinstance(features, list):
        raise Refused(Issue("not_geojson"))
    if not features:
        raise Refused(Issue("no_features"))
    if len(features) > MOST_FEATURES:
        raise Refused(Issue("too_many_features", params={"limit": MOST_FEATURES}))
    return features


def _unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for name, value in pairs:
        if name in result:
            raise Refused(Issue("duplicate_name", params={"name": name[:60]}))
        result[name] = value
    return result


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number of JSON")


def _count_corners(features: list[Any]) -> None:
    # Counted before any geometry is built: a flood of corners costs nothing but its own reading.
    corners = 0
    for feature in features:
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        rings = geometry.get("coordinates") if isinstance(geometry, dict) else None
        for ring in rings if isinstance(rings, list) else []:
            corners += len(ring) if isinstance(ring, list) else 0
    if corners > MOST_CORNERS:
        raise Refused(Issue("too_many_corners", params={"limit": MOST_CORNERS}))


def _read_feature(plan: PlanFile, index: int, feature: Any) -> None:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or feature.get("type") != "Feature":
        raise Refused(Issue("not_feature", index))
    code = properties.get("code")
    code = code[:24] if isinstance(code, str) else ""
    layer = layer_of(properties, index)
    if layer == "plot":
        # Both halves are looked at before giving up, so that one upload shows everything that is wrong.
        facts, wrong = plot_facts(properties, index)
        try:
            shape = _shape(feature.get("geometry"), index, code)
        except Refused as refused:
            raise Refused(*wrong, *refused.issues) from None
        if facts is None:
            raise Refused(*wrong)
        plan.plots.append(PlotFeature(index, shape, facts))
        return
    shape = _shape(feature.get("geometry"), index, layer)
    name = drawing_name(properties, index)
    if layer != "boundary":
        plan.drawings.append(Drawing(index, layer.upper(), name, shape))
    elif plan.boundary is None:
        plan.boundary = (index, shape)
    else:
        raise Refused(Issue("boundary_twice", index, layer))


def _shape(geometry: Any, index: int | None, code: str) -> Polygon:
    if not isinstance(geometry, dict) or geometry.get("type") != "Polygon":
        raise Refused(Issue("not_polygon", index, code))
    rings = geometry.get("coordinates")
    if not isinstance(rings, list) or not rings:
        raise Refused(Issue("not_polygon", index, code))
    shape = polygon([_ring(ring, index, code) for ring in rings])
    if not shape.is_valid or shape.area == 0:
        raise Refused(Issue("invalid_geometry", index, code, {"detail": explain_validity(shape)}))
    return shape


def _ring(ring: Any, index: int | None, code: str) -> Ring:
    if not isinstance(ring, list) or not all(_is_position(position) for position in ring):
        raise Refused(Issue("bad_coordinates", index, code))
    corners = [(float(lon), float(lat)) for lon, lat in ring]
    if len(corners) < 4 or corners[0] != corners[-1]:
        raise Refused(Issue("ring_open", index, code))
    if any(abs(lon) > 180 or abs(lat) > 90 for lon, lat in corners):
        raise Refused(Issue("off_globe", index, code))
    return corners


def _is_position(position: Any) -> bool:
    return (
        isinstance(position, list)
        and len(position) == 2
        and all(isinstance(part, int | float) and not isinstance(part, bool) for part in position)
        # A whole number may be too great for a float at all.
        and all(abs(part) < 1e9 and math.isfinite(part) for part in position)
    )
