"""How the diagnosis was made: team, visits, questionnaires with their versions, weights; and the scores."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clinic.cases.choices import AnsweringStatus
from clinic.cases.drawing.radar import radar
from clinic.cases.models import Case
from clinic.cases.selectors.cases import team_of
from clinic.cases.selectors.scores import Scores, scores_of
from clinic.reports.paper.drawings import radar_block
from clinic.reports.paper.words import UNKNOWN, number, percent, score
from core.fields.language import local_digits
from core.pdf.blocks import Block, facts, heading, lead, note, table, together
from core.persian.calendar import tehran_date
from core.wording import day_text


def method(case: Case, *, day: date) -> list[Block]:
    """Who looked at the unit, when, and with which instruments. 6 queries."""
    visits = case.visits.select_related("by").order_by("visited_at", "pk")
    return [
        heading(_("How the diagnosis was made")),
        *facts(
            [
                (_("Led by"), case.lead.display_name),
                (_("Case opened"), day_text(tehran_date(case.opened_at))),
                (_("Diagnosis finished"), day_text(tehran_date(case.diagnosed_at)) if case.diagnosed_at else ""),
            ]
        ),
        *_team(case, day),
        heading(_("Visits"), 2),
        *table(
            [_("day"), _("visited by"), _("what was seen")],
            [[day_text(tehran_date(row.visited_at)), row.by.display_name, row.notes] for row in visits],
            wide=(2,),
        ),
        *_instruments(case),
    ]


def _team(case: Case, day: date) -> list[Block]:
    rows = []
    for line in team_of(case, day=day):
        if line.member.left_at is None:
            said = UNKNOWN
            if line.agreement is not None:
                said = (
                    _("agrees")
                    if line.agreement.agrees
                    else _("dissents: %(reason)s") % {"reason": line.agreement.reason}
                )
            rows.append([line.member.consultant.name, line.member.get_specialty_display(), said])
    head = [_("consultant"), _("specialty"), _("on the diagnosis")]
    return [heading(_("Team"), 2), *table(head, rows, wide=(2,))]


def _instruments(case: Case) -> list[Block]:
    rows = [
        [
            row.version.instrument.name, local_digits(row.version.number), row.version.instrument.get_specialty_display(),
            row.consultant.name, day_text(tehran_date(row.handed_in_at)) if row.handed_in_at else UNKNOWN,
        ]
        for row in case.answerings.filter(status=AnsweringStatus.HANDED_IN)
        .select_related("version__instrument", "consultant__user")
        .order_by("handed_in_at", "pk")
    ]  # fmt: skip
    head = [_("questionnaire"), _("version"), _("specialty"), _("answered by"), _("handed in")]
    return [heading(_("Questionnaires"), 2), *table(head, rows)]


def scores(case: Case) -> list[Block]:
    """Scores by dimension, drawn and as a table, beside the cohort where it is large enough. At most 7 queries."""
    found = scores_of(case)
    shows_cohort = found.cohort_size is not None
    drawn = radar(
        [str(row.dimension.label) for row in found.rows],
        [None if row.score is None else float(row.score) for row in found.rows],
        [None if row.cohort is None else float(row.cohort) for row in found.rows],
    )
    labels = [_("this unit")]
    if shows_cohort:
        size = {"number": local_digits(found.cohort_size)}
        labels.append(_("mean of %(number)s units of the same trade and size") % size)
    told = (
        [lead(_("Overall score: %(score)s of 5") % {"score": score(found.overall)})]
        if found.overall is not None
        else []
    )
    return [
        together([heading(_("Scores")), *told, radar_block(drawn, labels=labels)]),
        *_table(found, shows_cohort),
        *_notes(found, shows_cohort),
    ]


def _table(found: Scores, shows_cohort: bool) -> list[Block]:
    head = [_("dimension"), _("this unit"), _("weight"), pgettext("share of the questions", "answered")]
    rows = [
        [
            str(row.dimension.label),
            score(row.score),
            number(row.weight),
            UNKNOWN if row.share is None else percent(row.share * 100),
        ]
        for row in found.rows
    ]
    if shows_cohort:
        head.insert(2, pgettext("cohort", "others"))
        for cells, row in zip(rows, found.rows, strict=True):
            cells.insert(2, score(row.cohort))
    return table(head, rows)


def _notes(found: Scores, shows_cohort: bool) -> list[Block]:
    weights = (
        _("Weights of version %(number)s, set by the clinic.") % {"number": local_digits(found.weights_number)}
        if found.weights_number
        else _("All dimensions weigh the same.")
    )
    lines = [
        _(
            "A dimension's score is the mean of its answers, each with the weight of its question, from 0 (worst) to 5 (best). "
            "The overall score is the mean of the dimensions of which at least half was answered, by their weights."
        ),
        weights,
    ]
    if not shows_cohort:
        lines.append(
            _("There are fewer than five diagnosed units of this trade and size, so nothing is shown beside it.")
        )
    return [note(line) for line in lines]
