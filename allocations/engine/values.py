"""The values the engine takes and gives: frozen, whole numbers and short ASCII codes only.

Field names are those of the published record (docs/allocation.md, "The record"), so that what a program
holds and what a citizen downloads are called the same. Points, scores and maxima are hundredths, amounts
are rials, times are UTC texts ``YYYY-MM-DDTHH:MM:SSZ``. Sequences that have no order of their own (trades of
a plot, groups of an application) may come in any order; the record sorts them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FORMAT = "zanjan-allocation/1"

Priority = tuple[int, ...]
"""How well somebody stands at one plot: compared left to right, smaller is better."""


class Mode(StrEnum):
    """How a call puts its applicants in order; the matching that follows is the same for all."""

    SCORED = "SCORED"
    LOTTERY = "LOTTERY"
    DIRECT = "DIRECT"
    AUCTION = "AUCTION"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a call: `weight` in whole percent, `max` in hundredths of a point."""

    code: str
    weight: int
    max: int


@dataclass(frozen=True, slots=True)
class Randomness:
    """Where the draw's value comes from: a public event that was announced before it happened.

    `announced_at` is the time of the announcement; a value may not be entered before it.
    """

    source: str
    event: str
    announced_at: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one call as published: nothing in them changes after publication.

    `tie_break` lists criterion codes, the most important first; before them stands the score, after
    them the draw number.
    """

    call: str
    title: str
    mode: Mode
    criteria: tuple[Criterion, ...]
    groups: tuple[str, ...]
    tie_break: tuple[str, ...]
    randomness: Randomness
    format: str = FORMAT


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot of the call. Empty `trades` welcome any trade; `reserved_for` names one group or is None."""

    plot: str
    area_m2: int
    trades: tuple[str, ...] = ()
    reserved_for: str | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """One line of the frozen list: an eligible application without a name.

    `points` holds hundredths for each criterion of the rules, `score` their weighted sum (0 outside
    SCORED), `amount` rials in AUCTION and None elsewhere, `choices` plot codes, the best liked first.
    """

    application: str
    trade: str
    groups: tuple[str, ...]
    points: Mapping[str, int]
    score: int
    submitted_at: str
    amount: int | None
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """The one draw of a frozen list: the public event's bytes and the seed made from them, both hex."""

    value: str
    seed: str
    entered_at: str


@dataclass(frozen=True, slots=True)
class ResultLine:
    """What one application got: `choice` is the place of `plot` in its own list, from 1."""

    application: str
    draw_number: int
    plot: str | None
    choice: int | None


@dataclass(frozen=True, slots=True)
class QueueLine:
    """The waiting list of one plot, the first in line first."""

    plot: str
    queue: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CutoffLine:
    """Who holds a plot and how he stood there (None when it stays free).

    `applicants` counts those who listed the plot and were eligible for it.
    """

    plot: str
    holder: str | None
    tier: int | None
    score: int | None
    draw_number: int | None
    applicants: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What binds the files of one run together, and the run to the one before it."""

    call: str
    run: int
    previous: str | None
    files: Mapping[str, str]
    format: str = FORMAT


@dataclass(frozen=True, slots=True)
class Outcome:
    """A whole run: what went in, what came out, and the bytes of every file of its record.

    Plots, applications, results, waiting and cutoffs are sorted by their code or id. `files` maps each
    file name of the record to its bytes, in the order of the ZIP.
    """

    rules: Rules
    plots: tuple[Plot, ...]
    applications: tuple[Application, ...]
    draw: Draw
    results: tuple[ResultLine, ...]
    waiting: tuple[QueueLine, ...]
    cutoffs: tuple[CutoffLine, ...]
    manifest: Manifest
    files: Mapping[str, bytes] = field(repr=False)
