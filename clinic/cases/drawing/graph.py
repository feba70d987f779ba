"""The causal graph in columns: symptoms in the first, what lies behind them in the next ones, roots in the last.

Coordinates count from the side where reading begins; the page mirrors them for a script that runs from the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

BOX_WIDTH, LINE_HEIGHT, PADDING = 176, 20, 10
COLUMN_GAP, ROW_GAP, MARGIN = 76, 22, 12
LINE_LENGTH, MOST_LINES = 21, 3
PASSING, PASSING_HEIGHT = "PASSING", 8


@dataclass(frozen=True, slots=True)
class Node:
    """A box: its key, kind (SYMPTOM, CAUSE, ROOT), what stands in it, and whether it is the primary root."""

    key: int
    kind: str
    label: str
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a box: its middle and its base."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box as it is drawn."""

    node: Node
    x: float
    y: float
    width: int
    height: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from a cause to its effect, as the path of a curve."""

    path: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole picture."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def layout(nodes: Sequence[Node], edges: Iterable[tuple[int, int]], *, from_right: bool) -> Graph:
    """Places of boxes and arrows; `edges` are (effect, cause) without a circle. `from_right`: symptoms stand at the right.

    An arrow that passes a column is given a place of its own there, so that it runs between the boxes and not behind them.
    """
    pairs = [pair for pair in edges if set(pair) <= {node.key for node in nodes}]
    columns = _columns(nodes, pairs)
    ways, passed = _ways(pairs, columns)
    stops = [Node(key, PASSING, "") for key in passed]
    hops = [hop for way in ways for hop in pairwise(way)]
    rows = _rows([*nodes, *stops], {**columns, **passed}, hops)
    heights = {node.key: _height(node) for row in rows for node in row}
    tallest = max((_reach(row, heights) for row in rows), default=0)
    width = MARGIN * 2 + len(rows) * BOX_WIDTH + max(0, len(rows) - 1) * COLUMN_GAP
    boxes: dict[int, Box] = {}
    for place, row in enumerate(rows):
        x = MARGIN + place * (BOX_WIDTH + COLUMN_GAP)
        y = MARGIN + (tallest - _reach(row, heights)) / 2
        for node in row:
            boxes[node.key] = _box(node, width - x - BOX_WIDTH if from_right else x, y, heights[node.key])
            y += heights[node.key] + ROW_GAP
    arrows = tuple(Arrow(_path([boxes[key] for key in reversed(way)], from_right)) for way in ways)
    drawn = tuple(box for box in boxes.values() if box.node.kind != PASSING)
    return Graph(width, MARGIN * 2 + int(tallest) + 1, drawn, arrows)


def _ways(pairs: Sequence[tuple[int, int]], columns: Mapping[int, int]) -> tuple[list[list[int]], dict[int, int]]:
    """Each arrow as keys from effect to cause with a new (negative) key in every column it passes; those keys with their column."""
    ways: list[list[int]] = []
    passed: dict[int, int] = {}
    for effect, cause in pairs:
        way = [effect]
        for column in range(columns[effect] + 1, columns[cause]):
            key = -1 - len(passed)
            passed[key] = column
            way.append(key)
        ways.append([*way, cause])
    return ways, passed


def _height(node: Node) -> int:
    return PASSING_HEIGHT if node.kind == PASSING else PADDING * 2 + LINE_HEIGHT * len(wrap(node.label))


def _reach(row: Sequence[Node], heights: Mapping[int, int]) -> int:
    return sum(heights[node.key] + ROW_GAP for node in row) - ROW_GAP


def wrap(label: str) -> list[str]:
    """The label in at most MOST_LINES lines of about LINE_LENGTH letters; what is left over is cut with a mark."""
    lines, current = [], ""
    for word in label.split():
        if current and len(current) + 1 + len(word) > LINE_LENGTH:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    lines.append(current)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][: LINE_LENGTH - 1] + "…"]
    return lines


def _columns(nodes: Sequence[Node], pairs: Sequence[tuple[int, int]]) -> Mapping[int, int]:
    """Key → column: symptoms 0, anything else one behind the furthest of its effects, roots all in the last."""
    effects: dict[int, list[int]] = {node.key: [] for node in nodes}
    for effect, cause in pairs:
        effects[cause].append(effect)
    kinds = {node.key: node.kind for node in nodes}
    depth: dict[int, int] = {}

    def find(key: int) -> int:
        if key not in depth:
            floor = 0 if kinds[key] == "SYMPTOM" else 1
            depth[key] = max([floor, *(find(effect) + 1 for effect in effects[key])])
        return depth[key]

    for node in nodes:
        find(node.key)
    last = max([1, *depth.values()])
    return {node.key: last if node.kind == "ROOT" else depth[node.key] for node in nodes}


def _rows(nodes: Sequence[Node], columns: Mapping[int, int], pairs: Sequence[tuple[int, int]]) -> list[list[Node]]:
    """The boxes of each column, ordered so that each stands near the middle of its effects: fewer arrows cross."""
    count = max(columns.values(), default=0) + 1
    rows: list[list[Node]] = [[node for node in nodes if columns[node.key] == place] for place in range(count)]
    for place in range(1, count):
        heights = {node.key: n / max(1, len(row) - 1) for row in rows[:place] for n, node in enumerate(row)}
        rows[place].sort(key=lambda node: _middle([heights[e] for e, c in pairs if c == node.key and e in heights]))
    return [row for row in rows if row]


def _middle(places: Sequence[float]) -> float:
    return sum(places) / len(places) if places else 0.5


def _box(node: Node, x: float, y: float, height: int) -> Box:
    lines = wrap(node.label)
    middle = x + BOX_WIDTH / 2
    base = y + PADDING + LINE_HEIGHT * 0.72
    placed = tuple(Line(round(middle, 1), round(base + LINE_HEIGHT * n, 1), text) for n, text in enumerate(lines))
    return Box(node, round(x, 1), round(y, 1), BOX_WIDTH, height, placed)


def _path(way: Sequence[Box], from_right: bool) -> str:
    """A curve from the cause (first) to the effect (last), straight through the places in between."""
    path = ""
    for start, end in pairwise(way):
        x1, x2 = (start.x + BOX_WIDTH, end.x) if from_right else (start.x, end.x + BOX_WIDTH)
        y1, y2 = start.y + start.height / 2, end.y + end.height / 2
        bend = (x2 - x1) / 2
        lead = f"L{x1:g},{y1:g}" if path else f"M{x1:g},{y1:g}"
        path += f"{lead} C{x1 + bend:g},{y1:g} {x2 - bend:g},{y2:g} {x2:g},{y2:g} "
    return path.strip()
