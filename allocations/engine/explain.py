"""Why somebody got what he got: for each plot he listed, a reason code with the values a sentence needs.

No sentences here. The edges say it in the reader's language, such as "same score; draw number 17 came before
your 41" for ``BEHIND_BY_DRAW_NUMBER`` with own 41 and holder 17.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from allocations.engine.errors import EngineRefusal, Problem
from allocations.engine.priority import Component, components, is_eligible
from allocations.engine.values import Application, Outcome, Plot


class Reason(StrEnum):
    """What became of one listed plot."""

    AWARDED = "AWARDED"
    """It is his."""
    TRADE_NOT_ALLOWED = "TRADE_NOT_ALLOWED"
    """Passed over: the plot is for other trades (params `trade`, `trades`)."""
    HOLDS_BETTER = "HOLDS_BETTER"
    """Not asked for: he holds one he ranked higher (params `plot`, `choice`)."""
    BEHIND_BY_TIER = "BEHIND_BY_TIER"
    """The holder belongs to the group the plot is reserved for (params `own`, `holder`, `group`)."""
    BEHIND_BY_SCORE = "BEHIND_BY_SCORE"
    """The holder's score is higher (params `own`, `holder`, hundredths)."""
    BEHIND_BY_POINTS = "BEHIND_BY_POINTS"
    """Same score; more points in a tie-break criterion (params `own`, `holder`, `criterion`)."""
    BEHIND_BY_SUBMITTED_AT = "BEHIND_BY_SUBMITTED_AT"
    """The holder submitted earlier (params `own`, `holder`)."""
    BEHIND_BY_AMOUNT = "BEHIND_BY_AMOUNT"
    """The holder's amount is higher (params `own`, `holder`, rials)."""
    BEHIND_BY_DRAW_NUMBER = "BEHIND_BY_DRAW_NUMBER"
    """All else is equal; the holder's draw number is smaller (params `own`, `holder`)."""


@dataclass(frozen=True, slots=True)
class ChoiceExplanation:
    """What became of one plot of an application's list, and why.

    `choice` is its place in the list from 1. `own` and `theirs` are the standings at this plot part by part
    (`own` is empty when not eligible, `theirs` when the plot stayed free or is his own); the first part in
    which they differ is what `reason` and `params` tell. `queue_place` is his place in the plot's waiting
    list from 1, None when he is not in it; `applicants` counts the eligible who listed the plot.
    """

    plot: str
    choice: int
    reason: Reason
    params: Mapping[str, object]
    own: tuple[Component, ...]
    holder: str | None
    theirs: tuple[Component, ...]
    queue_place: int | None
    queue_length: int
    applicants: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """One application's result with an explanation of each plot it listed, in the order of its list."""

    application: str
    draw_number: int
    plot: str | None
    choice: int | None
    choices: tuple[ChoiceExplanation, ...]


class Explainer:
    """Explains the applications of one outcome; make it once for many of them.

    `queues` are the waiting lists as they are now (plot code to application ids), by default those of the
    run; after promotions give the current ones.
    """

    def __init__(self, outcome: Outcome, queues: Mapping[str, Sequence[str]] | None = None) -> None:
        self._rules = outcome.rules
        self._plots = {plot.plot: plot for plot in outcome.plots}
        self._applications = {one.application: one for one in outcome.applications}
        self._results = {line.application: line for line in outcome.results}
        self._cutoffs = {line.plot: line for line in outcome.cutoffs}
        if queues is None:
            queues = {line.plot: line.queue for line in outcome.waiting}
        self._places = {
            plot: {name: place for place, name in enumerate(queue, start=1)} for plot, queue in queues.items()
        }

    def explain(self, application: str) -> Explanation:
        """The explanation of one application id; raises EngineRefusal when it is not in the list."""
        if application not in self._applications:
            raise EngineRefusal(Problem("UNKNOWN_APPLICATION", "explain", {"application": application}))
        one, line = self._applications[application], self._results[application]
        choices = tuple(self._choice(one, self._plots[code], place) for place, code in enumerate(one.choices, start=1))
        return Explanation(application, line.draw_number, line.plot, line.choice, choices)

    def _choice(self, one: Application, plot: Plot, place: int) -> ChoiceExplanation:
        cutoff = self._cutoffs[plot.plot]
        eligible = is_eligible(one, plot)
        rival = None if cutoff.holder in (None, one.application) else cutoff.holder
        own = self._standing(one.application, plot) if eligible else ()
        theirs = self._standing(rival, plot) if rival is not None else ()
        reason, params = self._reason(one, plot, place, own, theirs)
        places = self._places.get(plot.plot, {})
        return ChoiceExplanation(
            plot=plot.plot,
            choice=place,
            reason=reason,
            params=params,
            own=own,
            holder=cutoff.holder,
            theirs=theirs,
            queue_place=places.get(one.application),
            queue_length=len(places),
            applicants=cutoff.applicants,
        )

    def _standing(self, application: str, plot: Plot) -> tuple[Component, ...]:
        number = self._results[application].draw_number
        return components(self._rules, plot, self._applications[application], number)

    def _reason(
        self,
        one: Application,
        plot: Plot,
        place: int,
        own: tuple[Component, ...],
        theirs: tuple[Component, ...],
    ) -> tuple[Reason, Mapping[str, object]]:
        if not own:
            return Reason.TRADE_NOT_ALLOWED, {"trade": one.trade, "trades": tuple(sorted(plot.trades))}
        line = self._results[one.application]
        if line.choice == place:
            return Reason.AWARDED, {}
        if line.choice is not None and line.choice < place:
            return Reason.HOLDS_BETTER, {"plot": line.plot, "choice": line.choice}
        mine, other = next(pair for pair in zip(own, theirs, strict=True) if pair[0] != pair[1])
        params: dict[str, object] = {"own": mine.value, "holder": other.value}
        if mine.name == "tier":
            params["group"] = plot.reserved_for
        if mine.criterion is not None:
            params["criterion"] = mine.criterion
        return Reason(f"BEHIND_BY_{mine.name.upper()}"), params


def explain(outcome: Outcome, application: str) -> Explanation:
    """The explanation of one application of an outcome, with the queues of the run."""
    return Explainer(outcome).explain(application)
