"""The tables of the dashboards as CSV: header and rows of each, the same numbers as on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from programs.dashboards.selectors.company import funnel, live_groups, occupancy, unmet
from programs.dashboards.selectors.live import Figures
from programs.dashboards.selectors.programme import ProgrammePage
from programs.dashboards.selectors.programmes import Programmes
from programs.dashboards.wording import end_text

Table = tuple[Sequence[Any], list[Sequence[Any]]]


def funnel_table(figures: Figures) -> Table:
    """Steps with their whole, the change, and those who wait by age."""
    found = funnel(figures)
    header = [
        _("step"),
        pgettext("count", "Number"),
        _("percent of the first step"),
        _("a month ago"),
        _("a year ago"),
        *found.ages,
    ]
    return header, [
        [
            step.compared.metric.label, step.compared.total, step.share, step.compared.month_ago,
            step.compared.year_ago, *(cell.value for cell in step.ages),
        ]
        for step in found.steps
    ]  # fmt: skip


def occupancy_table(figures: Figures) -> Table:
    """Plots of each estate."""
    header = [_("estate"), _("plots"), _("prepared"), _("on offer"), _("awarded"), _("free")]
    return header, [
        [row.name, row.plots.value, row.prepared.value, row.offered.value, row.awarded.value, row.free.value]
        for row in occupancy(figures)
    ]


def unmet_table(figures: Figures) -> Table:
    """Demand that was not met, by trade, size and place."""
    found = unmet(figures)
    rows: list[Sequence[Any]] = []
    if found is not None:
        for kind, lines in ((_("trade"), found.trades), (_("size"), found.sizes), (_("place"), found.places)):
            rows += [[kind, line.name, line.cell.value] for line in lines]
    return [_("taken apart by"), "", _("applicants")], rows


def live_table(figures: Figures) -> Table:
    """All live figures."""
    header = [
        _("group"),
        _("figure"),
        pgettext("count", "Number"),
        _("unit"),
        _("a month ago"),
        _("a year ago"),
        _("read at"),
    ]
    return header, [
        [
            group.label, row.metric.label, row.total, row.metric.unit, row.month_ago, row.year_ago,
            row.figure.taken_at,
        ]
        for group in live_groups(figures)
        for row in group.figures
    ]  # fmt: skip


COMPANY: dict[str, Callable[[Figures], Table]] = {
    "funnel": funnel_table,
    "occupancy": occupancy_table,
    "unmet": unmet_table,
    "figures": live_table,
}


def programmes_table(found: Programmes) -> Table:
    """The programmes of the year with where they stand."""
    header = [
        _("group"), _("programme"), _("light"), _("month"), _("planned (percent)"), _("done (percent)"),
        _("deviation (points)"), _("needed each month (points)"), _("expected end"), _("earliest end"), _("latest end"),
        _("a month ago (percent)"), _("a year ago (percent)"),
    ]  # fmt: skip
    rows: list[Sequence[Any]] = []
    for group in found.groups:
        for line in group.lines:
            state = line.state
            facts: list[Any] = [None] * 8
            if state is not None:
                facts = [
                    state.month, state.planned, state.actual, state.deviation, state.needed,
                    end_text(state.trend, state.expected), state.earliest, state.latest,
                ]  # fmt: skip
            rows.append(
                [group.label, line.programme.display_name, line.light.label, *facts, line.month_ago, line.year_ago]
            )
    return header, rows


def curve_table(page: ProgrammePage) -> Table:
    """Planned and done by month."""
    header = [_("month"), _("planned (percent)"), _("done (percent)"), _("planned cost (rials)"), _("paid (rials)")]
    return header, [[row.month, row.planned, row.actual, row.planned_cost, row.paid] for row in page.curve]


def activities_table(page: ProgrammePage) -> Table:
    """Activities with their light."""
    header = [
        _("activity"), _("weight (percent)"), _("planned (percent)"), _("done (percent)"), _("deviation (points)"),
        _("light"), _("ends on"), _("expected end"), _("months late"),
    ]  # fmt: skip
    return header, [
        [
            row.activity.name, row.activity.weight, row.standing.planned, row.standing.actual, row.standing.deviation,
            row.light.label, row.activity.ends_on, row.standing.expected, row.slippage,
        ]
        for row in page.activities
    ]  # fmt: skip


def money_table(page: ProgrammePage) -> Table:
    """Budget lines."""
    header = [
        _("budget line"), _("source of funds"), _("year"), _("approved (rials)"), _("allocated (rials)"), _("paid (rials)"),
        _("paid, percent of approved"), _("paid, percent of allocated"),
    ]  # fmt: skip
    return header, [
        [
            row.line.name, row.line.get_source_of_funds_display(), row.line.year, row.money.approved,
            row.money.allocated_now, row.money.paid_now, row.money.paid_of_approved, row.money.paid_of_allocated,
        ]
        for row in page.lines
    ]  # fmt: skip


def indicators_table(page: ProgrammePage) -> Table:
    """Indicators, typed and live."""
    header = [
        _("indicator"),
        _("unit"),
        _("start"),
        _("target"),
        _("by readings"),
        _("counted by the portal"),
        _("percent of the way"),
    ]
    return header, [
        [
            row.indicator.name, row.indicator.unit, row.indicator.start_value, row.indicator.target_value, row.value,
            row.live, row.reached,
        ]
        for row in page.indicators
    ]  # fmt: skip


PROGRAMME: dict[str, Callable[[ProgrammePage], Table]] = {
    "curve": curve_table,
    "activities": activities_table,
    "money": money_table,
    "indicators": indicators_table,
}
