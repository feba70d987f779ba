"""Projects of a plan: written and ranked in a draft, carried out once it is agreed to. Locks: case, plan, project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases.models import CauseNode
from clinic.cases.services.cases import said
from clinic.treatment import policies
from clinic.treatment.choices import Funds
from clinic.treatment.errors import OtherCase
from clinic.treatment.models import Project, ProjectCause, ProjectStep, TreatmentPlan
from clinic.treatment.permissions import TREAT, require
from clinic.treatment.services.order import put_in_order, rank
from clinic.treatment.services.plans import locked_draft, locked_plan
from clinic.treatment.services.writers import note_writer
from clinic.treatment.workflow import PROJECT
from core.audit import record
from core.errors import InvalidInput
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.transitions import apply
from core.writing import assign, check

FACTS = frozenset(
    {
        "remedy", "name", "description", "effect", "feasibility", "cost_rials", "owner", "funds", "due_on", "indicator",
        "expected",
    }
)  # fmt: skip
MOST_PROJECTS, MOST_STEPS = 20, 12
Step = tuple[str, date]
"""Name of a step, and the day by which it is done."""


def add(
    *, plan_id: int, values: Mapping[str, Any], causes: Iterable[int], steps: Sequence[Step], by: Any, now: datetime
) -> Project:
    """Put a project into a draft; `values` are FACTS, `causes` keys of boxes of the cause tree it removes.

    Raises PermissionRefused, NotFound, PlanStands, WrongState, OtherCase, InvalidInput.
    """
    with transaction.atomic():
        plan = locked_draft(plan_id, by)
        if plan.projects.count() >= MOST_PROJECTS:
            raise InvalidInput(_("There are enough projects in this plan."), code="too_many")
        project = _keep(Project(plan=plan, position=plan.projects.count() + 1, written_at=now), values, now)
        _write_parts(project, causes, steps)
        put_in_order(plan)
        note_writer(plan, by, now=now)
        record(action="treatment.project.added", by=by, target=project, now=now)
    return project


def change(
    *, project_id: int, values: Mapping[str, Any], causes: Iterable[int], steps: Sequence[Step], by: Any, now: datetime
) -> Project:
    """Change a project of a draft, its causes and steps. Raises like `add`."""
    with transaction.atomic():
        project, plan = _locked(project_id, by)
        project = _keep(project, values, now)
        _write_parts(project, causes, steps)
        put_in_order(plan)
        note_writer(plan, by, now=now)
        record(action="treatment.project.changed", by=by, target=project, now=now)
    return project


def remove(*, project_id: int, by: Any, now: datetime) -> None:
    """Take a project out of a draft. Raises PermissionRefused, NotFound, PlanStands, WrongState."""
    with transaction.atomic():
        project, plan = _locked(project_id, by)
        note_writer(plan, by, now=now)
        record(action="treatment.project.removed", by=by, target=project, now=now)
        project.cause_links.all().delete()
        project.steps.all().delete()
        project.delete()
        put_in_order(plan)


def overrule(*, project_id: int, position: int | None, reason: str, by: Any, now: datetime) -> Project:
    """Give a project of a draft another place than its score does, for a reason; None gives it back to its score.

    Raises PermissionRefused, NotFound, PlanStands, InvalidInput.
    """
    why = normalise(reason)[:300] if position is not None else ""
    with transaction.atomic():
        project, plan = _locked(project_id, by)
        if position is not None and not 1 <= position <= plan.projects.count():
            raise InvalidInput(_("There is no such place in this plan."), field="position", code="no_such_place")
        if position is not None and not why:
            raise InvalidInput(_("Write why it has another place than its score."), field="reason", code="no_reason")
        project.wanted_position, project.overrule_reason = position, why
        project.save(update_fields=["wanted_position", "overrule_reason"])
        put_in_order(plan)
        note_writer(plan, by, now=now)
        record(
            action="treatment.project.overruled", by=by, target=project, now=now, reason=why, data={"place": position}
        )
        project.refresh_from_db()
    return project


def begin(*, project_id: int, by: Any, now: datetime) -> Project:
    """Begin a project of the agreed plan. Raises PermissionRefused, NotFound, WrongState, NotUnderTreatment."""
    with transaction.atomic():
        return apply(PROJECT, _found(project_id), "begin", by=by, now=now)


def finish(*, project_id: int, by: Any, now: datetime) -> Project:
    """Note a project as done, and with it its steps. Raises like `begin`."""
    with transaction.atomic():
        project = apply(PROJECT, _found(project_id), "finish", by=by, now=now, changes={"closed_at": now})
        for step in project.steps.filter(done_on__isnull=True):
            _mark(step, by, now)
    return project


def drop(*, project_id: int, reason: str, by: Any, now: datetime) -> Project:
    """Give a project up, for a reason. Raises like `begin`, and InvalidInput."""
    why = said(reason, _("Write why the project is given up."))[:300]
    with transaction.atomic():
        changes = {"closed_at": now, "dropped_reason": why}
        return apply(PROJECT, _found(project_id), "drop", by=by, now=now, reason=why, changes=changes)


def finish_step(*, step_id: int, by: Any, now: datetime) -> ProjectStep:
    """Note a step as done; the first one begins its project. Raises PermissionRefused, NotFound, WrongState."""
    with transaction.atomic():
        project = _found(ProjectStep.objects.filter(pk=step_id).values_list("project_id", flat=True).first() or 0)
        require(by, TREAT, project.plan.case)
        policies.is_carried_out(project, now)
        step = ProjectStep.objects.select_for_update(of=("self",)).get(pk=step_id)
        if step.done_on is None and project.is_open:
            if project.status == "PLANNED":
                apply(PROJECT, project, "begin", by=by, now=now)
            _mark(step, by, now)
            record(action="treatment.step.done", by=by, target=project, now=now, data={"step": step.position})
    return step


def _mark(step: ProjectStep, by: Any, now: datetime) -> None:
    step.done_on, step.done_by = tehran_date(now), by
    step.save(update_fields=["done_on", "done_by"])


def _found(project_id: int) -> Project:
    """The project, its case and plan locked before it."""
    plan_id = Project.objects.filter(pk=project_id).values_list("plan_id", flat=True).first()
    plan = locked_plan(plan_id or 0)
    project = Project.objects.get(pk=project_id)
    project.plan = plan
    return project


def _locked(project_id: int, by: Any) -> tuple[Project, TreatmentPlan]:
    """A project of a draft, and the draft, both locked."""
    plan_id = Project.objects.filter(pk=project_id).values_list("plan_id", flat=True).first()
    plan = locked_draft(plan_id or 0, by)
    project = Project.objects.select_for_update(of=("self",)).get(pk=project_id)
    project.plan = plan
    return project, plan


def _keep(project: Project, values: Mapping[str, Any], now: datetime) -> Project:
    changed = assign(project, values, allowed=FACTS)
    if "due_on" in changed and project.due_on is not None and project.due_on < tehran_date(now):
        raise InvalidInput(_("This day has passed."), field="due_on", code="in_the_past")
    if project.funds == Funds.NONE and project.cost_rials:
        raise InvalidInput(_("Say where the money comes from."), field="funds", code="no_funds")
    for name in ("effect", "feasibility"):
        if getattr(project, name) not in range(1, 6):
            raise InvalidInput(_("Choose a value from 1 to 5."), field=name, code="outside_the_scale")
    project.cost_step, project.score = rank(project, project.plan.ranking_rule)
    check(project)
    project.save()
    return project


def _write_parts(project: Project, causes: Iterable[int], steps: Sequence[Step]) -> None:
    nodes = set(causes)
    if CauseNode.objects.filter(pk__in=nodes, case_id=project.plan.case_id).count() != len(nodes):
        raise OtherCase(field="causes")
    known = {link.node_id: link for link in project.cause_links.all()}
    for key in sorted(set(known) - nodes):
        known[key].delete()
    for key in sorted(nodes - set(known)):
        ProjectCause.objects.create(project=project, node_id=key)
    if len(steps) > MOST_STEPS:
        raise InvalidInput(_("There are enough steps in this project."), field="steps", code="too_many")
    old = list(project.steps.all())
    for place, (name, due_on) in enumerate(steps, start=1):
        step = old[place - 1] if place <= len(old) else ProjectStep(project=project, position=place)
        step.name, step.due_on = said(name, _("Write what is done in this step."), field="steps")[:200], due_on
        if due_on > project.due_on:
            raise InvalidInput(
                _("A step is done before the project is: change one of the two days."),
                field="steps",
                code="step_too_late",
            )
        step.save()
    for step in old[len(steps) :]:
        step.delete()
