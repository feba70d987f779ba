"""Life of a plan, of a project, of a letter and of a task."""

from __future__ import annotations

from clinic.treatment import permissions, policies
from clinic.treatment.choices import PlanStatus as P
from clinic.treatment.choices import ProjectStatus as J
from clinic.treatment.choices import ReferralStatus as R
from clinic.treatment.choices import TaskStatus as T
from core.transitions import Table, Transition, register, sources

PLAN = register(
    Table(
        name="treatment.plan",
        states=tuple(P.values),
        initial=P.DRAFT,
        ends=sources(P.RETURNED, P.SUPERSEDED),
        transitions=(
            Transition(
                "propose", sources(P.DRAFT), P.PROPOSED, permissions.PLAN, "treatment.plan.proposed", policies.is_whole
            ),
            Transition(
                "approve", sources(P.PROPOSED), P.COMMITTEE_APPROVED, permissions.APPROVE, "treatment.plan.approved",
                policies.may_be_agreed,
            ),
            Transition("send_back", sources(P.PROPOSED), P.RETURNED, permissions.APPROVE, "treatment.plan.sent_back"),
            Transition(
                "agree", sources(P.COMMITTEE_APPROVED), P.ACCEPTED_BY_UNIT, permissions.AGREE, "treatment.plan.agreed_to",
                policies.may_be_agreed,
            ),
            Transition(
                "decline", sources(P.COMMITTEE_APPROVED), P.RETURNED, permissions.AGREE, "treatment.plan.declined"
            ),
            # For a unit without an account: the lead records what it signed by hand.
            Transition(
                "agree_on_paper", sources(P.COMMITTEE_APPROVED), P.ACCEPTED_BY_UNIT, permissions.RECORD_ANSWER,
                "treatment.plan.agreed_on_paper", policies.may_be_answered_on_paper,
            ),
            Transition(
                "decline_on_paper", sources(P.COMMITTEE_APPROVED), P.RETURNED, permissions.RECORD_ANSWER,
                "treatment.plan.declined_on_paper", policies.may_be_declined_on_paper,
            ),
            # Nobody's decision: a later version was agreed to.
            Transition("supersede", sources(P.ACCEPTED_BY_UNIT), P.SUPERSEDED, "", "treatment.plan.superseded"),
        ),
    )
)  # fmt: skip

PROJECT = register(
    Table(
        name="treatment.project",
        states=tuple(J.values),
        initial=J.PLANNED,
        ends=sources(J.DONE, J.DROPPED),
        transitions=tuple(
            Transition(name, origin, target, permissions.TREAT, f"treatment.project.{event}", policies.is_carried_out)
            for name, origin, target, event in (
                ("begin", sources(J.PLANNED), J.UNDER_WAY, "begun"),
                ("finish", sources(J.PLANNED, J.UNDER_WAY), J.DONE, "done"),
                ("drop", sources(J.PLANNED, J.UNDER_WAY), J.DROPPED, "given_up"),
            )
        ),
    )
)

REFERRAL = register(
    Table(
        name="treatment.referral",
        states=tuple(R.values),
        initial=R.DRAFT,
        ends=sources(R.EXECUTED, R.WITHDRAWN),
        transitions=(
            Transition(
                "send", sources(R.DRAFT), R.SENT, permissions.SEND, "treatment.referral.sent",
                policies.letter_may_be_written,
            ),
            Transition("answer", sources(R.SENT), R.ANSWERED, permissions.TREAT, "treatment.referral.answered"),
            Transition(
                "complete", sources(R.ANSWERED), R.EXECUTED, permissions.TREAT, "treatment.referral.carried_out",
                policies.was_agreed_to,
            ),
            Transition(
                "withdraw", sources(R.DRAFT, R.SENT), R.WITHDRAWN, permissions.SEND, "treatment.referral.taken_back"
            ),
        ),
    )
)  # fmt: skip

TASK = register(
    Table(
        name="treatment.task",
        states=tuple(T.values),
        initial=T.OPEN,
        ends=sources(T.DONE, T.CANCELLED),
        transitions=(
            Transition(
                "finish", sources(T.OPEN), T.DONE, permissions.DO_TASK, "treatment.task.done", policies.task_is_live
            ),
            Transition("cancel", sources(T.OPEN), T.CANCELLED, permissions.TREAT, "treatment.task.cancelled"),
        ),
    )
)
