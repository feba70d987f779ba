"""Whether the plots of a file fit together, fit the estate, and fit what is there already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely import STRtree
from shapely.geometry import Point, Polygon

from estates.plans.geometry import Plane, plane_of
from estates.plans.issues import Issue
from estates.plans.reading import PlanFile, PlotFeature

AREA_TOLERANCE = 0.02
"""The drawing may differ from the stated area by two per cent, or by `AREA_SLACK_M2` for small plots."""
AREA_SLACK_M2 = 1.0
TOUCH_M2 = 0.5
"""Neighbours drawn by hand share a seam; less than this is no overlap and no trespass."""
FARTHEST_KM = 60
"""A plan farther than this from the known (possibly approximate) place of the estate belongs to another one."""
MOST_OVERLAPS = 200
"""Overlaps that are told; ten thousand plots on one spot would have fifty million."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the database knows: the estate's boundary and place, plots that stay beside those of the file (code → shape)
    and which of those are its own, codes that belong to other estates, codes of trades."""

    boundary: Polygon | None
    place: tuple[float, float] | None
    neighbours: Mapping[str, Polygon]
    own_codes: frozenset[str]
    foreign_codes: frozenset[str]
    trade_codes: frozenset[str]


def check(plan: PlanFile, around: Surroundings) -> list[Issue]:
    """Everything that is wrong between features, sorted by feature; empty when the plan may be brought in."""
    boundary = plan.boundary[1] if plan.boundary else around.boundary
    found = [*_codes(plan.plots, around), *_place(plan, around)]
    if plan.plots:
        plane = plane_of([feature.shape for feature in plan.plots])
        flat = [plane.to_metres(feature.shape) for feature in plan.plots]
        found += _areas(plan.plots, flat)
        found += _overlaps(plan.plots, flat)
        found += _neighbours(plan.plots, flat, around, plane)
        if boundary is not None:
            found += _inside(plan.plots, flat, plane.to_metres(boundary))
    if plan.boundary:
        found += _left_out(plan.boundary, around)
    return sorted(found, key=lambda issue: -1 if issue.index is None else issue.index)


def _codes(plots: Sequence[PlotFeature], around: Surroundings) -> Iterable[Issue]:
    first: dict[str, int] = {}
    for feature in plots:
        code = feature.facts.code
        if code in first:
            yield Issue("duplicate_code", feature.index, code, {"other": first[code]})
        first.setdefault(code, feature.index)
        if code in around.foreign_codes:
            yield Issue("code_elsewhere", feature.index, code)
        for trade in feature.facts.trades:
            if trade not in around.trade_codes:
                yield Issue("unknown_trade", feature.index, code, {"value": trade})


def _place(plan: PlanFile, around: Surroundings) -> Iterable[Issue]:
    # Where is the estate? Its old boundary knows better than its point, which may be the county town.
    known = around.boundary.centroid.coords[0] if around.boundary is not None else around.place
    if known is None:
        return
    plane = Plane(*known)
    shapes = [(f.index, f.facts.code, f.shape) for f in plan.plots]
    if plan.boundary:
        shapes.append((plan.boundary[0], "boundary", plan.boundary[1]))
    shapes += [(drawing.index, drawing.kind.lower(), drawing.shape) for drawing in plan.drawings]
    for index, code, shape in shapes:
        lon, lat = shape.centroid.coords[0]
        if _kilometres(plane, lon, lat) <= FARTHEST_KM:
            continue
        swapped = _kilometres(plane, lat, lon) <= FARTHEST_KM
        yield Issue("axes_swapped" if swapped else "far_away", index, code, {} if swapped else {"limit": FARTHEST_KM})


def _kilometres(plane: Plane, lon: float, lat: float) -> float:
    east, north = plane.metres_per_degree
    return float(Point(0, 0).distance(Point((lon - plane.lon) * east, (lat - plane.lat) * north))) / 1000


def _areas(plots: Sequence[PlotFeature], flat: Sequence[Polygon]) -> Iterable[Issue]:
    for feature, shape in zip(plots, flat, strict=True):
        stated = float(feature.facts.area_m2)
        if abs(shape.area - stated) > max(stated * AREA_TOLERANCE, AREA_SLACK_M2):
            yield Issue(
                "area_differs",
                feature.index,
                feature.facts.code,
                {"stated": f"{stated:.2f}", "drawn": f"{shape.area:.2f}"},
            )


def _overlaps(plots: Sequence[PlotFeature], flat: Sequence[Polygon]) -> Iterable[Issue]:
    tree = STRtree(flat)
    told = 0
    for left, shape in enumerate(flat):
        # One shape at a time: all pairs at once would be a matter of gigabytes for a hostile file.
        for right in sorted(tree.query(shape, predicate="intersects")):
            if right >= left:
                break  # each pair once, told at the later feature
            shared = shapely.intersection(shape, flat[right]).area
            if shared <= TOUCH_M2:
                continue
            other = plots[right]
            yield Issue(
                "overlap",
                plots[left].index,
                plots[left].facts.code,
                {"other": other.index, "other_code": other.facts.code, "area": f"{shared:.2f}"},
            )
            told += 1
            if told == MOST_OVERLAPS:
                yield Issue("more_overlaps", params={"limit": MOST_OVERLAPS})
                return


def _neighbours(
    plots: Sequence[PlotFeature], flat: Sequence[Polygon], around: Surroundings, plane: Plane
) -> Iterable[Issue]:
    if not around.neighbours:
        return
    codes = list(around.neighbours)
    standing = [plane.to_metres(around.neighbours[code]) for code in codes]
    tree = STRtree(standing)
    for position, neighbour in tree.query(flat, predicate="intersects").T:
        shared = shapely.intersection(flat[position], standing[neighbour]).area
        if shared > TOUCH_M2:
            yield Issue(
                "overlap_existing",
                plots[position].index,
                plots[position].facts.code,
                {"other_code": codes[neighbour], "area": f"{shared:.2f}"},
            )


def _inside(plots: Sequence[PlotFeature], flat: Sequence[Polygon], boundary: Polygon) -> Iterable[Issue]:
    shapely.prepare(boundary)
    for feature, shape in zip(plots, flat, strict=True):
        if boundary.covers(shape):
            continue
        outside = shapely.difference(shape, boundary).area
        if outside > TOUCH_M2:
            yield Issue("outside", feature.index, feature.facts.code, {"area": f"{outside:.2f}"})


def _left_out(given: tuple[int, Polygon], around: Surroundings) -> Iterable[Issue]:
    index, boundary = given
    plane = plane_of([boundary])
    flat = plane.to_metres(boundary)
    for code in sorted(around.own_codes & set(around.neighbours)):
        outside = shapely.difference(plane.to_metres(around.neighbours[code]), flat).area
        if outside > TOUCH_M2:
            yield Issue("boundary_leaves_out", index, "boundary", {"other_code": code})
