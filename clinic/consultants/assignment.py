"""Who takes which place so that the sum of the costs is least. Pure, in whole numbers: equal input gives equal output
everywhere."""

from __future__ import annotations

import math
from collections.abc import Sequence


def assign(cost: Sequence[Sequence[int]]) -> list[int]:
    """The column of each row so that all differ and the sum is least (Kuhn and Munkres, by shortest paths); at least as many
    columns as rows. Whole numbers, so equal input gives equal output everywhere."""
    rows, columns = len(cost), len(cost[0]) if cost else 0
    over_rows, over_columns = [0] * (rows + 1), [0] * (columns + 1)
    holder, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        holder[0] = row
        _grow(cost, row, over_rows, over_columns, holder, way)
    found = [0] * rows
    for column in range(1, columns + 1):
        if holder[column]:
            found[holder[column] - 1] = column - 1
    return found


def _grow(
    cost: Sequence[Sequence[int]], row: int, u: list[int], v: list[int], holder: list[int], way: list[int]
) -> None:
    """Make room for one more row along the cheapest alternating path; `u` and `v` are the prices of rows and columns."""
    columns = len(v) - 1
    least: list[float] = [math.inf] * (columns + 1)
    seen = [False] * (columns + 1)
    at = 0
    while True:
        seen[at] = True
        here = holder[at]
        step, following = _cheapest(cost, here, u, v, least, seen, way, at)
        for column in range(columns + 1):
            if seen[column]:
                u[holder[column]] += step
                v[column] -= step
            else:
                least[column] -= step
        at = following
        if holder[at] == 0:
            break
    while at:
        holder[at] = holder[way[at]]
        at = way[at]


def _cheapest(
    cost: Sequence[Sequence[int]], here: int, u: list[int], v: list[int], least: list[float], seen: list[bool],
    way: list[int], at: int,
) -> tuple[int, int]:  # fmt: skip
    step, following = math.inf, 0
    for column in range(1, len(v)):
        if seen[column]:
            continue
        price = cost[here - 1][column - 1] - u[here] - v[column]
        if price < least[column]:
            least[column], way[column] = price, at
        if least[column] < step:
            step, following = least[column], column
    return int(step), following
