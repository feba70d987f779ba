"""Waiting lists of the fast path: all entries that wait, by plot, then by priority, by counting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

import numpy as np

from allocations.engine.arrays import Ints
from allocations.engine.line import Line, stretches


class Queues(TypedDict):
    """The part of a Solution that is made here."""

    applicants: Ints
    queue_start: Ints
    queue: Ints


def queues_and_counts(line: Line, held: Ints) -> Queues:
    """Queues and numbers of eligible applicants of every plot; `held` are the entries that won a plot.

    Entries come along the line, so within one plot and tier they are in order of priority already: it is
    enough to count how many there are and to put each in its place.
    """
    applicants = np.zeros(line.plots, dtype=np.int64)
    ranges = np.zeros(2 * line.plots, dtype=np.int64)
    waiting = []
    for entries, waits in _eligible(line, held):
        plot = line.plot[entries]
        applicants += np.bincount(plot, minlength=line.plots)
        place = line.priority[entries[waits]]
        code = plot[waits] * 2 + (place >= line.people)
        ranges += np.bincount(code, minlength=2 * line.plots)
        waiting.append((code, place % line.people))
    ends = np.cumsum(ranges)
    queue = np.empty(ends[-1] if len(ends) else 0, dtype=line.order.dtype)
    free = ends - ranges
    for code, place in waiting:
        by_code = _stable_order(code)
        sorted_code = code[by_code]
        first = np.flatnonzero(np.diff(sorted_code, prepend=-1))
        length = np.diff(first, append=len(code))
        codes = sorted_code[first]
        queue[stretches(free[codes], free[codes] + length)] = line.order[place[by_code]]
        free[codes] += length
    return Queues(applicants=applicants, queue_start=np.concatenate(([0], ends[1::2])), queue=queue)


def _eligible(line: Line, held: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Batch by batch: the eligible entries, and which of them come before what their owner holds."""
    until = line.start[1:].copy()
    until[line.priority[held] % max(line.people, 1)] = held
    for first, last in line.batches():
        begin, end = line.start[first], line.start[last]
        entries = begin + np.flatnonzero(line.priority[begin:end] < 2 * line.people)
        waits = np.flatnonzero(entries < until[line.priority[entries] % line.people])
        yield entries, waits


def _stable_order(codes: Ints) -> Ints:
    """Like ``np.argsort(codes, kind="stable")`` for codes below 2**32, which NumPy does by comparing.

    Sixteen bits at a time NumPy counts instead, several times quicker.
    """
    low = np.argsort((codes & 0xFFFF).astype(np.uint16), kind="stable")
    if not len(codes) or codes.max() < 2**16:
        return low
    return low[np.argsort((codes[low] >> 16).astype(np.uint16), kind="stable")]
