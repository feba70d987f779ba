"""What charts.js draws: the same numbers as the tables beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from programs.clusters.selectors import ExportLine, PlanProgress
from programs.dashboards.selectors.company import Funnel, Occupancy, Unmet
from programs.dashboards.selectors.estate import PlotMonth
from programs.dashboards.selectors.live import Line
from programs.dashboards.selectors.programme import ProgrammePage
from programs.dashboards.selectors.programmes import Programmes
from programs.wording import month_text

STRIP: Final[tuple[tuple[str, Promise], ...]] = (
    ("awarded", gettext_lazy("awarded")),
    ("offered", gettext_lazy("on offer")),
    ("free", gettext_lazy("free")),
    ("returned", gettext_lazy("taken back")),
    ("unprepared", gettext_lazy("not prepared yet")),
)
"""Parts of the strip of an estate, from the beginning of the line; each has its colour and its pattern."""
WIDTH: Final = 1000


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a strip: where it begins and how long it is, of WIDTH."""

    name: str
    label: str
    count: Decimal
    start: int
    length: int


def strip(row: Occupancy) -> list[Segment]:
    """The plots of an estate as one line; parts with nothing in them are left out."""
    counts = {
        "awarded": row.awarded.value,
        "offered": row.offered.value,
        "free": row.free.value,
        "returned": row.returned,
        "unprepared": row.unprepared,
    }
    total = sum(counts.values(), Decimal(0))
    found, so_far = [], Decimal(0)
    for name, label in STRIP:
        if counts[name]:
            start = int(so_far * WIDTH / total)
            so_far += counts[name]
            found.append(Segment(name, str(label), counts[name], start, int(so_far * WIDTH / total) - start))
    return found


def funnel(found: Funnel) -> dict[str, Any] | None:
    """Steps as lying bars; None without one."""
    if not found.steps:
        return None
    return {
        "type": "bar",
        "horizontal": True,
        "categories": [str(step.compared.metric.label) for step in found.steps],
        "series": [{"name": _("applications"), "values": [float(step.compared.total) for step in found.steps]}],
        "unit": "",
    }


def programmes(found: Programmes) -> dict[str, Any] | None:
    """Planned and done of each programme; None without one that is reported on."""
    lines = [line for line in found.lines if line.state is not None]
    if not lines:
        return None
    return {
        "type": "bar",
        "horizontal": True,
        "categories": [line.programme.display_name for line in lines],
        "series": [
            {"name": _("done"), "values": [_number(line.state.actual) for line in lines if line.state]},
            {"name": _("planned by now"), "values": [_number(line.state.planned) for line in lines if line.state]},
        ],
        "unit": _("percent"),
        "most": 100,
    }


def unmet(found: Unmet) -> dict[str, Any] | None:
    """Unmet demand by trade; None when there is none."""
    lines = found.trades[:8]
    if not lines:
        return None
    return {
        "type": "bar",
        "horizontal": True,
        "categories": [line.name for line in lines],
        "series": [{"name": _("applicants"), "values": [float(line.cell.value) for line in lines]}],
        "unit": pgettext("unit of a number", "applicants"),
    }


def curve(page: ProgrammePage) -> dict[str, Any] | None:
    """The S-curve, with a line at the judged month; None without plan and readings."""
    rows = page.curve
    if not any(row.planned is not None or row.actual is not None for row in rows):
        return None
    return {
        "type": "line",
        "categories": [month_text(row.month) for row in rows],
        "series": [
            {"name": _("done"), "values": [_number(row.actual) for row in rows]},
            {"name": pgettext("progress", "Planned"), "values": [_number(row.planned) for row in rows]},
        ],
        "unit": _("percent"),
        "most": 100,
        "mark": {"at": month_text(page.source.judged), "label": _("up to here")},
    }


def money(page: ProgrammePage) -> dict[str, Any] | None:
    """Approved, allocated and paid of each budget line, in millions of rials; None without lines."""
    if not page.lines:
        return None
    parts: Sequence[tuple[str, list[int]]] = (
        (pgettext("money", "approved"), [row.money.approved for row in page.lines]),
        (pgettext("money", "allocated"), [row.money.allocated_now for row in page.lines]),
        (pgettext("money", "paid"), [row.money.paid_now for row in page.lines]),
    )
    return {
        "type": "bar",
        "horizontal": True,
        "categories": [row.line.name for row in page.lines],
        "series": [{"name": name, "values": [value / 1_000_000 for value in values]} for name, values in parts],
        "unit": _("million rials"),
    }


def plot_months(months: Sequence[PlotMonth]) -> dict[str, Any] | None:
    """Plots of an estate month by month, in parts that add up; None before anybody counted."""
    if not months:
        return None
    parts = (
        (_("awarded"), [row.awarded for row in months]),
        (_("on offer"), [row.offered for row in months]),
        (_("free"), [row.free for row in months]),
        (_("not prepared or taken back"), [row.other for row in months]),
    )
    return {
        "type": "stacked",
        "categories": [month_text(row.month) for row in months],
        "series": [{"name": name, "values": [float(value) for value in values]} for name, values in parts],
        "unit": pgettext("unit of a number", "plots"),
    }


def demand(lines: Sequence[Line]) -> dict[str, Any] | None:
    """Unmet demand for a place by trade; None when there is none."""
    shown = lines[:8]
    if not shown:
        return None
    return {
        "type": "bar",
        "horizontal": True,
        "categories": [line.name for line in shown],
        "series": [{"name": _("applicants"), "values": [float(line.cell.value) for line in shown]}],
        "unit": pgettext("unit of a number", "applicants"),
    }


def exports(lines: Sequence[ExportLine], *, horizontal: bool = False) -> dict[str, Any] | None:
    """Exports in US dollars: years from the oldest on, or countries with the largest first; None without any."""
    if not lines:
        return None
    shown = lines[:8] if horizontal else list(reversed(lines))
    return {
        "type": "bar",
        "horizontal": horizontal,
        "categories": [line.label for line in shown],
        "series": [{"name": _("value (US dollars)"), "values": [float(line.value_usd) for line in shown]}],
        "unit": _("dollars"),
    }


def funding(plan: PlanProgress | None) -> dict[str, Any] | None:
    """Who bears what of a cluster's plan, in millions of rials; None without a plan or shares."""
    if plan is None or not plan.funding:
        return None
    return {
        "type": "bar",
        "horizontal": True,
        "categories": [name for name, _rials in plan.funding],
        "series": [{"name": _("budget"), "values": [rials / 1_000_000 for _name, rials in plan.funding]}],
        "unit": _("million rials"),
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
