"""What was found, and why the unit came to it: findings, SWOT, the cause tree."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clinic.cases.choices import CauseRank, NodeKind
from clinic.cases.models import Case
from clinic.cases.selectors.diagnosis import Tree, findings_of, swot_of, tree_of
from clinic.reports.paper.drawings import fishbone_block, graph_block
from clinic.reports.paper.words import UNKNOWN
from core.fields.language import active_language, local_digits
from core.pdf.blocks import Block, heading, lead, note, table


def findings(case: Case) -> list[Block]:
    """Findings by dimension, the gravest first, and the SWOT table where one was made. 2 queries."""
    found: list[Block] = [heading(_("Findings"))]
    head = [_("finding"), _("evidence"), _("severity")]
    for label, rows in findings_of(case):
        found += [
            heading(label, 2),
            *table(head, [[row.text, row.evidence, local_digits(row.severity)] for row in rows], wide=(0, 1)),
        ]
    found.append(note(_("Severity runs from 1 (slight) to 5 (stops the unit).")))
    return [*found, *_swot(case)]


def _swot(case: Case) -> list[Block]:
    fields = swot_of(case)
    if not any(rows for _kind, rows in fields):
        return []
    cells = [["\n".join(f"• {row.text}" for row in rows) or UNKNOWN for _kind, rows in fields]]
    names = [str(kind.label) for kind, _rows in fields]
    return [
        heading(_("Strengths, weaknesses, opportunities, threats"), 2),
        *table(names, cells, wide=(0, 1, 2, 3)),
    ]  # fmt: skip


def causes(case: Case) -> list[Block]:
    """The cause tree: in one sentence, as a graph, as a fishbone, and as a list. 2 queries."""
    tree = tree_of(case, from_right=active_language() == "fa")
    roots = [row.node for row in tree.rows if row.node.kind == NodeKind.ROOT]
    primary = next((one.label for one in roots if one.rank == CauseRank.PRIMARY), UNKNOWN)
    key = {
        NodeKind.SYMPTOM.value: str(NodeKind.SYMPTOM.label),
        NodeKind.CAUSE.value: str(NodeKind.CAUSE.label),
        NodeKind.ROOT.value: str(NodeKind.ROOT.label),
        "PRIMARY": _("primary root cause"),
    }
    upright: list[Block] = [
        heading(_("Why the unit came to this")),
        lead(_("The primary root cause: %(cause)s") % {"cause": primary}),
    ]
    sideways: list[Block] = []
    if tree.graph is not None:
        drawn = graph_block(tree.graph, key=key, title=_("Graph of causes"))
        (sideways if drawn["wide"] else upright).append(drawn)
    if tree.fishbone is not None:
        title = _("Fishbone by dimension")
        drawn = fishbone_block(tree.fishbone, title=title)
        if drawn["wide"]:
            sideways.append(drawn)
        else:
            upright += [heading(title, 2), drawn]
    # Pictures on pages of their own come last, so that no page before them stays half empty.
    return [*upright, *_list(tree), *sideways]


def _list(tree: Tree) -> list[Block]:
    rows = []
    for row in tree.rows:
        kind = str(row.node.get_kind_display())
        rank = f" ({row.node.get_rank_display()})" if row.node.rank else ""
        effects = "، ".join(label for _edge, label in row.effects) or UNKNOWN
        rows.append([row.node.label, kind + rank, effects, row.node.evidence or UNKNOWN])
    head = [pgettext("cause tree", "cause"), _("kind"), _("brings about"), _("evidence")]
    return [heading(_("The tree as a list"), 2), *table(head, rows, wide=(0, 2, 3))]
