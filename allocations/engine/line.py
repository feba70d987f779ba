"""Everybody in one line, best standing first: the ground on which the fast path matches.

Tier aside, who stands before whom is the same at every plot. So a priority becomes one whole number,
``tier * n + place in line``; with tier 2 for "not eligible", ``priority % n`` always says whose it is, and
2n is a priority that every eligible one beats.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from allocations.engine.arrays import Ints, Market

BATCHES = 24
"""Into how many batches the line is cut: each fits the processor's cache, and few people are pushed out."""
SMALLEST_BATCH = 2048


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """`order`: person at each place. Place r listed the entries ``start[r]:start[r + 1]`` of `plot` and
    `priority`, in order of liking; `plots` is how many plots there are."""

    order: Ints
    start: Ints
    plot: Ints
    priority: Ints
    plots: int

    @property
    def people(self) -> int:
        """n."""
        return len(self.order)

    def batches(self) -> Iterator[tuple[int, int]]:
        """The line cut into stretches of places, first to last."""
        size = max(-(-self.people // BATCHES), SMALLEST_BATCH)
        for first in range(0, self.people, size):
            yield first, min(first + size, self.people)

    def entries(self, places: Ints) -> Ints:
        """All entries of the people at the given places, person by person."""
        return stretches(self.start[places], self.start[places + 1])


def stand_in_line(market: Market) -> Line:
    """Put the people of a market in line and work out each one's priority at each plot he listed."""
    count = market.people
    order = order_of_people(market.keys, market.draw_number)
    start = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.diff(market.choice_start)[order], out=start[1:])
    narrow = np.int32 if 3 * count < 2**31 else np.int64
    line = Line(
        order=order.astype(narrow),
        start=start,
        plot=np.empty(start[-1], dtype=np.int32),
        priority=np.empty(start[-1], dtype=narrow),
        plots=market.plots,
    )
    for first, last in line.batches():
        _fill(line, market, first, last)
    return line


def order_of_people(keys: tuple[Ints, ...], draw_number: Ints) -> Ints:
    """People by standing, best first: by `keys` (most important first), then by draw number."""
    count = len(draw_number)
    drawn = np.empty(count, dtype=np.int64)
    drawn[draw_number - 1] = np.arange(count)
    packed, span = np.zeros(count, dtype=np.int64), max(count, 1)
    for key in keys if count else ():
        low, high = int(key.min()), int(key.max())
        span *= high - low + 1
        if span >= 2**62:
            by_keys: Ints = np.lexsort((draw_number, *reversed(keys)))
            return by_keys
        packed = packed * (high - low + 1) + (key - low)
    if span == count:
        return drawn
    # One sort of whole numbers that end in the draw's place: quicker than a sort by several keys.
    in_line: Ints = drawn[np.sort(packed[drawn] * count + np.arange(count)) % count]
    return in_line


def stretches(begins: Ints, ends: Ints) -> Ints:
    """The whole numbers of each stretch ``begins[i]…ends[i] - 1``, one stretch after the other."""
    length = ends - begins
    until = np.cumsum(length)
    if not len(until):
        return until
    numbers: Ints = np.arange(until[-1]) + np.repeat(begins - (until - length), length)
    return numbers


def _fill(line: Line, market: Market, first: int, last: int) -> None:
    """Write plots and priorities of the places from `first` until `last`."""
    people = line.order[first:last]
    length = np.diff(line.start[first : last + 1])
    place = np.repeat(np.arange(first, last, dtype=line.priority.dtype), length)
    plot = market.choice_plot[stretches(market.choice_start[people], market.choice_start[people + 1])]
    priority = place.copy()
    reserved = np.flatnonzero(market.reserved_for[plot])
    if len(reserved):
        group = market.reserved_for[plot[reserved]]
        outside = ~market.member[line.order[place[reserved]], group]
        priority[reserved[outside]] += line.people
    index = plot * np.int64(market.welcome.shape[1]) + np.repeat(market.trade[people], length)
    unwelcome = np.flatnonzero(~market.welcome.ravel()[index])
    priority[unwelcome] = place[unwelcome] + 2 * line.people
    begin, end = line.start[first], line.start[last]
    line.plot[begin:end], line.priority[begin:end] = plot, priority
