"""The part of a report that everybody may see."""

from __future__ import annotations

from typing import Any

from programs.dashboards.reports.blocks import Row
from programs.dashboards.reports.exhibitions import for_everybody


def public(data: Row) -> dict[str, Any]:
    """The figures everybody may see: public programmes without registers and money, and no hindrance, risk or firm."""
    hidden: dict[str, Any] = {"issues": [], "risks": []} | dict.fromkeys(
        ("bac", "pv", "ev", "ac", "spi", "cpi", "approved", "allocated")
    )
    shown = [{**row, **hidden} for row in data["programmes"] if row["is_public"]]
    groups = {row["group"] for row in shown}
    return {
        **data,
        "programmes": shown,
        "groups": [row for row in data["groups"] if row["value"] in groups],
        "clusters": [{**row, "plan": None, "exports": None, "marks_expiring": []} for row in data["clusters"]],
        "exhibitions": for_everybody(data["exhibitions"]),
        "events": [row for row in data["events"] if row["is_public"]],
        "figures": [],
        "decisions": [],
    }
