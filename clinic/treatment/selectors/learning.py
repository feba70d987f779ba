"""What the clinic learned: which remedies, for which causes, in which trades, were followed by revival.

A unit counts for a remedy and a cause when its case has ended and a project of that remedy, for that cause, was done in the
plan that was carried out. Numbers of fewer than five units are told nowhere, and none from which they could be worked out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from clinic.cases.choices import CaseStatus, Outcome
from clinic.cases.models import Cause
from clinic.privacy import FEWEST_UNITS, hide_few
from clinic.treatment.choices import PlanStatus, ProjectStatus
from clinic.treatment.effects import Share, wilson
from clinic.treatment.models import ProjectCause, Remedy
from estates.models import Trade


@dataclass(frozen=True, slots=True)
class TradeShare:
    """The same in one trade."""

    trade: str
    revived: Share


@dataclass(frozen=True, slots=True)
class Lesson:
    """One remedy for one cause: of so many units so many were revived; `trades` where enough of them are of one trade."""

    cause: str
    remedy: str
    revived: Share
    trades: list[TradeShare]


@dataclass(frozen=True, slots=True)
class Lessons:
    """What may be told, the most helpful first by the lower end of the interval; `hidden` pairs rest on too few units."""

    rows: list[Lesson]
    hidden: int
    cases: int


Fact = tuple[int, int, int, int, bool]
"""Cause, remedy, trade, unit (keys), and whether the unit was revived."""


def lessons(*, cause_id: int | None = None, trade_id: int | None = None) -> Lessons:
    """All that may be told, or of one cause, or of one trade. 4 queries."""
    facts = list(_facts())
    if cause_id is not None:
        facts = [one for one in facts if one[0] == cause_id]
    pairs: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    for one in facts:
        pairs[one[0], one[1]].append(one)
    causes, remedies, trades = _names(Cause), _names(Remedy), _names(Trade)
    rows, hidden = [], 0
    for (cause, remedy), found in pairs.items():
        shown = _by_trade(found)
        if trade_id is None:
            share = _share(found)
            told = share.whole >= FEWEST_UNITS
        else:
            share = shown.get(trade_id) or _share([one for one in found if one[2] == trade_id])
            told = trade_id in shown
        if not told:
            hidden += share.whole > 0
            continue
        by_trade = [TradeShare(trades[key], one) for key, one in shown.items()] if trade_id is None else []
        by_trade.sort(key=lambda one: (-one.revived.low, one.trade))
        rows.append(Lesson(causes[cause], remedies[remedy], share, by_trade))
    rows.sort(key=lambda row: (-row.revived.low, row.cause, row.remedy))
    return Lessons(rows, hidden, len({one[3] for one in facts}))


def _facts() -> Iterable[Fact]:
    done = ProjectCause.objects.filter(
        node__cause__isnull=False,
        project__status=ProjectStatus.DONE,
        project__plan__status=PlanStatus.ACCEPTED_BY_UNIT,
        project__plan__case__status=CaseStatus.CLOSED,
    )
    columns = (
        "node__cause_id", "project__remedy_id", "project__plan__case__unit__trade_id", "project__plan__case__unit_id",
        "project__plan__case__outcome",
    )  # fmt: skip
    for cause, remedy, trade, unit, outcome in done.order_by("project__plan__case__closed_at").values_list(*columns):
        yield cause, remedy, trade, unit, outcome == Outcome.REVIVED


def _share(facts: Iterable[Fact]) -> Share:
    """Of the units among `facts` those that were revived; a unit that was treated twice counts once, by its last case."""
    last = {one[3]: one[4] for one in facts}
    return wilson(sum(last.values()), len(last)) if last else Share(0, 0, 0.0, 0.0, 1.0)


def _by_trade(facts: list[Fact]) -> dict[int, Share]:
    """Shares of the trades that may be told beside the whole."""
    groups: dict[int, list[Fact]] = defaultdict(list)
    for one in facts:
        groups[one[2]].append(one)
    counts = {key: len({one[3] for one in found}) for key, found in groups.items()}
    if sum(counts.values()) < FEWEST_UNITS:
        return {}
    return {key: _share(groups[key]) for key in hide_few(counts)}


def _names(model: type[Cause] | type[Remedy] | type[Trade]) -> dict[int, str]:
    return {row.pk: row.display_name for row in model._default_manager.all()}
