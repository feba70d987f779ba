"""The report as a paper: cover, summary, what is to be decided, programmes, plots, clusters, demand, and how it was reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from core.fields.language import active_language, local_digits
from core.wording import day_text
from programs.dashboards.reports import blocks, programme_parts
from programs.dashboards.reports.blocks import Block, Row, number, percent
from programs.dashboards.reports.decisions import by_subject
from programs.dashboards.reports.decisions import rule_text as decisions_rule
from programs.dashboards.reports.exhibitions import exhibition_blocks
from programs.dashboards.reports.words import as_of_text, sample_text, title_of
from programs.dashboards.wording import rule_text
from programs.forecast import Rule

LONGEST = 10


def paper(data: Row, *, version: int, is_public: bool) -> dict[str, Any]:
    """What templates/dashboards/pdf/report.typ shows, in the active language."""
    parts = [*_summary(data)]
    if not is_public:
        parts += _decisions(data)
    parts += [*_programmes(data), *_funnel(data), *_estates(data), *_clusters(data), *_unmet(data)]
    if not is_public:
        parts += _figures(data)
    return {
        "title": title_of(data),
        "company": _("Zanjan Province Industrial Estates Company"),
        "lang": active_language(),
        "subtitle": _("Programmes, plots and clusters of the company, for everybody")
        if is_public
        else _("Programmes, plots and clusters of the company, for the general assembly"),
        "as_of": as_of_text(data),
        "version": _("Version %(number)s") % {"number": local_digits(version)},
        "sample": sample_text(data),
        "contents": _("Contents"),
        "cover": [blocks.lights(data["programmes"])],
        "blocks": [*parts, *_method(data)],
    }


def _summary(data: Row) -> list[Block]:
    found = [blocks.heading(_("Summary"))]
    for group in data["groups"]:
        rows = [row for row in data["programmes"] if row["group"] == group["value"]]
        found += [
            blocks.heading(_capital(group["label"]), 2),
            *blocks.table(
                [_("programme"), _("light"), _("done"), _("planned"), _("a month ago"), _("expected end")],
                [_line(row) for row in rows],
                wide=(0, 5),
            ),
        ]
    if not data["groups"]:
        found.append(blocks.note(_("No programme stands in the plan of this year")))
    return found


def _line(row: Row) -> list[Any]:
    return [
        row["name"], blocks.light(row), percent(row["actual"]), percent(row["planned"]), percent(row["month_ago"]),
        blocks.end(row) or "–",
    ]  # fmt: skip


def _decisions(data: Row) -> list[Block]:
    return [
        blocks.heading(_("What is to be decided")),
        *blocks.table(
            [_("subject"), _("why it stands here")],
            by_subject(data["decisions"]),
            wide=(0, 1),
            empty=_("Nothing stands out this month."),
        ),
        blocks.note(decisions_rule()),
    ]


def _programmes(data: Row) -> list[Block]:
    found = [blocks.heading(_("Programmes one by one"))]
    for row in data["programmes"]:
        whole = [blocks.heading(row["name"], 2), *programme_parts.standing(row, data["month"])]
        found += [blocks.together(whole), *programme_parts.registers(row)]
    return found if data["programmes"] else []


def _funnel(data: Row) -> list[Block]:
    return [blocks.heading(_("From application to plot")), *funnel_blocks(data)]


def funnel_blocks(data: Row) -> list[Block]:
    """The steps as bars and as a table with the ages of those who wait."""
    steps, ages = data["funnel"]["steps"], data["funnel"]["ages"]
    if not steps:
        return [blocks.note(_("These figures were not read in this month."))]
    return [
        *blocks.bars([(step["label"], step["total"]) for step in steps]),
        *blocks.table(
            [_("step"), _("number"), _("since a month ago"), *ages],
            [[step["label"], number(step["total"]), blocks.change(step), *map(number, step["ages"])] for step in steps],
        ),
        blocks.note(_("The whole counts everybody who got this far; the ages count those who wait at this step now.")),
    ]


def _estates(data: Row) -> list[Block]:
    return [blocks.heading(_("Plots of each estate")), *estates_blocks(data), *_plots(data["estates"])]


def estates_blocks(data: Row) -> list[Block]:
    """Plots of each estate as a line of parts."""
    return blocks.strips(data["estates"]) or [blocks.note(_("These figures were not read in this month."))]


def _plots(rows: Sequence[Row]) -> list[Block]:
    names = ("plots", "prepared", "offered", "awarded", "free")
    head = [_("estate"), _("plots"), _("prepared"), _("on offer"), _("awarded"), _("free")]
    return blocks.table(head, [[row["name"], *(number(row[name]) for name in names)] for row in rows])


def _clusters(data: Row) -> list[Block]:
    shown = exhibition_blocks(data)
    title = [blocks.heading(_("What exhibitions of this year cost and brought"), 2)] if shown else []
    return [
        blocks.heading(_("Clusters, exhibitions and courses")), *clusters_blocks(data), *_events(data), *title, *shown,
    ]  # fmt: skip


def clusters_blocks(data: Row) -> list[Block]:
    """Where each cluster stands."""
    head = [
        _("cluster"), _("phase"), _("members"), _("people at work"), _("plan done"), _("exports of a year (US dollars)"),
    ]  # fmt: skip
    return blocks.table(
        head, [_cluster(row) for row in data["clusters"]], wide=(0, 1), empty=_("No cluster is worked on yet.")
    )


def _cluster(row: Row) -> list[str]:
    exports = row["exports"]
    return [
        row["name"], row["phase"] or "–", local_digits(row["members"]), local_digits(row["staff"]),
        percent(row["plan"]["done_percent"]) if row["plan"] else "–",
        f"{number(exports['usd'])} ({exports['year']})" if exports else "–",
    ]  # fmt: skip


def _events(data: Row) -> list[Block]:
    rows = [
        [row["title"], row["kind"], row["of"], row["place"] or "–", day_text(blocks.day(row["starts_on"]))]
        for row in data["events"]
    ]
    head = [_("event"), _("kind"), _("for"), _("place"), _("from")]
    return blocks.table(head, rows, empty=_("No event of a cluster and no course began in this month."))


def _unmet(data: Row) -> list[Block]:
    return [blocks.heading(_("Wanted and not given")), *unmet_blocks(data), *_parts(data["unmet"])]


def unmet_blocks(data: Row) -> list[Block]:
    """How many wanted a plot and got none, and in which trades."""
    found = data["unmet"]
    if found is None:
        return [blocks.note(_("These figures were not read in this month."))]
    words = {"number": number(found["total"]), "label": found["label"], "change": blocks.change(found)}
    return [
        blocks.lead(_("%(number)s %(label)s; since a month ago: %(change)s.") % words),
        *blocks.bars([(line["name"], line["value"]) for line in found["trades"][:LONGEST]]),
    ]


def _parts(found: Row | None) -> list[Block]:
    if found is None:
        return []
    made: list[Block] = []
    for part, label in (("sizes", _("size")), ("places", _("county"))):
        made += blocks.table([label, _("applicants")], [[row["name"], number(row["value"])] for row in found[part]])
    return made


def _figures(data: Row) -> list[Block]:
    rows = [
        [row["label"], row["group"], f"{number(row['total'])} {row['unit']}", blocks.change(row)]
        for row in data["figures"]
    ]
    if not rows:
        return []
    head = [_("figure"), _("group"), _("number"), _("since a month ago")]
    return [blocks.heading(_("Other figures counted by the portal")), *blocks.table(head, rows, wide=(0, 1))]


def _method(data: Row) -> list[Block]:
    rules = [
        f"{_capital(row['label'])}: {rule_text(Rule(amber=Decimal(row['amber']), red=Decimal(row['red'])))}"
        for row in data["groups"]
    ]
    texts = [
        as_of_text(data) + ".",
        _(
            "Done is the weighted sum of approved readings, planned is the plan by month in force. The light compares the two "
            "at the end of the month."
        ),
        *rules,
        _(
            "The expected end goes on at the pace of the last six months; its range comes from the best and the worst pace of "
            "these months."
        ),
        _("Plots, applications and unmet demand are counted by the portal itself; nobody types them."),
    ]
    return [blocks.heading(_("How it was reckoned")), *(blocks.note(text) for text in texts)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
