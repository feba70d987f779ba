"""The plan of an estate as a small picture: plots by state as the paths of an SVG. Values in, paths out: no Django, no clock.

North is above and west is left, whatever way the page is read: a plan is never mirrored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import shapely
from shapely.geometry import LinearRing, Polygon, box

from estates.plans.geometry import from_geojson, plane_of

SIZE: Final = 1000
"""Length of the longer side of the picture, in its own units; all coordinates are whole numbers of them."""
MARGIN: Final = 10
"""Left free around the land, so that no outline is cut."""
LONGEST: Final = 36_000
"""Letters of all paths together, some 1,300 plots. What would take more is drawn in squares."""
SQUARES: Final = 40
"""Squares along the longer side of a plan that is drawn in squares."""
LEAST_COVERED: Final = 0.25
"""A square that plots cover less than this stays empty: it is street or green."""


@dataclass(frozen=True, slots=True)
class Land:
    """A plot: the state it is in, and its outline as GeoJSON."""

    state: str
    geometry: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn plan: its size, the outline of the estate ("" without one), and one path for all plots of each state.

    `in_squares`: there are too many plots to draw each; every square has the state that most of its land is in.
    """

    width: int
    height: int
    boundary: str
    parts: Mapping[str, str]
    in_squares: bool


def draw(lands: Iterable[Land], boundary: Mapping[str, Any] | None = None) -> Picture | None:
    """The plan of these plots within the estate's boundary; None without a plot. The same input gives the same picture."""
    rows = list(lands)
    if not rows:
        return None
    shapes = [from_geojson(dict(land.geometry)) for land in rows]
    limits = [from_geojson(dict(boundary))] if boundary else []
    paper = _Paper([*shapes, *limits])
    placed = list(zip((land.state for land in rows), paper.place(shapes), strict=True))
    parts = _singly(placed)
    in_squares = sum(map(len, parts.values())) > LONGEST
    return Picture(
        width=paper.width,
        height=paper.height,
        boundary="".join(map(_path, paper.place(limits))),
        parts=_in_squares(placed, paper) if in_squares else parts,
        in_squares=in_squares,
    )


class _Paper:
    """Degrees brought to the units of the picture, y downwards, so that everything fits between the margins."""

    def __init__(self, everything: Sequence[Polygon]) -> None:
        self._west, south, east, self._north = map(float, shapely.total_bounds(everything))
        across, along = plane_of(everything).metres_per_degree
        width, height = (east - self._west) * across, (self._north - south) * along
        scale = (SIZE - 2 * MARGIN) / max(width, height)
        self._units = (across * scale, -along * scale)
        self.width = round(width * scale) + 2 * MARGIN
        self.height = round(height * scale) + 2 * MARGIN

    def place(self, shapes: Sequence[Polygon]) -> list[Polygon]:
        """The polygons in units of the picture, without corners that nobody could see."""
        moved = shapely.transform(list(shapes), lambda xy: (xy - (self._west, self._north)) * self._units + MARGIN)
        return list(shapely.simplify(moved, 0.5))


def _singly(placed: Sequence[tuple[str, Polygon]]) -> dict[str, str]:
    """State → every plot in it, one after another."""
    parts: dict[str, list[str]] = {}
    for state, shape in placed:
        parts.setdefault(state, []).append(_path(shape))
    return {state: "".join(parts[state]) for state in sorted(parts)}


def _in_squares(placed: Sequence[tuple[str, Polygon]], paper: _Paper) -> dict[str, str]:
    """State → runs of squares in it, row by row. Of two states with as much land the first by name has the square."""
    step = SIZE // SQUARES
    places = [(x, y) for y in range(0, paper.height, step) for x in range(0, paper.width, step)]
    squares = [box(x, y, x + step, y + step) for x, y in places]
    shapes = [shape for _state, shape in placed]
    pairs = shapely.STRtree(shapes).query(squares, predicate="intersects").T.tolist()
    covered: dict[tuple[int, int], dict[str, float]] = {}
    for square, plot in pairs:
        states = covered.setdefault(places[square], {})
        state = placed[plot][0]
        states[state] = states.get(state, 0.0) + float(shapely.intersection(squares[square], shapes[plot]).area)
    chosen = {
        place: min(states, key=lambda state: (-states[state], state))
        for place, states in covered.items()
        if sum(states.values()) >= LEAST_COVERED * step * step
    }
    return _runs(chosen, step)


def _runs(chosen: Mapping[tuple[int, int], str], step: int) -> dict[str, str]:
    """Squares of one state that stand side by side become one box."""
    parts: dict[str, list[str]] = {}
    for (x, y), state in sorted(chosen.items(), key=lambda row: (row[0][1], row[0][0])):
        if chosen.get((x - step, y)) == state:
            continue
        end = x + step
        while chosen.get((end, y)) == state:
            end += step
        parts.setdefault(state, []).append(f"M{x} {y}h{end - x}v{step}h{x - end}z")
    return {state: "".join(parts[state]) for state in sorted(parts)}


def _path(shape: Polygon) -> str:
    """A polygon with its holes: each ring from its first corner on in steps. "" when nothing of it could be seen."""
    return "".join(_ring(ring) for ring in (shape.exterior, *shape.interiors))


def _ring(ring: LinearRing) -> str:
    points = shapely.get_coordinates(ring).round().astype(int).tolist()
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points[:-1])]
    moves = [step for step in steps if step != (0, 0)]
    if len(moves) < 2:
        return ""
    x, y = points[0]
    return f"M{x} {y}" + "".join(_step(across, down) for across, down in moves) + "z"


def _step(across: int, down: int) -> str:
    if down == 0:
        return f"h{across}"
    return f"v{down}" if across == 0 else f"l{across} {down}"
