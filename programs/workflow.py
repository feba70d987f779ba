"""Lives of a programme, of a plan by month, of readings, of risks and of issues."""

from __future__ import annotations

from core.transitions import Table, Transition, register, sources
from programs import permissions, policies, reading_policies
from programs.choices import BaselineStatus, IssueStatus, ProgrammeStatus, ReadingStatus, RiskStatus

PROGRAMME = register(
    Table(
        name="programs.programme",
        states=tuple(ProgrammeStatus.values),
        initial=ProgrammeStatus.DRAFT,
        ends=sources(ProgrammeStatus.COMPLETED, ProgrammeStatus.STOPPED),
        transitions=(
            Transition(
                name="activate",
                sources=sources(ProgrammeStatus.DRAFT),
                target=ProgrammeStatus.ACTIVE,
                permission=permissions.ACTIVATE,
                event="programs.programme.activated",
                policy=policies.can_be_activated,
            ),
            Transition(
                name="suspend",
                sources=sources(ProgrammeStatus.ACTIVE),
                target=ProgrammeStatus.SUSPENDED,
                permission=permissions.DECIDE,
                event="programs.programme.suspended",
            ),
            Transition(
                name="resume",
                sources=sources(ProgrammeStatus.SUSPENDED),
                target=ProgrammeStatus.ACTIVE,
                permission=permissions.DECIDE,
                event="programs.programme.resumed",
                policy=policies.can_be_activated,
            ),
            Transition(
                name="complete",
                sources=sources(ProgrammeStatus.ACTIVE),
                target=ProgrammeStatus.COMPLETED,
                permission=permissions.DECIDE,
                event="programs.programme.completed",
                policy=policies.can_be_completed,
            ),
            Transition(
                name="stop",
                sources=sources(ProgrammeStatus.DRAFT, ProgrammeStatus.ACTIVE, ProgrammeStatus.SUSPENDED),
                target=ProgrammeStatus.STOPPED,
                permission=permissions.DECIDE,
                event="programs.programme.stopped",
            ),
        ),
    )
)

BASELINE = register(
    Table(
        name="programs.baseline",
        states=tuple(BaselineStatus.values),
        initial=BaselineStatus.DRAFT,
        ends=sources(BaselineStatus.APPROVED),
        transitions=(
            Transition(
                name="approve",
                sources=sources(BaselineStatus.DRAFT),
                target=BaselineStatus.APPROVED,
                permission=permissions.APPROVE_BASELINE,
                event="programs.baseline.approved",
                policy=policies.baseline_can_be_approved,
            ),
        ),
    )
)

RISK = register(
    Table(
        name="programs.risk",
        states=tuple(RiskStatus.values),
        initial=RiskStatus.OPEN,
        transitions=(
            Transition(
                name="occur",
                sources=sources(RiskStatus.OPEN),
                target=RiskStatus.OCCURRED,
                permission=permissions.CHANGE,
                event="programs.risk.occurred",
            ),
            Transition(
                name="close",
                sources=sources(RiskStatus.OPEN, RiskStatus.OCCURRED),
                target=RiskStatus.CLOSED,
                permission=permissions.CHANGE,
                event="programs.risk.closed",
            ),
            Transition(
                name="reopen",
                sources=sources(RiskStatus.OCCURRED, RiskStatus.CLOSED),
                target=RiskStatus.OPEN,
                permission=permissions.CHANGE,
                event="programs.risk.reopened",
            ),
        ),
    )
)

ISSUE = register(
    Table(
        name="programs.issue",
        states=tuple(IssueStatus.values),
        initial=IssueStatus.OPEN,
        transitions=(
            Transition(
                name="solve",
                sources=sources(IssueStatus.OPEN),
                target=IssueStatus.SOLVED,
                permission=permissions.CHANGE,
                event="programs.issue.solved",
            ),
            Transition(
                name="reopen",
                sources=sources(IssueStatus.SOLVED),
                target=IssueStatus.OPEN,
                permission=permissions.CHANGE,
                event="programs.issue.reopened",
            ),
        ),
    )
)

READING = register(
    Table(
        name="programs.reading",
        states=tuple(ReadingStatus.values),
        initial=ReadingStatus.DRAFT,
        ends=sources(ReadingStatus.APPROVED),
        transitions=(
            Transition(
                name="submit",
                sources=sources(ReadingStatus.DRAFT, ReadingStatus.RETURNED),
                target=ReadingStatus.SUBMITTED,
                permission=permissions.WRITE_READING,
                event="programs.reading.submitted",
                policy=reading_policies.can_be_submitted,
            ),
            Transition(
                name="return",
                sources=sources(ReadingStatus.SUBMITTED),
                target=ReadingStatus.RETURNED,
                permission=permissions.REVIEW_READING,
                event="programs.reading.returned",
            ),
            Transition(
                name="approve",
                sources=sources(ReadingStatus.SUBMITTED),
                target=ReadingStatus.APPROVED,
                permission=permissions.REVIEW_READING,
                event="programs.reading.approved",
                policy=reading_policies.can_be_approved,
            ),
        ),
    )
)
