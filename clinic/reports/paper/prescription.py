"""What is to be done: projects in their order, decisions needed of others, the plan of the follow-up."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clinic.cases.models import Case
from clinic.reports.paper.words import UNKNOWN, number, percent, rials
from clinic.treatment.choices import Funds, Indicator, Month, ReferralStatus
from clinic.treatment.models import FollowUp, Project, Referral, TreatmentPlan
from clinic.treatment.ranking import Rule
from core.fields.language import local_digits
from core.pdf.blocks import Block, facts, heading, lead, note, table, together
from core.wording import day_text

OF_OTHERS = (Funds.BANK, Funds.STATE, Funds.PARTNER)
"""Money somebody else has to agree to."""


def projects(plan: TreatmentPlan) -> list[Block]:
    """The plan: aim, order of the projects, and each of them with its steps. 3 queries."""
    rows = _projects(plan)
    head = [
        _("place"), _("project"), pgettext("project", "effect"), pgettext("project", "feasibility"), _("cost step"),
        _("score"), _("cost"), _("to be done by"),
    ]  # fmt: skip
    order = [
        [
            local_digits(row.position), row.name, local_digits(row.effect), local_digits(row.feasibility),
            local_digits(row.cost_step), number(row.score), rials(row.cost_rials), day_text(row.due_on),
        ]
        for row in rows
    ]  # fmt: skip
    found: list[Block] = [heading(_("Improvement projects"))]
    if plan.aim:
        found.append(lead(plan.aim))
    found += [*table(head, order, wide=(1,)), note(_rule_text(plan.ranking_rule))]
    for row in rows:
        found.append(together(_project(row)))
    return found


def _projects(plan: TreatmentPlan) -> list[Project]:
    rows = plan.projects.select_related("remedy").prefetch_related("steps", "cause_links__node__cause")
    return list(rows.order_by("position", "pk"))


def _rule_text(rule: Rule) -> str:
    words = {
        "version": local_digits(rule.number),
        "effect": local_digits(rule.effect),
        "feasibility": local_digits(rule.feasibility),
        "cost": local_digits(rule.cost),
        "steps": "، ".join(rials(step) for step in rule.steps),
    }
    return (
        _(
            "Score = effect to the power of %(effect)s × feasibility to the power of %(feasibility)s ÷ cost step to the power of "
            "%(cost)s. Cost steps 1 to 4 end at %(steps)s; what costs more has step 5. Rule of version %(version)s."
        )
        % words
    )


def _project(row: Project) -> list[Block]:
    causes = "، ".join(link.node.label for link in row.cause_links.all())
    title = _("%(place)s. %(name)s") % {"place": local_digits(row.position), "name": row.name}
    steps = [[local_digits(one.position), one.name, day_text(one.due_on)] for one in row.steps.all()]
    return [
        heading(title, 2),
        *facts(
            [
                (_("Remedy"), row.remedy.display_name),
                (_("What is done"), row.description),
                (_("Causes it removes"), causes),
                (_("Responsible"), row.owner),
                (_("Source of funds"), str(row.get_funds_display())),
                (_("Expected effect"), _expected(row)),
                (_("Why it stands at this place"), row.overrule_reason),
            ]
        ),
        *table([_("step"), "", _("to be done by")], steps, wide=(1,)),
    ]


def _expected(row: Project) -> str:
    return f"{row.get_indicator_display()}: {figure_text(row.expected, row.indicator)}"


def decisions(case: Case, plan: TreatmentPlan) -> list[Block]:
    """What others have to decide: letters of the case, and money of others the projects count on. 2 queries."""
    letters = (
        Referral.objects.filter(case=case)
        .exclude(status=ReferralStatus.WITHDRAWN)
        .select_related("project")
        .order_by("written_at", "pk")
    )
    rows = [
        [row.recipient_name, row.asked, row.project.name if row.project else UNKNOWN, _state(row)] for row in letters
    ]
    asked_for = {row.project_id for row in letters if row.project_id is not None}
    for one in plan.projects.filter(funds__in=OF_OTHERS).exclude(pk__in=asked_for).order_by("position", "pk"):
        wanted = _("%(amount)s for the project") % {"amount": rials(one.cost_rials)}
        rows.append([str(one.get_funds_display()), wanted, one.name, _("not asked for yet")])
    head = [_("of whom"), _("decision needed"), _("project"), _("state")]
    return [
        heading(_("Decisions needed of others")),
        *table(head, rows, wide=(1, 2), empty=_("No decision of another body is needed.")),
    ]


def _state(row: Referral) -> str:
    if not row.decision:
        return str(row.get_status_display())
    carried_out = _("%(percent)s percent carried out") % {"percent": local_digits(row.percent_executed)}
    return f"{row.get_decision_display()}، {carried_out}"


def follow_up(case: Case, plan: TreatmentPlan) -> list[Block]:
    """When the unit is measured again, and against what. 3 queries."""
    due = dict(FollowUp.objects.filter(case=case).values_list("month", "due_on"))
    rows = [
        [str(month.label), day_text(due[month]) if month in due else _("after the end of the treatment")]
        for month in Month
    ]
    before = case.unit.readings.counting().first()
    wanted: dict[str, str] = {}
    for row in plan.projects.order_by("position", "pk"):
        wanted.setdefault(row.indicator, figure_text(row.expected, row.indicator))
    today: dict[Indicator, Any] = dict.fromkeys(Indicator)
    if before is not None:
        figures = (before.actual_capacity_percent, before.staff, before.sales_rials, before.arrears)
        today = dict(zip(Indicator, figures, strict=True))
    measured = table([_("measured again"), _("due on")], rows)
    compared = table(
        [_("figure"), _("at the last reading"), _("expected")],
        [[str(name.label), figure_text(value, name), wanted.get(name, UNKNOWN)] for name, value in today.items()],
    )
    return [
        together([heading(_("Plan of the follow-up")), *measured]),
        together([heading(_("What is compared"), 2), *compared]),
    ]


def figure_text(value: Any, indicator: str) -> str:
    """A value of this indicator with its unit."""
    if value is None:
        return UNKNOWN
    if indicator == Indicator.CAPACITY:
        return percent(value)
    if indicator == Indicator.STAFF:
        return _("%(number)s people") % {"number": number(value)}
    return rials(int(value))
