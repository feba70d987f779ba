"""Pieces of paper and slides as plain JSON for the templates; every number is text in the reader's digits already.

A cell of a table is a text, or `{"light", "text"}`. Lengths of drawings are shares from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from core.fields.language import local_digits, with_percent
from core.pdf.blocks import Block, facts, heading, lead, note, table, together
from programs.dashboards.charts import STRIP
from programs.dashboards.choices import LightColour
from programs.dashboards.wording import change_text, end_text, number_text, range_text
from programs.wording import month_text

__all__ = [
    "Block", "Row", "bars", "bullets", "change", "curve", "day", "decimal", "end", "facts", "heading", "lead", "light",
    "lights", "note", "number", "percent", "strips", "table", "together",
]  # fmt: skip

Row = Mapping[str, Any]
HUNDRED: Final = Decimal(100)


def number(value: str | None) -> str:
    """A frozen number for reading; a dash for none."""
    return "–" if value is None else number_text(Decimal(value))


def percent(value: str | None) -> str:
    """A frozen percent for reading."""
    return "–" if value is None else with_percent(number_text(Decimal(value)))


def day(value: str) -> date:
    """A frozen day."""
    return date.fromisoformat(value)


def decimal(value: str | None) -> Decimal | None:
    """A frozen number to reckon with."""
    return None if value is None else Decimal(value)


def change(row: Row) -> str:
    """By how much a figure moved since a month ago."""
    before = decimal(row["month_ago"])
    return change_text(None if before is None else Decimal(row["total"]) - before)


def light(row: Row) -> dict[str, str]:
    """The light of a programme as a cell."""
    return {"light": row["light"], "text": row["light_label"]}


def end(row: Row) -> str:
    """The expected end with its range; "" where nothing is known."""
    if row["trend"] is None:
        return ""
    expected, earliest, latest = (
        None if row[name] is None else day(row[name]) for name in ("expected", "earliest", "latest")
    )
    told = range_text(row["trend"], earliest, latest)
    return end_text(row["trend"], expected) + (f" ({told})" if told else "")


def lights(programmes: Sequence[Row]) -> Block:
    """How many of each light."""
    counts = [(colour, sum(1 for row in programmes if row["light"] == colour)) for colour in LightColour]
    return {
        "kind": "lights",
        "rows": [
            {"light": colour.value, "text": str(colour.label), "count": local_digits(count)}
            for colour, count in counts
            if count
        ],
    }


def curve(row: Row, *, month: str) -> list[Block]:
    """The S-curve; nothing where neither plan nor progress is known."""
    points = row["curve"]
    if not any(point["planned"] or point["actual"] for point in points):
        return []
    return [
        {
            "kind": "curve",
            "planned": [_share(point["planned"]) for point in points],
            "actual": [_share(point["actual"]) for point in points],
            "months": [month_text(day(point["month"])).split()[0] for point in points],
            "now": next((place for place, point in enumerate(points) if point["month"] == month), -1),
            "labels": {"planned": _("planned"), "actual": _("done"), "now": _("up to here")},
            "scale": [with_percent(local_digits(value)) for value in (0, 25, 50, 75, 100)],
        }
    ]


def _share(value: str | None) -> float | None:
    return None if value is None else float(Decimal(value) / HUNDRED)


def bars(rows: Sequence[tuple[str, str]]) -> list[Block]:
    """Lying bars; the longest takes the whole width."""
    most = max((Decimal(value) for _name, value in rows), default=Decimal(0))
    if not most:
        return []
    return [
        {
            "kind": "bars",
            "rows": [
                {"name": name, "share": float(Decimal(value) / most), "text": number(value)} for name, value in rows
            ],
        }
    ]


def bullets(programmes: Sequence[Row]) -> list[Block]:
    """Done as a bar and planned as a mark, of each programme that is reported on."""
    rows = [
        {
            "name": row["name"],
            "light": row["light"],
            "done": _share(row["actual"]) or 0.0,
            "planned": _share(row["planned"]),
            "text": percent(row["actual"]),
        }
        for row in programmes
        if row["actual"] is not None or row["planned"] is not None
    ]
    return [{"kind": "bullets", "rows": rows, "labels": {"planned": _("planned by now")}}] if rows else []


def strips(estates: Sequence[Row]) -> list[Block]:
    """Plots of each estate as one line of parts, with a key."""
    rows = []
    for row in estates:
        total = sum((Decimal(row[name]) for name, _label in STRIP), Decimal(0))
        if total:
            parts = [{"part": name, "share": float(Decimal(row[name]) / total)} for name, _label in STRIP]
            rows.append({"name": row["name"], "text": number(row["plots"]), "parts": parts})
    key = [{"part": name, "text": str(label)} for name, label in STRIP]
    return [{"kind": "strips", "rows": rows, "key": key}] if rows else []
