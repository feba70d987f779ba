"""Cut-offs: with what standing each plot was given, and how many wanted it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from allocations.engine.priority import is_eligible, tier
from allocations.engine.values import Application, CutoffLine, Plot


def cutoff_lines(
    plots: Sequence[Plot],
    applications: Sequence[Application],
    numbers: Mapping[str, int],
    held: Mapping[str, str],
) -> tuple[CutoffLine, ...]:
    """One line a plot, sorted by plot code. `held` maps application ids to plot codes."""
    by_code = {plot.plot: plot for plot in plots}
    wanted = Counter(code for one in applications for code in one.choices if is_eligible(one, by_code[code]))
    holders = {held[one.application]: one for one in applications if one.application in held}
    return tuple(cutoff_line(by_code[code], holders.get(code), numbers, wanted[code]) for code in sorted(by_code))


def cutoff_line(plot: Plot, holder: Application | None, numbers: Mapping[str, int], applicants: int) -> CutoffLine:
    """The cut-off of one plot; all but `applicants` is None when the plot stays free."""
    if holder is None:
        return CutoffLine(plot.plot, None, None, None, None, applicants)
    return CutoffLine(
        plot=plot.plot,
        holder=holder.application,
        tier=tier(holder, plot),
        score=holder.score,
        draw_number=numbers[holder.application],
        applicants=applicants,
    )
