"""Read models of the applicant's own applications: list, task list, check-your-answers, timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.selectors import acts_for, applicants_of
from allocations import step_policy
from allocations.choices import ApplicationStatus, CallStatus, RefusalReason, Step, StepState, VersionCause
from allocations.errors import NoSuchApplication
from allocations.form_facts import form_facts
from allocations.models import Application, Choice, CorrectionRequest, EligibilityDecision, Paper, PaperRequirement
from allocations.step_policy import Problem
from core.persian.errors import IdentifierError
from core.persian.tracking import parse_tracking_code

_RELATED = (
    "call__estate__county",
    "call__resident_county",
    "applicant__person",
    "applicant__legal_entity",
    "trade",
)


@dataclass(frozen=True)
class Task:
    """One line of the task list."""

    step: Step
    label: str
    state: StepState
    saved_at: datetime | None
    problems: list[Problem]


@dataclass(frozen=True)
class TaskList:
    """The task list of one application. `correction` is the open one, whose items alone can be changed."""

    application: Application
    phase: CallStatus
    tasks: list[Task]
    correction: CorrectionRequest | None
    can_submit: bool
    can_withdraw: bool

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(task.state == StepState.DONE for task in self.tasks)


@dataclass(frozen=True)
class PaperRow:
    """A paper that is asked for, the one in force if any, and whether it is needed."""

    requirement: PaperRequirement
    paper: Paper | None


@dataclass(frozen=True)
class Happening:
    """One line of the timeline: what happened, when, and what it says (reasons, messages)."""

    at: datetime
    text: Promise
    details: list[str]


def my_applications(user: Any) -> list[Application]:
    """Applications of everybody this account may act for, newest first. 2 queries."""
    return list(Application.objects.filter(applicant__in=applicants_of(user)).select_related(*_RELATED).order_by("-pk"))


def application_of(track: str, user: Any) -> Application:
    """The application with this tracking code (any spelling). Raises NoSuchApplication, for somebody else's too."""
    try:
        code = parse_tracking_code(track)
    except IdentifierError:
        raise NoSuchApplication() from None
    application = Application.objects.select_related(*_RELATED).filter(tracking_code=code).first()
    if application is None or not acts_for(user, application.applicant):
        raise NoSuchApplication()
    return application


def task_list(application: Application, now: datetime) -> TaskList:
    """The task list of an application that came with its call and applicant (`application_of`). 9 queries at most."""
    call = application.call
    phase = call.phase_at(now)
    facts = form_facts(application, now)
    correction = application.corrections.filter(resolved_at__isnull=True, until__gt=now).first()
    in_term = phase is CallStatus.OPEN and application.status in (ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED)
    problems = step_policy.problems(facts)
    states = step_policy.states(facts, editable=in_term)
    if correction is not None:
        states |= dict.fromkeys(_corrected_steps(correction), StepState.STARTED)
    tasks = [
        Task(step, str(step.label), states[step], _saved_at(application, step), problems[step])
        for step in Step
        if step != Step.GROUPS or facts.has_groups
    ]
    return TaskList(
        application=application,
        phase=phase,
        tasks=tasks,
        correction=correction,
        can_submit=application.status == ApplicationStatus.DRAFT and in_term and not any(problems.values()),
        can_withdraw=application.status in _WITHDRAWABLE,
    )


def paper_rows(application: Application) -> list[PaperRow]:
    """Papers asked of this application, in the call's order, with those in force. 3 queries."""
    claimed = set(application.group_claims.values_list("group_id", flat=True))
    there = {
        paper.requirement_id: paper
        for paper in application.papers.filter(replaced_at__isnull=True).select_related("file__thumbnail", "document")
    }
    wanted = application.call.papers.select_related("group")
    return [PaperRow(row, there.get(row.pk)) for row in wanted if row.group_id is None or row.group_id in claimed]


def choice_rows(application: Application) -> list[Choice]:
    """The plots in the applicant's order. 1 query."""
    return list(application.choices.select_related("call_plot__plot", "call_plot__reserved_for").order_by("position"))


def timeline(application: Application) -> list[Happening]:
    """What has happened, newest first. 3 queries."""
    found = [Happening(application.created_at, _("Application begun"), [])]
    for version in application.versions.select_related("receipt"):
        found.append(Happening(version.at, _VERSIONS[VersionCause(version.cause)], [version.receipt.code]))
    if application.taken_at is not None:
        found.append(Happening(application.taken_at, _("The officer began the review"), []))
    for request in application.corrections.all():
        found.append(Happening(request.requested_at, _("A correction was asked for"), [request.message]))
        if request.outcome == "LAPSED" and request.resolved_at is not None:
            found.append(Happening(request.resolved_at, _("The correction was not made in time"), []))
    for decision in application.decisions.all():
        text = _("Decided: eligible") if decision.eligible else _("Decided: not eligible")
        found.append(Happening(decision.at, text, decision_texts(decision)))
    if application.withdrawn_at is not None:
        found.append(Happening(application.withdrawn_at, _("Withdrawn"), []))
    # Of two at the same moment the later kind comes first.
    return sorted(found, key=lambda one: (one.at, found.index(one)), reverse=True)


def decision_texts(decision: EligibilityDecision) -> list[str]:
    """The reasons of a decision as sentences, and its note."""
    texts = [str(RefusalReason(code).label) for code in decision.reason_codes]
    return [*texts, decision.note] if decision.note else texts


_VERSIONS: dict[VersionCause, Promise] = {
    VersionCause.SUBMITTED: _("Application handed in"),
    VersionCause.EDITED: _("Application changed"),
    VersionCause.CORRECTED: _("Correction handed in"),
}
_WITHDRAWABLE = (
    ApplicationStatus.SUBMITTED,
    ApplicationStatus.UNDER_REVIEW,
    ApplicationStatus.CORRECTION_REQUESTED,
    ApplicationStatus.ELIGIBLE,
    ApplicationStatus.SCORED,
    ApplicationStatus.WAITING,
)


def _corrected_steps(correction: CorrectionRequest) -> set[Step]:
    return {Step.PAPERS if item.startswith("paper:") else Step(item) for item in correction.items}


def _saved_at(application: Application, step: Step) -> datetime | None:
    saved = application.saved_steps.get(step.value)
    return datetime.fromisoformat(saved) if saved else None
