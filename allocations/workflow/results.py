"""The life cycles of scorers' assignments, runs, awards and objections."""

from allocations.choices import AssignmentStatus, AwardStatus, ObjectionStatus, RunStatus
from allocations.policies import may_approve_run
from core.transitions import Table, Transition, register, sources

ASSIGNMENT = register(
    Table(
        name="allocations.scorer_assignment",
        states=tuple(AssignmentStatus.values),
        initial=AssignmentStatus.ASSIGNED,
        ends=frozenset({AssignmentStatus.RELEASED, AssignmentStatus.SUPERSEDED}),
        transitions=(
            Transition(
                "hand_in",
                sources(AssignmentStatus.ASSIGNED),
                AssignmentStatus.SCORED,
                "allocations.score_assignment",
                "allocations.assignment.scored",
            ),
            Transition(
                "release",
                sources(AssignmentStatus.ASSIGNED),
                AssignmentStatus.RELEASED,
                "allocations.release_assignment",
                "allocations.assignment.released",
            ),
            Transition(
                "set_aside",
                sources(AssignmentStatus.ASSIGNED, AssignmentStatus.SCORED),
                AssignmentStatus.SUPERSEDED,
                "allocations.reopen_score",
                "allocations.assignment.set_aside",
            ),
        ),
    )
)

RUN = register(
    Table(
        name="allocations.run",
        states=tuple(RunStatus.values),
        initial=RunStatus.PROPOSED,
        ends=frozenset({RunStatus.REFUSED, RunStatus.SUPERSEDED}),
        transitions=(
            Transition(
                "approve",
                sources(RunStatus.PROPOSED),
                RunStatus.APPROVED,
                "allocations.approve_run",
                "allocations.run.approved",
                may_approve_run,
            ),
            Transition(
                "refuse",
                sources(RunStatus.PROPOSED),
                RunStatus.REFUSED,
                "allocations.refuse_run",
                "allocations.run.refused",
            ),
            Transition(
                "supersede",
                sources(RunStatus.PROPOSED, RunStatus.APPROVED),
                RunStatus.SUPERSEDED,
                "allocations.supersede_run",
                "allocations.run.superseded",
            ),
        ),
    )
)

_LIVE = sources(AwardStatus.PROVISIONAL, AwardStatus.FINAL)

AWARD = register(
    Table(
        name="allocations.award",
        states=tuple(AwardStatus.values),
        initial=AwardStatus.PROVISIONAL,
        ends=frozenset(
            {
                AwardStatus.DECLINED,
                AwardStatus.EXPIRED,
                AwardStatus.WITHDRAWN,
                AwardStatus.MOVED,
                AwardStatus.REVOKED,
            }
        ),
        transitions=(
            Transition(
                "finalise",
                sources(AwardStatus.PROVISIONAL),
                AwardStatus.FINAL,
                "allocations.finalise_call",
                "allocations.award.final",
            ),
            Transition(
                "accept",
                sources(AwardStatus.FINAL),
                AwardStatus.ACCEPTED,
                "allocations.answer_award",
                "allocations.award.accepted",
            ),
            Transition(
                "decline", _LIVE, AwardStatus.DECLINED, "allocations.answer_award", "allocations.award.declined"
            ),
            Transition("expire", sources(AwardStatus.FINAL), AwardStatus.EXPIRED, "", "allocations.award.expired"),
            Transition(
                "withdraw",
                sources(AwardStatus.PROVISIONAL, AwardStatus.FINAL, AwardStatus.ACCEPTED),
                AwardStatus.WITHDRAWN,
                "allocations.answer_award",
                "allocations.award.withdrawn",
            ),
            Transition("move", _LIVE, AwardStatus.MOVED, "", "allocations.award.moved"),
            Transition(
                "revoke",
                sources(AwardStatus.PROVISIONAL, AwardStatus.FINAL, AwardStatus.ACCEPTED),
                AwardStatus.REVOKED,
                "allocations.revoke_award",
                "allocations.award.revoked",
            ),
        ),
    )
)

OBJECTION = register(
    Table(
        name="allocations.objection",
        states=tuple(ObjectionStatus.values),
        initial=ObjectionStatus.OPEN,
        ends=frozenset({ObjectionStatus.UPHELD, ObjectionStatus.REJECTED}),
        transitions=(
            Transition(
                "uphold",
                sources(ObjectionStatus.OPEN),
                ObjectionStatus.UPHELD,
                "allocations.answer_objection",
                "allocations.objection.upheld",
            ),
            Transition(
                "reject",
                sources(ObjectionStatus.OPEN),
                ObjectionStatus.REJECTED,
                "allocations.answer_objection",
                "allocations.objection.rejected",
            ),
        ),
    )
)
