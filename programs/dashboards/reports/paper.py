"""The report as a paper: cover, summary, what is to be decided, programmes, plots, clusters, demand, and how it was reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from core.fields.language import active_language, local_digits
from core.persian.dates import format_datetime
from core.wording import day_text
from programs.dashboards.reports import blocks
from programs.dashboards.reports.blocks import Block, Row, number, percent
from programs.dashboards.reports.decisions import by_subject
from programs.dashboards.reports.decisions import rule_text as decisions_rule
from programs.dashboards.wording import deviation_text, needed_text, rule_text
from programs.forecast import Rule
from programs.wording import month_text

LONGEST = 10


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
        "events": [row for row in data["events"] if row["is_public"]],
        "figures": [],
        "decisions": [],
    }


def title_of(data: Row) -> str:
    """Title of paper and slides."""
    return _("Report of %(month)s") % {"month": month_text(blocks.day(data["month"]))}


def as_of_text(data: Row) -> str:
    """When the figures were read, in words."""
    at = format_datetime(datetime.fromisoformat(data["as_of"]), "long", language=active_language())
    return _("Figures as of %(at)s") % {"at": at}


def sample_text(data: Row) -> str:
    """The label of a report with invented figures; "" for a real one."""
    if not data["is_illustrative"]:
        return ""
    return _("Sample data: plans, progress and past months of this report were invented for the demonstration.")


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
        found += [blocks.heading(row["name"], 2), *programme_blocks(row, data["month"]), *_registers(row)]
    return found if data["programmes"] else []


def programme_blocks(row: Row, month: str) -> list[Block]:
    """Light, facts and S-curve of a programme."""
    why = deviation_text(blocks.decimal(row["deviation"]))
    return [
        {"kind": "verdict", **blocks.light(row), "why": why},
        *blocks.facts(programme_facts(row)),
        *blocks.curve(row, month=month),
    ]


def programme_facts(row: Row) -> list[tuple[str, str]]:
    """What is known of a programme, in words."""
    has_state = row["state_month"] is not None
    at = month_text(blocks.day(row["state_month"])) if has_state else ""
    facts = [
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
        facts.append((_("money"), _("%(paid)s of %(approved)s million rials approved are paid") % words))
    if row["spi"] is not None and row["cpi"] is not None:
        facts.append((_("work and money (SPI, CPI)"), f"{number(row['spi'])} · {number(row['cpi'])}"))
    return [fact for fact in facts if fact[0]]


def _rials(value: Any) -> str:
    return str(round(Decimal(value) / 1_000_000))


def _registers(row: Row) -> list[Block]:
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
    return [blocks.heading(_("Clusters, exhibitions and courses")), *clusters_blocks(data), *_events(data)]


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
