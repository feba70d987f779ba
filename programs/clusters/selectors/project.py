"""How far the development project of a cluster is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from core.errors import Text
from programs.clusters.choices import SIDE_PHASES, ItemStatus, Phase, PhaseStatus, PlanStatus
from programs.clusters.models import ActionItem, ActionPlan, AgentContract, Cluster, ContractPayment, PhaseRun

SOURCES: Final[dict[str, Text]] = {
    "share_company": _("the company"),
    "share_state": _("public credit"),
    "share_members": _("the members"),
    "share_banks": _("banks"),
    "share_others": _("others"),
}


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """One phase: `state` is done, current or next; `run` is None for a phase nobody has planned yet."""

    phase: Phase
    state: str
    run: PhaseRun | None
    days_late: int = 0

    @property
    def label(self) -> str:
        """Name of the phase."""
        return str(self.phase.label)

    @property
    def is_beside(self) -> bool:
        """Whether it runs beside the others."""
        return self.phase in SIDE_PHASES


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """The plan in force: its actions, how many are in each state, what share of the budget is done, who pays what."""

    plan: ActionPlan
    items: Sequence[ActionItem]
    counts: dict[ItemStatus, int]
    budget: int
    done_percent: Decimal
    funding: list[tuple[str, int]]
    overdue: Sequence[ActionItem]


def phases(cluster: Cluster, today: date) -> list[PhaseStep]:
    """All phases in their order. One query."""
    runs = {run.phase: run for run in PhaseRun.objects.filter(cluster=cluster)}
    return steps(runs, today)


def steps(runs: dict[str, PhaseRun], today: date) -> list[PhaseStep]:
    """Phases from the runs of one cluster, by phase. No query."""
    states = {PhaseStatus.DONE: "done", PhaseStatus.RUNNING: "current"}
    found = []
    for phase in Phase:
        run = runs.get(phase)
        state = states.get(PhaseStatus(run.status), "next") if run else "next"
        found.append(PhaseStep(phase, state, run, _days_late(run, today)))
    return found


def present_phase(found: Iterable[PhaseStep]) -> PhaseStep | None:
    """Where a cluster stands: the running phase in the order of phases, else the last that ended, else none."""
    in_order = [step for step in found if not step.is_beside]
    running = [step for step in in_order if step.state == "current"]
    done = [step for step in in_order if step.state == "done"]
    return running[-1] if running else done[-1] if done else None


def contracts(cluster: Cluster) -> list[AgentContract]:
    """Contracts with agents, newest first, with their payments. Two queries."""
    payments = Prefetch("payments", queryset=ContractPayment.objects.order_by("due_on", "pk"))
    rows = AgentContract.objects.filter(cluster=cluster).select_related("made_by", "approved_by")
    return list(rows.prefetch_related(payments).order_by("-starts_on", "-pk"))


def action_plan(cluster: Cluster, today: date) -> PlanProgress | None:
    """The plan in force and how far it is; None without one. Two queries."""
    plan = ActionPlan.objects.filter(cluster=cluster, status=PlanStatus.APPROVED).first()
    if plan is None:
        return None
    items = list(plan.items.order_by("position"))
    counts = {status: sum(item.status == status for item in items) for status in ItemStatus}
    live = [item for item in items if item.status != ItemStatus.DROPPED]
    budget = sum(item.budget for item in live)
    done = sum(item.budget for item in live if item.status == ItemStatus.DONE)
    open_states = (ItemStatus.OPEN, ItemStatus.IN_PROGRESS)
    return PlanProgress(
        plan=plan,
        items=items,
        counts=counts,
        budget=budget,
        done_percent=Decimal(done * 100) / budget if budget else Decimal(0),
        funding=_funding(live),
        overdue=[item for item in items if item.status in open_states and item.due_on < today],
    )


def _funding(items: Sequence[ActionItem]) -> list[tuple[str, int]]:
    """(who, rials) for everybody who bears a share."""
    sums = {name: sum((item.budget * getattr(item, name) / 100 for item in items), Decimal(0)) for name in SOURCES}
    return [(str(SOURCES[name]), int(total)) for name, total in sums.items() if total]


def _days_late(run: PhaseRun | None, today: date) -> int:
    """Days a phase ran, or runs, beyond its planned end."""
    if run is None or run.status == PhaseStatus.PLANNED:
        return 0
    return max(0, ((run.ends_on or today) - run.planned_ends_on).days)
