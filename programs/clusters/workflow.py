"""Life of phases, agents' contracts, action plans, their actions, and technology needs."""

from __future__ import annotations

from core.transitions import Table, Transition, register, sources
from programs.clusters import permissions, policies
from programs.clusters.choices import ContractStatus, ItemStatus, NeedStatus, PhaseStatus, PlanStatus

PHASE = register(
    Table(
        name="clusters.phase",
        states=tuple(PhaseStatus.values),
        initial=PhaseStatus.PLANNED,
        ends=sources(PhaseStatus.DONE),
        transitions=(
            Transition(
                name="start",
                sources=sources(PhaseStatus.PLANNED),
                target=PhaseStatus.RUNNING,
                permission=permissions.WRITE,
                event="clusters.phase.started",
                policy=policies.phase_may_start,
            ),
            Transition(
                name="finish",
                sources=sources(PhaseStatus.RUNNING),
                target=PhaseStatus.DONE,
                permission=permissions.WRITE,
                event="clusters.phase.finished",
                policy=policies.phase_may_finish,
            ),
        ),
    )
)

CONTRACT = register(
    Table(
        name="clusters.contract",
        states=tuple(ContractStatus.values),
        initial=ContractStatus.DRAFT,
        ends=sources(ContractStatus.ENDED, ContractStatus.CANCELLED),
        transitions=(
            Transition(
                name="approve",
                sources=sources(ContractStatus.DRAFT),
                target=ContractStatus.APPROVED,
                permission=permissions.APPROVE,
                event="clusters.contract.approved",
                policy=policies.contract_may_be_approved,
            ),
            Transition(
                name="cancel",
                sources=sources(ContractStatus.DRAFT),
                target=ContractStatus.CANCELLED,
                permission=permissions.WRITE,
                event="clusters.contract.cancelled",
            ),
            Transition(
                name="end",
                sources=sources(ContractStatus.APPROVED),
                target=ContractStatus.ENDED,
                permission=permissions.APPROVE,
                event="clusters.contract.ended",
            ),
        ),
    )
)

PLAN = register(
    Table(
        name="clusters.action_plan",
        states=tuple(PlanStatus.values),
        initial=PlanStatus.DRAFT,
        ends=sources(PlanStatus.SUPERSEDED),
        transitions=(
            Transition(
                name="submit",
                sources=sources(PlanStatus.DRAFT),
                target=PlanStatus.SUBMITTED,
                permission=permissions.WRITE,
                event="clusters.action_plan.submitted",
                policy=policies.plan_may_be_submitted,
            ),
            Transition(
                name="return",
                sources=sources(PlanStatus.SUBMITTED),
                target=PlanStatus.DRAFT,
                permission=permissions.APPROVE,
                event="clusters.action_plan.returned",
            ),
            Transition(
                name="approve",
                sources=sources(PlanStatus.SUBMITTED),
                target=PlanStatus.APPROVED,
                permission=permissions.APPROVE,
                event="clusters.action_plan.approved",
            ),
            # The version in force makes room for the one that is approved; nobody does this by itself.
            Transition(
                name="supersede",
                sources=sources(PlanStatus.APPROVED),
                target=PlanStatus.SUPERSEDED,
                permission="system",
                event="clusters.action_plan.superseded",
            ),
        ),
    )
)

ACTION = register(
    Table(
        name="clusters.action",
        states=tuple(ItemStatus.values),
        initial=ItemStatus.OPEN,
        ends=sources(ItemStatus.DONE, ItemStatus.DROPPED),
        transitions=(
            Transition(
                name="start",
                sources=sources(ItemStatus.OPEN),
                target=ItemStatus.IN_PROGRESS,
                permission=permissions.WRITE,
                event="clusters.action.started",
                policy=policies.action_may_move,
            ),
            Transition(
                name="finish",
                sources=sources(ItemStatus.OPEN, ItemStatus.IN_PROGRESS),
                target=ItemStatus.DONE,
                permission=permissions.WRITE,
                event="clusters.action.finished",
                policy=policies.action_may_move,
            ),
            Transition(
                name="drop",
                sources=sources(ItemStatus.OPEN, ItemStatus.IN_PROGRESS),
                target=ItemStatus.DROPPED,
                permission=permissions.WRITE,
                event="clusters.action.dropped",
                policy=policies.action_may_move,
            ),
        ),
    )
)

NEED = register(
    Table(
        name="clusters.technology_need",
        states=tuple(NeedStatus.values),
        initial=NeedStatus.OPEN,
        ends=sources(NeedStatus.MET, NeedStatus.DROPPED),
        transitions=(
            Transition(
                name="match",
                sources=sources(NeedStatus.OPEN),
                target=NeedStatus.MATCHED,
                permission=permissions.WRITE,
                event="clusters.need.matched",
                policy=policies.need_may_be_matched,
            ),
            Transition(
                name="begin",
                sources=sources(NeedStatus.MATCHED),
                target=NeedStatus.IN_PROGRESS,
                permission=permissions.WRITE,
                event="clusters.need.begun",
            ),
            Transition(
                name="reopen",
                sources=sources(NeedStatus.MATCHED, NeedStatus.IN_PROGRESS),
                target=NeedStatus.OPEN,
                permission=permissions.WRITE,
                event="clusters.need.reopened",
            ),
            Transition(
                name="meet",
                sources=sources(NeedStatus.IN_PROGRESS),
                target=NeedStatus.MET,
                permission=permissions.WRITE,
                event="clusters.need.met",
            ),
            Transition(
                name="drop",
                sources=sources(NeedStatus.OPEN, NeedStatus.MATCHED, NeedStatus.IN_PROGRESS),
                target=NeedStatus.DROPPED,
                permission=permissions.WRITE,
                event="clusters.need.dropped",
            ),
        ),
    )
)
