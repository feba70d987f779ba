"""The same matching on arrays, for large calls: deferred acceptance in batches.

The order of asking does not change the outcome, so the order is chosen for speed:

* People ask in batches from the front of the line, so that few are pushed out later.
* A plot whose holder stands better is passed over at once, because it would refuse.
* Those pushed out ask again with the next batch when they are few.
* When nearly all of a batch ask for the same plots (lists in one published order), each round would place
  almost nobody; they ask one by one instead, from the front.
"""

from __future__ import annotations

import numpy as np

from allocations.engine.arrays import Bools, Ints, Market, Solution
from allocations.engine.line import Line, stand_in_line
from allocations.engine.queues import queues_and_counts

FEW = 48
"""So many people or fewer are left for the next batch, and ask one by one after the last."""
WORTH_A_ROUND = 1000
"""A round looks at this many entries in the time in which one person asks alone."""


def solve(market: Market) -> Solution:
    """Match, queue and count: everything that follows from a market, in arrays."""
    line = stand_in_line(market)
    best = defer_and_accept(line)
    count, plots = line.people, line.plots
    taken = np.flatnonzero(best < 2 * count)
    held = _held_entries(line, best, taken)
    places = best[taken] % max(count, 1)
    people = line.order[places]
    solution = Solution(
        plot=np.full(count, -1),
        choice=np.zeros(count, dtype=np.int64),
        holder=np.full(plots, -1),
        tier=np.zeros(plots, dtype=np.int64),
        **queues_and_counts(line, held),
    )
    solution.holder[taken], solution.tier[taken] = people, best[taken] // max(count, 1)
    solution.plot[people], solution.choice[people] = taken, held - line.start[places] + 1
    return solution


def defer_and_accept(line: Line) -> Ints:
    """The best priority that each plot keeps in the end, 2n when nobody eligible asked."""
    best = np.full(line.plots, 2 * line.people, dtype=line.priority.dtype)
    placed = np.zeros(line.people, dtype=np.bool_)
    left = np.zeros(0, dtype=np.int64)
    for first, last in line.batches():
        batch = np.arange(line.start[first], line.start[last])
        left = _ask_in_rounds(line, best, placed, np.concatenate((left, batch)))
    _ask_one_by_one(line, best, placed, left)
    return best


def _ask_in_rounds(line: Line, best: Ints, placed: Bools, asking: Ints) -> Ints:
    """Let the owners of the entries `asking` ask until few are left; returns the entries of those few.

    `asking` holds entries person by person, each in order of liking. `best` and `placed` are updated.
    """
    count = line.people
    while True:
        asking = asking[line.priority[asking] < best[line.plot[asking]]]
        owner = line.priority[asking] % count
        first = np.flatnonzero(np.diff(owner, prepend=-1))
        if len(first) <= FEW:
            return asking
        plot, priority = line.plot[asking[first]], line.priority[asking[first]]
        before = best[plot]
        np.minimum.at(best, plot, priority)
        won = best[plot] == priority
        pushed_out = before[won]
        pushed_out = pushed_out[pushed_out < 2 * count] % count
        placed[owner[first[won]]] = True
        placed[pushed_out] = False
        asking = asking[~placed[owner]]
        if len(pushed_out):
            asking = np.concatenate((asking, line.entries(pushed_out)))
        if len(asking) > WORTH_A_ROUND * np.count_nonzero(won):
            return _ask_one_by_one(line, best, placed, asking)


def _ask_one_by_one(line: Line, best: Ints, placed: Bools, asking: Ints) -> Ints:
    """Let the owners of the entries `asking` ask alone, from the front of the line; nobody is left.

    Whoever is pushed out asks next. Returns no entries.
    """
    count = line.people
    places = np.unique(line.priority[asking] % max(count, 1))[::-1].tolist()
    while places:
        place = places.pop()
        mine = slice(line.start[place], line.start[place + 1])
        plots, priorities = line.plot[mine], line.priority[mine]
        better = np.flatnonzero(priorities < best[plots])
        if not len(better):
            continue
        plot = plots[better[0]]
        if best[plot] < 2 * count:
            pushed_out = int(best[plot]) % count
            placed[pushed_out] = False
            places.append(pushed_out)
        placed[place] = True
        best[plot] = priorities[better[0]]
    return asking[:0]


def _held_entries(line: Line, best: Ints, taken: Ints) -> Ints:
    """The entry with which each taken plot was won, in the order of `taken`."""
    if not len(taken):
        return taken
    entries = line.entries(best[taken] % line.people)
    priority = line.priority[entries]
    held: Ints = entries[(priority == best[line.plot[entries]]) & (priority < 2 * line.people)]
    return held
