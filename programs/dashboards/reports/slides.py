"""The report as slides of 16:9: the summary, each programme, and the figures of the company."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from core.fields.language import active_language
from programs.dashboards.reports import blocks, paper, programme_parts, words
from programs.dashboards.reports.blocks import Block, Row
from programs.dashboards.reports.decisions import by_subject
from programs.dashboards.reports.exhibitions import exhibition_blocks

MOST_DECISIONS = 7


def slides(data: Row) -> dict[str, Any]:
    """What templates/dashboards/pdf/slides.typ shows: one page for each of `slides`, in the active language."""
    return {
        "title": words.title_of(data),
        "company": _("Zanjan Province Industrial Estates Company"),
        "lang": active_language(),
        "as_of": words.as_of_text(data),
        "sample": _("Sample data") if data["is_illustrative"] else "",
        "slides": [{"title": title, "lead": lead, "blocks": parts} for title, lead, parts in _pages(data)],
    }


def titles(data: Row) -> list[str]:
    """Titles in the order of the pages."""
    return [title for title, _lead, _parts in _pages(data)]


def _pages(data: Row) -> list[tuple[str, str, list[Block]]]:
    rows = data["programmes"]
    pages = [(words.title_of(data), "", [blocks.lights(rows), *blocks.bullets(rows)])]
    if data["decisions"]:
        shown = by_subject(data["decisions"])[:MOST_DECISIONS]
        pages.append(
            (_("What is to be decided"), "", blocks.table([_("subject"), _("why it stands here")], shown, wide=(0, 1)))
        )
    labels = {row["value"]: row["label"] for row in data["groups"]}
    for row in rows:
        pages.append((row["name"], labels[row["group"]], programme_parts.standing(row, data["month"])))
    pages += [
        (_("From application to plot"), "", paper.funnel_blocks(data)),
        (_("Plots of each estate"), "", paper.estates_blocks(data)),
        (_("Clusters"), "", paper.clusters_blocks(data)),
    ]
    if data["exhibitions"]:
        pages.append((_("What exhibitions of this year cost and brought"), "", exhibition_blocks(data)))
    pages.append((_("Wanted and not given"), "", paper.unmet_blocks(data)))
    return pages
