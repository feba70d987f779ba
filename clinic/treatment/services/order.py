"""The order of the projects of a plan, kept with every change of it."""

from __future__ import annotations

from decimal import Decimal

from clinic.treatment import ranking
from clinic.treatment.models import Project, TreatmentPlan


def rank(project: Project, rule: ranking.Rule) -> tuple[int, Decimal]:
    """Cost step and score of a project by this rule."""
    score = ranking.score(
        effect=project.effect, feasibility=project.feasibility, cost_rials=project.cost_rials, rule=rule
    )
    return ranking.cost_step(project.cost_rials, rule), score


def put_in_order(plan: TreatmentPlan) -> None:
    """Give every project of a draft its place. The plan is locked."""
    rows = {row.pk: row for row in plan.projects.select_for_update(of=("self",))}
    wanted = [ranking.Entry(row.pk, row.score, row.wanted_position) for row in rows.values()]
    for place, key in enumerate(ranking.order(wanted), start=1):
        row = rows[key]
        if row.position != place:
            row.position = place
            row.save(update_fields=["position"])
