"""A market as arrays: what the fast path computes with, free of ids, codes and Python objects.

People are 0…n-1 in the order they were given, plots 0…P-1, trades 0…T-1. Group 0 stands for "not reserved"
and everybody belongs to it, so that one look-up answers for every plot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from allocations.engine.priority import mode_keys
from allocations.engine.values import Application, Plot, Rules

Ints = npt.NDArray[np.signedinteger[Any]]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """One matching to solve.

    `keys`: int64 arrays of length n, the mode's part of the priority, the most important first, smaller is
    better. `draw_number`: a permutation of 1…n. `trade`: trade of each person. `member[person, group]`.
    Person i listed ``choice_plot[choice_start[i]:choice_start[i + 1]]``, the best liked first (int32).
    `welcome[plot, trade]`; `reserved_for`: group of each plot, 0 when not reserved.
    """

    keys: tuple[Ints, ...]
    draw_number: Ints
    trade: Ints
    member: Bools
    choice_start: Ints
    choice_plot: Ints
    welcome: Bools
    reserved_for: Ints

    @property
    def people(self) -> int:
        """n."""
        return len(self.draw_number)

    @property
    def plots(self) -> int:
        """P."""
        return len(self.reserved_for)


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The outcome of one market; -1 stands for nobody and for no plot.

    `plot[person]`, `choice[person]` (from 1, 0 for none), `holder[plot]`, `tier[plot]` of its holder,
    `applicants[plot]`, and the queue of plot p as ``queue[queue_start[p]:queue_start[p + 1]]``.
    """

    plot: Ints
    choice: Ints
    holder: Ints
    tier: Ints
    applicants: Ints
    queue_start: Ints
    queue: Ints


def market(
    rules: Rules,
    plots: Sequence[Plot],
    applications: Sequence[Application],
    numbers: Mapping[str, int],
) -> Market:
    """Turn the engine's values into arrays. People and plots keep the order in which they are given."""
    index = {plot.plot: place for place, plot in enumerate(plots)}
    trades = _places(one.trade for one in applications)
    groups = _places(plot.reserved_for for plot in plots if plot.reserved_for is not None)
    welcome = np.ones((len(plots), max(len(trades), 1)), dtype=np.bool_)
    for place, plot in enumerate(plots):
        if plot.trades:
            welcome[place] = False
            welcome[place, [trades[trade] for trade in plot.trades if trade in trades]] = True
    member = np.zeros((len(applications), len(groups) + 1), dtype=np.bool_)
    member[:, 0] = True
    for place, one in enumerate(applications):
        for group in one.groups:
            if group in groups:
                member[place, groups[group] + 1] = True
    start = np.zeros(len(applications) + 1, dtype=np.int64)
    np.cumsum([len(one.choices) for one in applications], out=start[1:])
    listed = (index[code] for one in applications for code in one.choices)
    return Market(
        keys=_mode_keys(rules, applications),
        draw_number=_filled(applications, lambda one: numbers[one.application], np.int64),
        trade=_filled(applications, lambda one: trades[one.trade], np.int32),
        member=member,
        choice_start=start,
        choice_plot=np.fromiter(listed, dtype=np.int32, count=int(start[-1])),
        welcome=welcome,
        reserved_for=np.array(
            [0 if plot.reserved_for is None else groups[plot.reserved_for] + 1 for plot in plots],
            dtype=np.int32,
        ),
    )


def _places(names: Any) -> dict[str, int]:
    return {name: place for place, name in enumerate(sorted(set(names)))}


def _filled(applications: Sequence[Application], value: Callable[[Application], int], kind: type[Any]) -> Ints:
    return np.fromiter(map(value, applications), dtype=kind, count=len(applications))


def _mode_keys(rules: Rules, applications: Sequence[Application]) -> tuple[Ints, ...]:
    """The mode's priority keys, one array for each place in the tuple of `priority.mode_keys`."""
    rows = [mode_keys(rules, one) for one in applications]
    return tuple(np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
