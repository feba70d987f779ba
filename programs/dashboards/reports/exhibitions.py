"""Exhibitions of the year that are over: what they cost and brought, frozen as JSON and shown as a table."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core.fields.language import local_digits
from core.persian.calendar import JalaliDate
from core.wording import day_text
from programs.dashboards.reports import blocks
from programs.dashboards.reports.blocks import Block, Row, number
from programs.dashboards.reports.plain import Data, plain
from programs.exhibitions.choices import FEWEST_ANSWERS, FEWEST_FIRMS, Status
from programs.exhibitions.selectors.summaries import Summary, finished, summaries

FIGURES = (
    "firms",
    "cost",
    "of_support",
    "cost_per_firm",
    "contacts",
    "contracts",
    "sales",
    "export_leads",
    "satisfaction",
)
MILLION = 1_000_000


def frozen(day: date) -> list[Data]:
    """Exhibitions that ended in the Jalali year of `day` and until that day; money in rials. 8 queries.

    `open_figures` are those everybody may see: once the report of the exhibition is closed, without sums of too few firms.
    """
    rows = finished(JalaliDate(JalaliDate.from_date(day).year, 1, 1).to_date(), day)
    whole, shown = summaries(rows, public=False), summaries(rows, public=True)
    return [
        {
            "slug": row.slug,
            "name": row.display_name,
            "city": row.city,
            "clusters": [cluster.display_name for cluster in row.clusters.all()],
            "ends_on": row.ends_on.isoformat(),
            "is_reported": row.status == Status.REPORTED,
            "figures": _figures(whole[row.pk]),
            "open_figures": _figures(shown[row.pk]) if row.status == Status.REPORTED else None,
        }
        for row in rows
    ]


def _figures(found: Summary) -> Data:
    return {name: plain(getattr(found, name)) for name in FIGURES}


def for_everybody(rows: list[Data]) -> list[Data]:
    """The same for the public report: closed ones alone, and their open figures."""
    return [{**row, "figures": row["open_figures"]} for row in rows if row["open_figures"] is not None]


def exhibition_blocks(data: Row) -> list[Block]:
    """The table with how to read it; nothing where no exhibition is over."""
    rows = data["exhibitions"]
    if not rows:
        return []
    head = [
        _("exhibition"), _("firms"), _("cost"), _("cost for each firm"), _("contracts"), _("sales"),
        _("satisfaction (1 to 5)"),
    ]  # fmt: skip
    words = {"firms": local_digits(FEWEST_FIRMS), "answers": local_digits(FEWEST_ANSWERS)}
    return [
        *blocks.table(head, [_line(row) for row in rows]),
        blocks.note(
            _(
                "Money in million rials. Sums of fewer than %(firms)s firms are not shown to the public, satisfaction from "
                "%(answers)s answers on."
            )
            % words
        ),
    ]


def _line(row: Row) -> list[str]:
    figures: dict[str, Any] = row["figures"]
    where = _(", ").join((row["city"], day_text(blocks.day(row["ends_on"]))))
    return [
        f"{row['name']}\n{where}", local_digits(figures["firms"]), _millions(figures["cost"]), _millions(figures["cost_per_firm"]),
        "–" if figures["contracts"] is None else local_digits(figures["contracts"]), _millions(figures["sales"]),
        number(figures["satisfaction"]),
    ]  # fmt: skip


def _millions(rials: int | None) -> str:
    return "–" if rials is None else number(str(round(rials / MILLION)))
