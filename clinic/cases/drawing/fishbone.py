"""The fishbone: a spine that ends in what is seen of the trouble, a bone for each dimension, its causes along the bone.

Coordinates count from the side where reading begins; `from_right` mirrors them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clinic.cases.drawing.graph import wrap

COLUMN, HEAD_WIDTH, MARGIN = 272, 200, 16
STEP, LEAN, TITLE_HEIGHT = 26, 46, 34
LINE_HEIGHT = 20
LONGEST = 34


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause on a bone; a root cause is set apart, the primary one more so."""

    label: str
    is_root: bool = False
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """What belongs to one dimension: its name and its causes."""

    label: str
    causes: Sequence[Cause]


@dataclass(frozen=True, slots=True)
class Twig:
    """A cause as it is drawn: the end of its text beside the bone."""

    x: float
    y: float
    cause: Cause
    text: str


@dataclass(frozen=True, slots=True)
class Bone:
    """A bone from the spine to its title."""

    x1: float
    y1: float
    x2: float
    y2: float
    title_y: float
    label: str
    twigs: tuple[Twig, ...]


@dataclass(frozen=True, slots=True)
class Fishbone:
    """The whole picture; `head` are the lines of the box the spine ends in."""

    width: int
    height: int
    spine_y: float
    spine_x1: float
    spine_x2: float
    head_x: float
    head_y: float
    head_width: int
    head_height: float
    head_middle: float
    head: tuple[tuple[float, str], ...]
    bones: tuple[Bone, ...]


def layout(symptoms: Sequence[str], sides: Sequence[Side], *, from_right: bool) -> Fishbone:
    """Bones in pairs above and below the spine, the first ones furthest from the head."""
    above, below = sides[0::2], sides[1::2]
    up, down = _reach(above), _reach(below)
    pairs = max(1, len(above))
    width = MARGIN * 2 + LEAN + pairs * COLUMN + HEAD_WIDTH
    spine = MARGIN + max(up, 70)
    height = int(spine + max(down, 70) + MARGIN)

    def at(x: float) -> float:
        return round(width - x if from_right else x, 1)

    bones = [
        _bone(side, MARGIN + LEAN + (place + 1) * COLUMN - 40, spine, sign, at)
        for sign, row in ((-1, above), (1, below))
        for place, side in enumerate(row)
    ]
    lines = _head_lines(symptoms)
    head_height = LINE_HEIGHT * len(lines) + 24
    start = width - MARGIN - HEAD_WIDTH
    first = spine - head_height / 2 + 12 + LINE_HEIGHT * 0.72
    return Fishbone(
        width=width,
        height=height,
        spine_y=spine,
        spine_x1=at(MARGIN),
        spine_x2=at(start),
        head_x=at(start + HEAD_WIDTH) if from_right else at(start),
        head_y=spine - head_height / 2,
        head_width=HEAD_WIDTH,
        head_height=head_height,
        head_middle=at(start + HEAD_WIDTH / 2),
        head=tuple((round(first + LINE_HEIGHT * n, 1), line) for n, line in enumerate(lines)),
        bones=tuple(bones),
    )


def _reach(sides: Sequence[Side]) -> float:
    """How far the bones of one half reach from the spine."""
    return max((TITLE_HEIGHT + STEP * (len(side.causes) + 1) for side in sides), default=0)


def _bone(side: Side, foot: float, spine: float, sign: int, place: Callable[[float], float]) -> Bone:
    length = STEP * (len(side.causes) + 1)
    slope = LEAN / length
    twigs = []
    for number, cause in enumerate(side.causes):
        distance = STEP * (number + 1)
        y = spine + sign * distance
        text = cause.label if len(cause.label) <= LONGEST else cause.label[: LONGEST - 1] + "…"
        twigs.append(Twig(place(foot - slope * distance - 10), round(y, 1), cause, text))
    end = spine + sign * length
    return Bone(
        x1=place(foot), y1=spine, x2=place(foot - LEAN), y2=round(end, 1),
        title_y=round(end + (sign * 22 if sign > 0 else -10), 1), label=side.label, twigs=tuple(twigs),
    )  # fmt: skip


def _head_lines(symptoms: Sequence[str]) -> list[str]:
    found: list[str] = []
    for symptom in symptoms[:3]:
        found += wrap(symptom)
    return found or ["…"]
