"""Waiting lists: who comes next at each plot if it falls free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allocations.engine.priority import is_eligible, standing, tier
from allocations.engine.values import Application, Plot, Priority, QueueLine, Rules


def waiting_lists(
    rules: Rules,
    plots: Sequence[Plot],
    applications: Sequence[Application],
    numbers: Mapping[str, int],
    held: Mapping[str, str],
) -> tuple[QueueLine, ...]:
    """The queue of every plot, sorted by plot code.

    In a plot's queue stands every application that is eligible for it, listed it, and holds nothing it
    ranked higher or equal, in order of priority. `held` maps application ids to plot codes.
    """
    by_code = {plot.plot: plot for plot in plots}
    queues: dict[str, list[tuple[Priority, str]]] = {code: [] for code in by_code}
    for one in applications:
        own = standing(rules, one, numbers[one.application])
        for code in one.choices:
            if code == held.get(one.application):
                break
            plot = by_code[code]
            if is_eligible(one, plot):
                queues[code].append(((tier(one, plot), *own), one.application))
    return tuple(QueueLine(code, tuple(name for _, name in sorted(queues[code]))) for code in sorted(queues))
