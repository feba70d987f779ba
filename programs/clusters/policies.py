"""When a cluster's project may go on: what the state of its rows allows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from core.errors import InvalidInput, WrongState
from programs.clusters.choices import PHASE_ORDER, SIDE_PHASES, Phase, PhaseStatus, PlanStatus
from programs.clusters.errors import PhaseTooEarly, SelfApproved
from programs.clusters.models import ActionItem, ActionPlan, AgentContract, PhaseRun, TechnologyNeed


def phase_may_start(run: PhaseRun, now: datetime) -> None:
    """Phases follow each other; trust building runs beside them. Phases the cluster does not have are passed over."""
    if run.phase in SIDE_PHASES:
        return
    earlier = PHASE_ORDER[: PHASE_ORDER.index(Phase(run.phase))]
    rows = {row.phase: row for row in PhaseRun.objects.filter(cluster_id=run.cluster_id, phase__in=earlier)}
    for phase in reversed(earlier):
        if phase in rows and rows[phase].status != PhaseStatus.DONE:
            raise PhaseTooEarly(params={"before": phase.label})


def phase_may_finish(run: PhaseRun, now: datetime) -> None:
    """The action plan's phase brings an approved plan."""
    if run.phase == Phase.ACTION_PLAN:
        plans = ActionPlan.objects.filter(cluster_id=run.cluster_id, status=PlanStatus.APPROVED)
        if not plans.exists():
            raise WrongState(_("This phase ends with an approved action plan; there is none yet."), code="no_plan")


def contract_may_be_approved(contract: AgentContract, now: datetime) -> None:
    """The payments by phase make the amount."""
    paid = contract.payments.aggregate(total=Sum("amount"))["total"] or 0
    if paid != contract.amount:
        raise InvalidInput(
            _("The payments by phase come to %(paid)s rials, the contract to %(amount)s rials. They must be equal."),
            code="payments_not_amount",
            params={"paid": f"{paid:,}", "amount": f"{contract.amount:,}"},
        )


def plan_may_be_submitted(plan: ActionPlan, now: datetime) -> None:
    """A plan without an action is none."""
    if not plan.items.exists():
        raise WrongState(_("The plan has no action yet."), code="plan_empty")


def action_may_move(item: ActionItem, now: datetime) -> None:
    """Work is reported on the plan in force only."""
    if item.plan.status != PlanStatus.APPROVED:
        raise WrongState(_("Only the actions of an approved plan go on."), code="plan_not_approved")


def need_may_be_matched(need: TechnologyNeed, now: datetime) -> None:
    """A provider has been proposed."""
    if not need.matches.exists():
        raise WrongState(_("Name a provider for this need first."), code="no_provider")


def not_by_maker(row: Any, by: Any) -> None:
    """Raise SelfApproved when the one who approves has made it."""
    if row.made_by_id == by.pk:
        raise SelfApproved()
