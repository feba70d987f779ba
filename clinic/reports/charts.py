"""What charts.js draws on the dashboard of the clinic: the same numbers as the tables beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clinic.reports.selectors.causes import Pareto
from clinic.reports.selectors.outcomes import YearLine
from clinic.reports.selectors.waiting import Requests
from clinic.reports.selectors.work import LoadLine
from core.fields.language import active_language, local_digits
from core.persian.dates import format_date

MOST_BARS = 12


def requests(found: Requests) -> dict[str, Any] | None:
    """Requests month by month, in parts of services; None without any."""
    if not found.total:
        return None
    return {
        "type": "stacked",
        "categories": [format_date(row.month, "month", language=active_language()) for row in found.months],
        "series": [
            {"name": str(service.label), "values": [row.counts[place] for row in found.months]}
            for place, service in enumerate(found.services)
        ],
        "unit": pgettext("unit of a number", "requests"),
    }


def load(lines: Sequence[LoadLine]) -> dict[str, Any] | None:
    """Cases of each consultant beside the most he takes; None without consultants."""
    shown = lines[:MOST_BARS]
    if not shown:
        return None
    return {
        "type": "bar",
        "horizontal": True,
        "categories": [line.consultant.name for line in shown],
        "series": [
            {"name": _("cases now"), "values": [line.now for line in shown]},
            {"name": _("most he takes"), "values": [line.most for line in shown]},
        ],
        "unit": pgettext("unit of a number", "cases"),
    }


def causes(found: Pareto) -> dict[str, Any] | None:
    """Shares of the root causes, the most frequent first, with the line of their running sum (a Pareto chart); None without
    any that may be shown."""
    if not found.lines:
        return None
    return {
        "type": "bar",
        "horizontal": True,
        "categories": [line.cause.display_name for line in found.lines],
        "series": [
            {"name": _("units, in percent"), "values": [float(line.share) for line in found.lines]},
            {
                "name": _("together with those above (percent)"),
                "values": [float(line.cumulative) for line in found.lines],
                "line": True,
            },
        ],
        "unit": _("percent"),
        "most": 100,
    }


def capacity(lines: Sequence[YearLine]) -> dict[str, Any] | None:
    """Capacity in use before and after, by year of the closure; None where nothing may be shown."""
    known = [line for line in reversed(lines) if line.change.capacity_before is not None]
    if not known:
        return None
    return {
        "type": "bar",
        "categories": [local_digits(line.year) for line in known],
        "series": [
            {"name": _("before"), "values": [float(line.change.capacity_before or 0) for line in known]},
            {"name": _("after"), "values": [float(line.change.capacity_after or 0) for line in known]},
        ],
        "unit": _("percent"),
    }
