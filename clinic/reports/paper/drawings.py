"""The pictures of a report: the places worked out for the screen (clinic/cases/drawing), as plain numbers for the template."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clinic.cases.drawing.fishbone import Fishbone
from clinic.cases.drawing.graph import Graph
from clinic.cases.drawing.radar import Radar
from core.pdf.blocks import Block

WIDE = 1000
"""Width from which a picture gets a page of its own, on its side: upright its letters would be too small."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STROKE = re.compile(r"[MLC][^MLC]*")

Points = list[list[float]]


def radar_block(drawn: Radar, *, labels: Sequence[str]) -> Block:
    """A radar chart; `labels` name the unit and, where one is shown, the cohort."""
    return {
        "kind": "radar",
        "width": drawn.width,
        "height": drawn.height,
        "centre": [drawn.centre_x, drawn.centre_y],
        "axes": [
            {"end": [one.x, one.y], "at": [one.label_x, one.label_y], "lines": list(one.lines)} for one in drawn.axes
        ],
        "rings": [_points(ring) for ring in drawn.rings],
        "unit": _points(drawn.unit),
        "dots": [[dot.x, dot.y] for dot in drawn.unit_dots],
        "cohort": _points(drawn.cohort),
        "labels": list(labels),
    }


def graph_block(drawn: Graph, *, key: dict[str, str], title: str = "") -> Block:
    """The causal graph with the words of its key, by kind of box; `title` stands above it on a page of its own."""
    return {
        "kind": "graph",
        "wide": drawn.width > WIDE,
        "title": title,
        "width": drawn.width,
        "height": drawn.height,
        "boxes": [
            {
                "at": [box.x, box.y], "width": box.width, "height": box.height, "look": box.node.kind,
                "primary": box.node.is_primary, "lines": [line.text for line in box.lines],
            }
            for box in drawn.boxes
        ],
        "arrows": [_strokes(arrow.path) for arrow in drawn.arrows],
        "key": key,
    }  # fmt: skip


def fishbone_block(drawn: Fishbone, *, title: str = "") -> Block:
    """The fishbone; `title` stands above it on a page of its own."""
    return {
        "kind": "fishbone",
        "wide": drawn.width > WIDE,
        "title": title,
        "width": drawn.width,
        "height": drawn.height,
        "spine": [[drawn.spine_x1, drawn.spine_y], [drawn.spine_x2, drawn.spine_y]],
        "head": {
            "at": [drawn.head_x, drawn.head_y], "width": drawn.head_width, "height": drawn.head_height,
            "lines": [text for _y, text in drawn.head],
        },
        "bones": [
            {
                "line": [[bone.x1, bone.y1], [bone.x2, bone.y2]],
                "title": bone.label,
                "title_y": bone.title_y,
                "twigs": [
                    {"at": [one.x, one.y], "text": one.text, "root": one.cause.is_root, "primary": one.cause.is_primary}
                    for one in bone.twigs
                ],
            }
            for bone in drawn.bones
        ],
    }  # fmt: skip


def _strokes(path: str) -> list[Points]:
    """The strokes of an arrow from its beginning to its head: a point to begin at, a point to draw a line to, or three of a curve."""
    return [_pairs(_numbers(stroke)) for stroke in _STROKE.findall(path)]


def _numbers(text: str) -> list[float]:
    return [float(one) for one in _NUMBER.findall(text)]


def _pairs(numbers: Sequence[float]) -> Points:
    return [[x, y] for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _points(text: str) -> Points:
    """The points of a polygon; [] without one."""
    return _pairs(_numbers(text))
