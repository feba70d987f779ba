"""What one version of a plan takes over from the one before it."""

from __future__ import annotations

from datetime import datetime

from clinic.treatment.models import Project, ProjectCause, ProjectStep, TreatmentPlan
from clinic.treatment.models.guards import PROJECT_FACTS
from clinic.treatment.services.order import rank

COPIED = tuple(name for name in PROJECT_FACTS if name not in ("plan_id", "cost_step", "score", "position"))
PROGRESS = ("status", "closed_at", "dropped_reason")


def copy_projects(old: TreatmentPlan, new: TreatmentPlan, *, now: datetime) -> None:
    """Put the projects of `old` into the draft `new`, with causes, steps and progress, ranked by the rule of `new`."""
    for project in old.projects.prefetch_related("cause_links", "steps"):
        values = {name: getattr(project, name) for name in (*COPIED, *PROGRESS)}
        copy = Project(plan=new, copied_from=project, position=project.position, written_at=now, **values)
        copy.cost_step, copy.score = rank(copy, new.ranking_rule)
        copy.save(force_insert=True)
        for link in project.cause_links.all():
            ProjectCause.objects.create(project=copy, node_id=link.node_id)
        for step in project.steps.all():
            ProjectStep.objects.create(
                project=copy, position=step.position, name=step.name, due_on=step.due_on, done_on=step.done_on,
                done_by_id=step.done_by_id,
            )  # fmt: skip


def take_over_progress(old: TreatmentPlan, new: TreatmentPlan) -> None:
    """What was noted on `old` while `new` was decided on: states of projects, and steps of the same name that were done."""
    before = {project.pk: project for project in old.projects.prefetch_related("steps")}
    for project in new.projects.prefetch_related("steps"):
        source = before.get(project.copied_from_id or 0)
        if source is None:
            continue
        for name in PROGRESS:
            setattr(project, name, getattr(source, name))
        project.save(update_fields=PROGRESS)
        done = {step.name: step for step in source.steps.all() if step.done_on is not None}
        for step in project.steps.all():
            if step.name in done and step.done_on is None:
                step.done_on, step.done_by_id = done[step.name].done_on, done[step.name].done_by_id
                step.save(update_fields=["done_on", "done_by"])
