"""The fast path from the engine's values to its values, by way of arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allocations.engine.arrays import market
from allocations.engine.matching_fast import solve
from allocations.engine.values import Application, CutoffLine, Plot, QueueLine, ResultLine, Rules

Lines = tuple[tuple[ResultLine, ...], tuple[QueueLine, ...], tuple[CutoffLine, ...]]


def allocate_fast(
    rules: Rules,
    plots: Sequence[Plot],
    applications: Sequence[Application],
    numbers: Mapping[str, int],
) -> Lines:
    """Results, waiting lists and cut-offs, sorted like the record; equal to the reference path's."""
    plots = sorted(plots, key=lambda plot: plot.plot)
    applications = sorted(applications, key=lambda one: one.application)
    solved = solve(market(rules, plots, applications, numbers))
    codes: list[str | None] = [plot.plot for plot in plots]
    codes.append(None)  # place -1: no plot
    ids = [one.application for one in applications]
    results = tuple(
        ResultLine(name, numbers[name], codes[plot], choice or None)
        for name, plot, choice in zip(ids, solved.plot.tolist(), solved.choice.tolist(), strict=True)
    )
    queue = [ids[person] for person in solved.queue.tolist()]
    starts = solved.queue_start.tolist()
    waiting = tuple(
        QueueLine(plot.plot, tuple(queue[starts[place] : starts[place + 1]])) for place, plot in enumerate(plots)
    )
    holders, tiers, applicants = solved.holder.tolist(), solved.tier.tolist(), solved.applicants.tolist()
    cutoffs = tuple(
        _cutoff(plot, applications[holder] if holder >= 0 else None, tier, numbers, wanted)
        for plot, holder, tier, wanted in zip(plots, holders, tiers, applicants, strict=True)
    )
    return results, waiting, cutoffs


def _cutoff(
    plot: Plot, holder: Application | None, tier: int, numbers: Mapping[str, int], applicants: int
) -> CutoffLine:
    if holder is None:
        return CutoffLine(plot.plot, None, None, None, None, applicants)
    number = numbers[holder.application]
    return CutoffLine(plot.plot, holder.application, tier, holder.score, number, applicants)
