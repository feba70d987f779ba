"""A radar chart: axes from the middle, one polygon for each series. Coordinates in a box of WIDTH × HEIGHT, y downwards."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 420, 360
CENTRE = (WIDTH / 2, HEIGHT / 2)
RADIUS = 118
LABEL_GAP = 20
HIGHEST = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its end, where its label stands, and the lines of that label."""

    x: float
    y: float
    label_x: float
    label_y: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on an axis."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Radar:
    """Everything the picture needs. `rings` and polygons are texts for `points`; a series with fewer than three known values
    has dots and no polygon."""

    width: int
    height: int
    centre_x: float
    centre_y: float
    axes: tuple[Axis, ...]
    rings: tuple[str, ...]
    unit: str
    unit_dots: tuple[Dot, ...]
    cohort: str


def radar(labels: Sequence[str], unit: Sequence[float | None], cohort: Sequence[float | None]) -> Radar:
    """Axes clockwise from the top, one for each label; values from 0 to HIGHEST, None where nothing is known."""
    angles = [2 * math.pi * place / len(labels) for place in range(len(labels))]
    axes = []
    for label, angle in zip(labels, angles, strict=True):
        x, y = _point(angle, RADIUS)
        label_x, label_y = _label(angle, label)
        axes.append(Axis(x, y, label_x, label_y, tuple(_lines(label))))
    rings = tuple(
        _polygon([_point(angle, RADIUS * ring / HIGHEST) for angle in angles]) for ring in range(1, HIGHEST + 1)
    )
    dots = _dots(angles, unit)
    known = _dots(angles, cohort)
    return Radar(
        width=WIDTH,
        height=HEIGHT,
        centre_x=CENTRE[0],
        centre_y=CENTRE[1],
        axes=tuple(axes),
        rings=rings,
        unit=_polygon(dots) if len(dots) > 2 else "",
        unit_dots=tuple(Dot(x, y) for x, y in dots),
        cohort=_polygon(known) if len(known) > 2 else "",
    )


def _point(angle: float, distance: float) -> tuple[float, float]:
    return (
        round(CENTRE[0] + distance * math.sin(angle), 1),
        round(CENTRE[1] - distance * math.cos(angle), 1),
    )


def _dots(angles: Sequence[float], values: Sequence[float | None]) -> list[tuple[float, float]]:
    return [
        _point(angle, RADIUS * value / HIGHEST)
        for angle, value in zip(angles, values, strict=True)
        if value is not None
    ]


def _polygon(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)


def _label(angle: float, label: str) -> tuple[float, float]:
    """The middle of the label's first line: further out at the sides, where a word is wider than it is high."""
    sideways = abs(math.sin(angle))
    widest = max(len(line) for line in _lines(label))
    x, y = _point(angle, RADIUS + LABEL_GAP + sideways * widest * 2.6)
    first = y + 5 - (len(_lines(label)) - 1) * 9
    half = widest * 3.6
    return round(min(max(x, half), WIDTH - half), 1), round(first, 1)


def _lines(label: str) -> list[str]:
    """A long label in two lines, parted at the word nearest to its middle."""
    words = label.split()
    if len(label) <= 14 or len(words) < 2:
        return [label]
    cuts = range(1, len(words))
    best = min(cuts, key=lambda cut: abs(len(" ".join(words[:cut])) - len(label) / 2))
    return [" ".join(words[:best]), " ".join(words[best:])]
