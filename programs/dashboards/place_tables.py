"""The tables of an estate's and a cluster's page as CSV: header and rows of each, the same numbers as on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from programs.dashboards.selectors.cluster import ClusterPage, in_its_decimals
from programs.dashboards.selectors.estate import EstatePage
from programs.dashboards.tables import Table
from programs.dashboards.wording import end_text


def plots_table(page: EstatePage) -> Table:
    """Plots with their state, and how often they were named."""
    header = [_("plot"), _("block"), _("state"), _("area (m²)"), _("applications that name it")]
    return header, [
        [row.plot.code, row.plot.block.code if row.plot.block else "", row.status.label, row.plot.area_m2, row.wanted]
        for row in page.plots
    ]


def months_table(page: EstatePage) -> Table:
    """Plots by month."""
    header = [_("month"), _("plots"), _("awarded"), _("on offer"), _("free"), _("not prepared or taken back")]
    return header, [[row.month, row.plots, row.awarded, row.offered, row.free, row.other] for row in page.months]


def demand_table(page: EstatePage) -> Table:
    """What was asked for here, and what was wanted and not given."""
    rows: list[Sequence[Any]] = [[_("applications"), row.metric.label, row.cell.value] for row in page.asked]
    rows += [[_("trade"), line.name, line.cell.value] for line in page.trades]
    rows += [[_("size"), line.name, line.cell.value] for line in page.sizes]
    return [_("taken apart by"), "", _("number")], rows


def register_table(page: EstatePage) -> Table:
    """The demand register at this place, by trade."""
    header = [
        _("Trade"), _("Asked for this place"), _("Anywhere in the county"), _("Left without by calls"),
        _("Free plots that suit"), _("Lacking"),
    ]  # fmt: skip
    return header, [[row.trade, row.named, row.county, row.unmet, row.free, row.gap] for row in page.register]


def utilities_table(page: EstatePage) -> Table:
    """Services with their capacity."""
    header = [_("service"), _("state"), _("capacity"), _("unit"), _("note"), _("as of"), _("source")]
    return header, [
        [
            row.get_kind_display(), row.get_state_display(), row.capacity, row.get_capacity_unit_display(), row.note,
            row.as_of, row.source,
        ]
        for row in page.utilities
    ]  # fmt: skip


def programmes_table(page: EstatePage) -> Table:
    """Programmes that work for the place."""
    header = [_("programme"), _("light"), _("month"), _("planned (percent)"), _("done (percent)"), _("expected end")]
    return header, [
        [
            line.programme.display_name, line.light.label, line.state.month, line.state.planned, line.state.actual,
            end_text(line.state.trend, line.state.expected),
        ]
        for line in page.programmes
        if line.state
    ]  # fmt: skip


ESTATE: dict[str, Callable[[EstatePage], Table]] = {
    "plots": plots_table,
    "months": months_table,
    "demand": demand_table,
    "register": register_table,
    "utilities": utilities_table,
    "programmes": programmes_table,
}


def actions_table(page: ClusterPage) -> Table:
    """The plan in force, action by action."""
    header = [_("goal"), _("action"), _("responsible"), _("state"), _("due on"), _("budget (rials)")]
    items = page.plan.items if page.plan else ()
    return header, [
        [row.goal, row.action, row.owner, row.get_status_display(), row.due_on, row.budget] for row in items
    ]


def contracts_table(page: ClusterPage) -> Table:
    """Contracts with development agents, each payment on its own line."""
    header = [
        _("development agent"), _("contract number"), _("state"), _("from"), _("until"), _("amount of the contract (rials)"),
        _("phase"), _("payment (rials)"), _("due on"), _("paid on"),
    ]  # fmt: skip
    rows: list[Sequence[Any]] = []
    for line in page.contracts:
        row = line.contract
        facts = [row.agent_name, row.number, row.get_status_display(), row.starts_on, row.ends_on, row.amount]
        payments: list[list[Any]] = [
            [one.row.get_phase_display(), one.row.amount, one.row.due_on, one.row.paid_on] for one in line.payments
        ]
        rows += [[*facts, *payment] for payment in payments or [[None] * 4]]
    return header, rows


def effects_table(page: ClusterPage) -> Table:
    """Indicators before, after and by year."""
    header = [_("indicator"), _("unit"), _("before"), _("after"), _("members"), *page.years]
    return header, [
        [
            row.indicator.name, row.indicator.unit, in_its_decimals(row.indicator, row.before),
            in_its_decimals(row.indicator, row.after), row.members, *by_year.values,
        ]
        for row, by_year in zip(page.effects, page.indicators, strict=True)
    ]  # fmt: skip


def exports_table(page: ClusterPage) -> Table:
    """Exports by year, country and product."""
    header = [_("taken apart by"), "", _("value (US dollars)"), _("weight (kg)"), _("firms")]
    parts = (
        (_("year"), page.exports.by_year), (_("country"), page.exports.by_country), (_("product"), page.exports.by_product),
    )  # fmt: skip
    return header, [
        [kind, line.label, line.value_usd, line.weight_kg, line.firms] for kind, lines in parts for line in lines
    ]


def marks_table(page: ClusterPage) -> Table:
    """Brands and trade marks."""
    header = [_("brand"), _("state"), _("applied"), _("granted"), _("valid until")]
    return header, [
        [mark.row.brand, mark.label, mark.row.applied_on, mark.row.granted_on, mark.row.expires_on]
        for mark in page.marks
    ]


def needs_table(page: ClusterPage) -> Table:
    """Technology needs."""
    header = [_("need"), _("member"), _("state"), _("since")]
    return header, [
        [row.need, row.member.display_name, row.get_status_display(), row.opened_on] for row in page.needs.rows
    ]


def exhibitions_table(page: ClusterPage) -> Table:
    """What exhibitions cost and brought; money in rials."""
    header = [
        _("exhibition"), _("last day"), _("firms"), _("cost"), _("contacts"), _("contracts"), _("export leads"),
        _("sales"), _("satisfaction (1 to 5)"),
    ]  # fmt: skip
    return header, [
        [row.exhibition.display_name, row.exhibition.ends_on, row.sums.firms, row.sums.cost, row.sums.contacts,
         row.sums.contracts, row.sums.export_leads, row.sums.sales, row.sums.satisfaction]
        for row in page.held
    ]  # fmt: skip


CLUSTER: dict[str, Callable[[ClusterPage], Table]] = {
    "actions": actions_table,
    "contracts": contracts_table,
    "effects": effects_table,
    "exhibitions": exhibitions_table,
    "exports": exports_table,
    "marks": marks_table,
    "needs": needs_table,
}
