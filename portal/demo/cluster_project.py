"""The development project of a cluster of the demo: phases, action plan, and the contract with its agent."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from core.persian.calendar import tehran_date
from portal.demo.cluster_stage import MILLION, Stage
from programs.clusters.choices import Phase
from programs.clusters.services import contracts, phases, plans

LENGTHS: Final = {
    Phase.IDENTIFICATION: 2, Phase.DIAGNOSTIC_STUDY: 4, Phase.ACTION_PLAN: 4, Phase.IMPLEMENTATION: 22, Phase.EXIT: 3,
}  # fmt: skip
"""Months each phase is planned for (domain notes §3.2: about three years in all)."""


def run_phases(stage: Stage) -> None:
    """The phases as they were planned and ran up to today, with the action plan that begins the work."""
    begins = stage.given["phase"]
    whole = begins + sum(LENGTHS.values())
    _phase(stage, Phase.TRUST_BUILDING, begins, whole)
    for phase, months in LENGTHS.items():
        if phase == Phase.IMPLEMENTATION:
            _plan(stage, begins)
        _phase(stage, phase, begins, begins + months)
        begins += months


def _phase(stage: Stage, phase: Phase, begins: int, ends: int) -> None:
    run = phases.plan(
        cluster_id=stage.cluster.pk, phase=phase, planned_starts_on=stage.day(begins),
        planned_ends_on=stage.day(ends), is_illustrative=True, by=stage.officer, now=stage.now,
    )  # fmt: skip
    if begins > 0:
        return
    phases.start(phase_id=run.pk, on=stage.day(begins), by=stage.officer, now=stage.now)
    if ends <= 0 and phase != Phase.ACTION_PLAN:
        report = "گزارش این مرحله در این نمایش نوشته نشده است."
        phases.finish(phase_id=run.pk, on=stage.day(ends), report=report, by=stage.officer, now=stage.now)


def _plan(stage: Stage, begins: int) -> None:
    """The plan comes into force, and with it the phase that made it ends."""
    by, now = stage.officer, stage.at(begins)
    plan = plans.draft(
        cluster_id=stage.cluster.pk, vision=stage.given["vision"], starts_on=stage.day(begins),
        ends_on=stage.day(begins + LENGTHS[Phase.IMPLEMENTATION]), is_illustrative=True, by=by, now=now,
    )  # fmt: skip
    rows = [
        {
            "goal": goal, "action": action, "owner": owner, "budget": millions * MILLION,
            "due_on": stage.day(begins + 2 + 3 * index), **_shares(index),
        }
        for index, (goal, action, owner, millions) in enumerate(stage.given["actions"])
    ]  # fmt: skip
    items = plans.set_items(plan_id=plan.pk, rows=rows, by=by, now=now)
    plans.submit(plan_id=plan.pk, by=by, now=now)
    plans.approve(plan_id=plan.pk, by=stage.manager, now=now)
    for index, item in enumerate(items[:4]):
        plans.start_action(item_id=item.pk, by=by, now=stage.now)
        if index < 2 and item.due_on <= tehran_date(stage.now):
            plans.finish_action(item_id=item.pk, on=item.due_on, note="", by=by, now=stage.now)
    run = stage.cluster.phases.get(phase=Phase.ACTION_PLAN)
    phases.finish(
        phase_id=run.pk, on=stage.day(begins), report="سند راهبرد و برنامهٔ اقدام تصویب شد.", by=by, now=stage.now
    )


def _shares(index: int) -> dict[str, Decimal]:
    members_share = Decimal(20 + 10 * (index % 3))
    return {
        "share_company": Decimal(30), "share_members": members_share, "share_banks": Decimal(10),
        "share_state": Decimal(60) - members_share,
    }  # fmt: skip


def engage_agent(stage: Stage) -> None:
    """A contract of three years in force, what fell due by now paid."""
    begins = stage.given["phase"]
    amount = 24_000 * MILLION
    contract = contracts.draft(
        cluster_id=stage.cluster.pk, agent_name="شرکت مشاور توسعهٔ خوشه (نمونه)", number=f"نمونه-{stage.cluster.slug}",
        tendered_on=stage.day(begins - 1), starts_on=stage.day(begins), ends_on=stage.day(begins + 36), amount=amount,
        is_illustrative=True, by=stage.officer, now=stage.at(begins),
    )  # fmt: skip
    parts = (
        (Phase.DIAGNOSTIC_STUDY, 20, 6),
        (Phase.ACTION_PLAN, 30, 10),
        (Phase.IMPLEMENTATION, 40, 32),
        (Phase.EXIT, 10, 35),
    )
    payments = [contracts.Payment(phase, amount * share // 100, stage.day(begins + due)) for phase, share, due in parts]
    contracts.set_payments(contract_id=contract.pk, payments=payments, by=stage.officer, now=stage.at(begins))
    contracts.approve(contract_id=contract.pk, by=stage.manager, now=stage.at(begins))
    for payment in contract.payments.filter(due_on__lte=tehran_date(stage.now)):
        contracts.pay(payment_id=payment.pk, on=payment.due_on, by=stage.officer, now=stage.now)
