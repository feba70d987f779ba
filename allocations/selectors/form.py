"""The form of an application as its task list shows it, and which parts of it may be changed now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from allocations import policies, step_policy
from allocations.choices import PAPER_ITEM, ApplicationStatus, CriterionSource, Step, StepState
from allocations.form_facts import form_facts
from allocations.models import Application, Call, CorrectionRequest
from core.errors import WrongState

_WRONG = frozenset({"paper_refused"})
"""Problems in which something stands there and is not right; the others only mean that a step is not finished."""

_TASK_STATUS = {
    StepState.DONE: "done",
    StepState.STARTED: "in_progress",
    StepState.TODO: "todo",
    StepState.BLOCKED: "blocked",
}


@dataclass(frozen=True, slots=True)
class Task:
    """One step: `status` as the task list component wants it, `hint` what is missing (first sentence), `is_done`."""

    step: Step
    label: str
    status: str
    hint: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """What of a form may be changed now: everything, the items of a correction, or nothing with the reason (`closed`)."""

    everything: bool = False
    items: frozenset[str] = frozenset()
    correction: CorrectionRequest | None = None
    closed: str = ""

    def allows(self, item: str) -> bool:
        """Whether the step, or `paper:<code>`, may be changed."""
        return self.everything or item in self.items

    def allows_step(self, step: str) -> bool:
        """Whether the page of the step has something to change; of papers, any single one."""
        papers = step == Step.PAPERS and any(item.startswith(PAPER_ITEM) for item in self.items)
        return self.allows(step) or papers


def tasks(application: Application, now: datetime) -> list[Task]:
    """The steps with their states; the step of groups is left out where the call has none. 7 queries."""
    facts = form_facts(application, now)
    missing = step_policy.problems(facts)
    found = []
    for step, state in step_policy.states(facts).items():
        if step == Step.GROUPS and not facts.has_groups:
            continue
        hint = _hint(step, state, [problem.text for problem in missing[step]])
        is_wrong = state == StepState.STARTED and any(
            problem.code in _WRONG or problem.finding for problem in missing[step]
        )
        status = "error" if is_wrong else _TASK_STATUS[state]
        found.append(Task(step, str(step.label), status, hint, state == StepState.DONE))
    return found


def next_step(rows: Sequence[Task], after: Step) -> Step | None:
    """The first step that is not done, behind `after` if there is one there; None when all are."""
    left = [row.step for row in rows if not row.is_done]
    order = list(Step)
    behind = [step for step in left if order.index(step) > order.index(after)]
    return next(iter(behind or left), None)


def opening(application: Application, now: datetime) -> Opening:
    """What may be changed now. Nothing relies on it but pages: the services ask again under the lock. 1 query at most."""
    try:
        if application.status in (ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED):
            policies.refuse_unless_open(application.call, now)
            return Opening(everything=True)
        if application.status == ApplicationStatus.CORRECTION_REQUESTED:
            policies.correction_runs(application, now)
            request = application.corrections.get(resolved_at__isnull=True)
            return Opening(items=frozenset(request.items), correction=request)
    except WrongState as error:
        return Opening(closed=error.message)
    if application.status == ApplicationStatus.WITHDRAWN:
        return Opening(closed=_("You withdrew this application. It cannot be changed any more."))
    if application.status in (ApplicationStatus.UNDER_REVIEW, ApplicationStatus.ELIGIBLE, ApplicationStatus.SCORED):
        return Opening(closed=_("The form was handed in and is being decided. It cannot be changed any more."))
    return Opening(closed=_("The application is decided. The form cannot be changed any more."))


def counted_inputs(call: Call) -> frozenset[str]:
    """The answers that computed criteria of a call look at, by the names of the form's fields. 1 query."""
    rules = call.criteria.filter(source=CriterionSource.COMPUTED).values_list("rule", flat=True)
    return frozenset(str(rule.get("input", "")) for rule in rules)


def _hint(step: Step, state: StepState, texts: Sequence[str]) -> str:
    if state == StepState.BLOCKED:
        return _("Open when the steps above are done.")
    if state == StepState.TODO or not texts or step in (Step.CHECK, Step.DECLARATION):
        return ""
    return texts[0]
