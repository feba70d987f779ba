"""Plans with their projects, letters and tasks, as pages and papers show them; a fixed number of queries each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from clinic.cases.models import Case
from clinic.treatment.choices import (
    BEFORE_AGREEMENT,
    SHOWN_TO_UNIT,
    PlanStatus,
    ProjectStatus,
    ReferralStatus,
    TaskStatus,
)
from clinic.treatment.models import CaseTask, Project, ProjectCause, ProjectStep, Referral, TreatmentPlan


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project as pages show it: its causes by name, its steps, how many of them are done, in percent."""

    project: Project
    causes: list[str]
    steps: list[ProjectStep]
    percent: int
    is_late: bool


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task, whether it is over its day, and whether the reader may note it as done."""

    task: CaseTask
    is_late: bool
    may_finish: bool


def versions_of(case: Case, *, for_unit: bool) -> list[TreatmentPlan]:
    """Versions of a plan, newest first; the unit sees those the committee has approved. 1 query."""
    people = ("made_by", "proposed_by", "approved_by", "accepted_by")
    rows = case.plans.select_related("rule", *people, "paper__file", "paper__recorded_by").order_by("-version")
    if for_unit:
        # What the unit itself sent back it has read: its answer stays with it.
        rows = rows.filter(Q(status__in=SHOWN_TO_UNIT) | Q(status=PlanStatus.RETURNED, approved_at__isnull=False))
    return list(rows)


def writers_of(plan: TreatmentPlan) -> list[str]:
    """Names of those whose words stand in a version, the first one first. 1 query."""
    return [row.user.display_name for row in plan.writers.select_related("user").order_by("since", "pk")]


def carried_out_beside(shown: TreatmentPlan | None, versions: list[TreatmentPlan]) -> TreatmentPlan | None:
    """Of `versions` the one that is carried out while `shown` is being written and decided on. No query."""
    if shown is None or shown.status not in BEFORE_AGREEMENT:
        return None
    return next((row for row in versions if row.is_agreed), None)


def plan_in_force(case: Case) -> TreatmentPlan | None:
    """The version that is carried out; None before the unit agreed to one. 1 query."""
    rows = case.plans.select_related("rule").filter(status=PlanStatus.ACCEPTED_BY_UNIT)
    return rows.first()


def plan_to_print(case: Case) -> TreatmentPlan | None:
    """The version a report shows: the one agreed to, else the one being decided on. 1 or 2 queries."""
    found = plan_in_force(case)
    return found or case.plans.select_related("rule").filter(status__in=BEFORE_AGREEMENT).first()


def projects_of(plan: TreatmentPlan, *, today: date) -> list[ProjectLine]:
    """Projects in their order with causes and steps. 3 queries."""
    links = Prefetch("cause_links", queryset=ProjectCause.objects.select_related("node__cause"))
    rows = plan.projects.select_related("remedy").prefetch_related(links, "steps").order_by("position", "pk")
    return [_line(row, today) for row in rows]


def _line(project: Project, today: date) -> ProjectLine:
    steps = list(project.steps.all())
    done = sum(1 for step in steps if step.done_on is not None)
    share = 100 * done // len(steps) if steps else 0
    percent = 100 if project.status == ProjectStatus.DONE else share
    causes = [link.node.label for link in project.cause_links.all()]
    return ProjectLine(project, causes, steps, percent, project.is_open and project.due_on < today)


def referrals_of(case: Case, *, for_unit: bool) -> QuerySet[Referral]:
    """Letters of a case, newest first; the unit sees those that were sent. 1 query."""
    rows = case.referrals.select_related("project", "written_by", "signed_by", "pdf", "answer_file")
    if for_unit:
        rows = rows.filter(sent_at__isnull=False)
    return rows.order_by("-written_at", "-pk")


def tasks_of(case: Case, *, user: Any, is_lead: bool, is_unit: bool, today: date) -> list[TaskLine]:
    """Tasks of a case, open ones first by their day; the unit sees its own. 1 query."""
    rows = case.tasks.select_related("assignee", "project", "closed_by", "set_by")
    if is_unit:
        rows = rows.filter(for_unit=True)
    found = []
    for row in rows:
        is_open = row.status == TaskStatus.OPEN
        mine = is_lead or (row.for_unit and is_unit) or row.assignee_id == user.pk
        found.append(TaskLine(row, is_open and case.is_live and row.due_on < today, is_open and mine and case.is_live))
    found.sort(key=lambda line: (line.task.status != TaskStatus.OPEN, line.task.due_on, line.task.pk))
    return found


def decisions_needed(case: Case) -> list[Referral]:
    """Letters that wait for another body's decision. 1 query."""
    return list(case.referrals.filter(status__in=(ReferralStatus.DRAFT, ReferralStatus.SENT)).order_by("pk"))
