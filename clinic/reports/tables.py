"""The tables of the clinic's dashboard as CSV: header and rows of each, the same numbers as on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clinic.cases.choices import Outcome
from clinic.reports.selectors.dashboard import Dashboard

Table = tuple[Sequence[Any], list[Sequence[Any]]]


def requests_table(page: Dashboard) -> Table:
    """Requests month by month."""
    found = page.requests
    header = [_("month"), *(str(one.label) for one in found.services), _("together")]
    return header, [[row.month, *row.counts, row.total] for row in found.months]


def stages_table(page: Dashboard) -> Table:
    """Cases by stage."""
    return [pgettext("case", "stage"), _("cases")], [[row.label, row.count] for row in page.stages]


def units_table(page: Dashboard) -> Table:
    """Units of the register by band."""
    return [_("band"), _("units")], [[row.label, row.count] for row in page.bands.lines]


def waits_table(page: Dashboard) -> Table:
    """Days to the first visit and report."""
    header = [_("days until"), _("units"), _("median (days)"), _("three of four within (weeks)")]
    return header, [[label, wait.units, wait.middle, wait.weeks] for label, wait in page.wait_lines]


def load_table(page: Dashboard) -> Table:
    """Cases of each consultant."""
    header = [_("consultant"), _("cases now"), _("most he takes"), _("cases seen to their end")]
    return header, [[line.consultant.name, line.now, line.most, line.finished] for line in page.load]


def outcomes_table(page: Dashboard) -> Table:
    """Closed cases by year."""
    header = [
        _("year"), _("closed cases"), *(str(one.label) for one in Outcome), pgettext("work", "jobs"), _("capacity before (percent)"),
        _("capacity after (percent)"),
    ]  # fmt: skip
    return header, [
        [
            line.year, line.closed, *line.by_outcome, line.change.jobs, line.change.capacity_before,
            line.change.capacity_after,
        ]
        for line in page.outcomes
    ]  # fmt: skip


def causes_table(page: Dashboard) -> Table:
    """Root causes by share, for the choice made."""
    header = [_("root cause"), _("units"), _("units, in percent"), _("together with those above (percent)")]
    return header, [[row.cause.display_name, row.units, row.share, row.cumulative] for row in page.pareto.lines]


def satisfaction_table(page: Dashboard) -> Table:
    """Means of the ratings by units."""
    return [_("criterion"), _("mean (1 to 5)")], [[line.label, line.mean] for line in page.satisfaction.lines]


TABLES: dict[str, Callable[[Dashboard], Table]] = {
    "units": units_table,
    "requests": requests_table,
    "stages": stages_table,
    "waits": waits_table,
    "load": load_table,
    "outcomes": outcomes_table,
    "causes": causes_table,
    "satisfaction": satisfaction_table,
}
