"""What the portal counts by itself, as a report freezes it: steps of applications, plots, unmet demand, other figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from programs.dashboards.reports.plain import Data, plain
from programs.dashboards.selectors import company
from programs.dashboards.selectors.live import Compared, Figures


def _compared(row: Compared) -> Data:
    return {
        "metric": row.metric.name,
        "label": str(row.metric.label),
        "unit": str(row.metric.unit),
        "total": plain(row.total),
        "month_ago": plain(row.month_ago),
        "year_ago": plain(row.year_ago),
    }


def funnel(figures: Figures) -> Data:
    """The steps, with the ages of those who wait."""
    found = company.funnel(figures)
    return {
        "ages": list(found.ages),
        "steps": [
            {**_compared(step.compared), "share": plain(step.share), "ages": [plain(cell.value) for cell in step.ages]}
            for step in found.steps
        ],
    }


def estates(figures: Figures) -> list[Data]:
    """Plots of each estate."""
    return [
        {
            "slug": row.slug,
            "name": row.name,
            **{name: plain(getattr(row, name).value) for name in ("plots", "prepared", "offered", "awarded", "free")},
            "returned": plain(row.returned),
            "unprepared": plain(row.unprepared),
        }
        for row in company.occupancy(figures)
    ]


def unmet(figures: Figures) -> Data | None:
    """Demand that was not met; None before it was read."""
    found = company.unmet(figures)
    if found is None:
        return None
    parts: Mapping[str, Any] = {"trades": found.trades, "sizes": found.sizes, "places": found.places}
    return _compared(found.compared) | {
        part: [{"code": line.code, "name": line.name, "value": plain(line.cell.value)} for line in lines]
        for part, lines in parts.items()
    }


def others(figures: Figures) -> list[Data]:
    """Every other figure apps offer."""
    return [
        {"group": group.label, **_compared(row), "app": row.metric.name.split(".")[0]}
        for group in company.live_groups(figures)
        for row in group.figures
    ]
