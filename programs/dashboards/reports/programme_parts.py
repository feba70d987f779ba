"""One programme on paper and slides."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from core.fields.language import local_digits
from programs.dashboards.reports import blocks
from programs.dashboards.reports.blocks import Block, Row, number, percent
from programs.dashboards.wording import deviation_text, needed_text
from programs.wording import month_text


def standing(row: Row, month: str) -> list[Block]:
    """Light, facts and S-curve of a programme."""
    why = deviation_text(blocks.decimal(row["deviation"]))
    return [
        {"kind": "verdict", **blocks.light(row), "why": why},
        *blocks.facts(facts(row)),
        *blocks.curve(row, month=month),
    ]


def facts(row: Row) -> list[tuple[str, str]]:
    """What is known of a programme, in words."""
    has_state = row["state_month"] is not None
    at = month_text(blocks.day(row["state_month"])) if has_state else ""
    rows = [
        (_("State"), row["status_label"]),
        (_("done by the end of %(month)s") % {"month": at}, percent(row["actual"])) if has_state else ("", ""),
        (_("planned by the end of %(month)s") % {"month": at}, percent(row["planned"])) if has_state else ("", ""),
        (_("expected end"), blocks.end(row)),
        (
            _("what must happen"),
            needed_text(blocks.decimal(row["needed"]), blocks.day(row["ends_on"])) if has_state else "",
        ),
    ]
    if row["approved"]:
        words = {"approved": number(_rials(row["approved"])), "paid": number(_rials(row["ac"]))}
        rows.append((_("money"), _("%(paid)s of %(approved)s million rials approved are paid") % words))
    if row["spi"] is not None and row["cpi"] is not None:
        rows.append((_("work and money (SPI, CPI)"), f"{number(row['spi'])} · {number(row['cpi'])}"))
    return [row for row in rows if row[0]]


def _rials(value: Any) -> str:
    return str(round(Decimal(value) / 1_000_000))


def registers(row: Row) -> list[Block]:
    """What hinders, and the risks."""
    found: list[Block] = []
    if row["issues"]:
        found += blocks.table(
            [_("what hinders"), _("what is done about it")],
            [[issue["name"], issue["response"] or "–"] for issue in row["issues"]],
            wide=(0, 1),
        )
    if row["risks"]:
        found += blocks.table(
            [_("risk"), _("weight"), _("what is done about it")],
            [[risk["name"], local_digits(risk["score"]), risk["response"] or "–"] for risk in row["risks"]],
            wide=(0, 2),
        )
    return found
