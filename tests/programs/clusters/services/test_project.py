"""Phases follow each other; contracts do not overlap and are paid whole; plans are approved by somebody else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from core.errors import Conflict, InvalidInput, PermissionRefused, WrongState
from programs.clusters.choices import ContractStatus, ItemStatus, Phase, PhaseStatus, PlanStatus
from programs.clusters.errors import ContractFrozen, ContractsOverlap, PhaseTooEarly, PlanFrozen, SelfApproved
from programs.clusters.models import ActionItem, AgentContract, Cluster, PhaseRun
from programs.clusters.services import contracts, phases, plans
from programs.clusters.services.contracts import Payment
from tests.factories import accounts
from tests.factories import clusters as made
from tests.factories.clusters import NOW, TODAY, ClusterFactory, day

pytestmark = pytest.mark.django_db


def of_both_roles() -> User:
    """Somebody who may write and approve."""
    from accounts.services import roles

    user = accounts.programme_officer()
    roles.grant(user_id=user.pk, role="manager", scope="", by=None, now=accounts.EARLIER)
    user.refresh_from_db()
    return user


def test_a_phase_waits_for_the_one_before_it(cluster: Cluster, officer: User) -> None:
    study = made.phase(cluster, Phase.DIAGNOSTIC_STUDY, "1404/01/01", "1404/04/31", by=officer, state="RUNNING")
    plan = made.phase(cluster, Phase.ACTION_PLAN, "1404/05/01", "1404/08/30", by=officer)
    with pytest.raises(PhaseTooEarly):
        phases.start(phase_id=plan.pk, on=day("1404/05/01"), by=officer, now=NOW)
    phases.finish(phase_id=study.pk, on=day("1404/04/20"), report="گزارش", by=officer, now=NOW)
    assert phases.start(phase_id=plan.pk, on=day("1404/05/01"), by=officer, now=NOW).status == PhaseStatus.RUNNING


def test_trust_building_runs_beside_the_others(cluster: Cluster, officer: User) -> None:
    made.phase(cluster, Phase.IDENTIFICATION, "1404/01/01", "1404/02/31", by=officer, state="RUNNING")
    assert made.phase(cluster, Phase.TRUST_BUILDING, "1404/01/01", "1406/01/01", by=officer, state="RUNNING")
    later = made.phase(cluster, Phase.DIAGNOSTIC_STUDY, "1404/03/01", "1404/06/31", by=officer)
    with pytest.raises(PhaseTooEarly):
        phases.start(phase_id=later.pk, on=day("1404/03/01"), by=officer, now=NOW)


def test_a_phase_ends_after_it_began_and_not_in_the_future(cluster: Cluster, officer: User) -> None:
    with pytest.raises(InvalidInput):
        made.phase(cluster, Phase.EXIT, "1404/05/01", "1404/05/01", by=officer)
    run = made.phase(cluster, Phase.IDENTIFICATION, "1404/01/10", "1404/02/31", by=officer, state="RUNNING")
    for on in ("1404/01/09", "1405/12/01"):
        with pytest.raises(InvalidInput):
            phases.finish(phase_id=run.pk, on=day(on), report="گزارش", by=officer, now=NOW)


def test_the_plan_of_a_phase_moves_until_it_begins(cluster: Cluster, officer: User) -> None:
    made.phase(cluster, Phase.IDENTIFICATION, "1404/01/01", "1404/02/31", by=officer)
    made.phase(cluster, Phase.IDENTIFICATION, "1404/02/01", "1404/03/31", by=officer, state="RUNNING")
    assert PhaseRun.objects.get().planned_starts_on == day("1404/02/01")
    with pytest.raises(WrongState):
        made.phase(cluster, Phase.IDENTIFICATION, "1404/03/01", "1404/04/31", by=officer)


def test_the_phase_of_the_plan_ends_with_an_approved_plan(cluster: Cluster, officer: User) -> None:
    run = made.phase(cluster, Phase.ACTION_PLAN, "1404/05/01", "1404/08/30", by=officer, state="RUNNING")
    with pytest.raises(WrongState):
        phases.finish(phase_id=run.pk, on=day("1404/08/30"), report="گزارش", by=officer, now=NOW)
    made.approved_plan(cluster)
    phases.finish(phase_id=run.pk, on=day("1404/08/30"), report="گزارش", by=officer, now=NOW)


@pytest.mark.parametrize(
    ("start", "end"), [("1404/12/29", "1405/06/31"), ("1403/01/01", "1404/01/01"), ("1404/03/01", "1404/04/01")]
)
def test_two_contracts_of_a_cluster_never_overlap(cluster: Cluster, officer: User, start: str, end: str) -> None:
    made.contract(cluster, by=officer)
    with pytest.raises(ContractsOverlap):
        made.contract(cluster, by=officer, starts_on=day(start), ends_on=day(end))
    made.contract(ClusterFactory("shoes"), by=officer, starts_on=day(start), ends_on=day(end))


def test_the_database_itself_refuses_contracts_that_overlap(cluster: Cluster, officer: User) -> None:
    first = made.contract(cluster, by=officer)
    second = made.contract(cluster, by=officer, starts_on=day("1405/01/01"), ends_on=day("1405/06/31"))
    with pytest.raises(IntegrityError, match="cluster_contracts_do_not_overlap"), transaction.atomic():
        AgentContract.objects.filter(pk=second.pk).update(starts_on=first.ends_on)


def test_a_cancelled_contract_frees_its_days(cluster: Cluster, officer: User) -> None:
    first = made.contract(cluster, by=officer)
    contracts.cancel(contract_id=first.pk, reason="تجدید مناقصه", by=officer, now=NOW)
    made.contract(cluster, by=officer)


@pytest.mark.parametrize(
    "values",
    [{"ends_on": "1404/01/01"}, {"ends_on": "1403/01/01"}, {"tendered_on": "1404/01/02"}],
)
def test_days_of_a_contract_out_of_order_are_refused(cluster: Cluster, officer: User, values: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        made.contract(cluster, by=officer, **{name: day(text) for name, text in values.items()})


@pytest.mark.parametrize("amount", [0, -5])
def test_a_contract_is_about_money(cluster: Cluster, officer: User, amount: int) -> None:
    with pytest.raises(InvalidInput):
        made.contract(cluster, by=officer, amount=amount)


def paid(contract: AgentContract, officer: User, *amounts: int) -> None:
    rows = [Payment(phase, amount, day("1404/06/01")) for phase, amount in zip(Phase, amounts, strict=False)]
    contracts.set_payments(contract_id=contract.pk, payments=rows, by=officer, now=NOW)


def test_a_contract_is_approved_when_its_payments_make_the_amount(
    cluster: Cluster, officer: User, manager: User
) -> None:
    contract = made.contract(cluster, by=officer)
    paid(contract, officer, 400_000_000, 500_000_000)
    with pytest.raises(InvalidInput):
        contracts.approve(contract_id=contract.pk, by=manager, now=NOW)
    paid(contract, officer, 400_000_000, 600_000_000)
    assert contracts.approve(contract_id=contract.pk, by=manager, now=NOW).status == ContractStatus.APPROVED
    with pytest.raises(ContractFrozen):
        paid(contract, officer, 1_000_000_000)


def test_nobody_approves_his_own_contract(cluster: Cluster) -> None:
    both = of_both_roles()
    contract = made.contract(cluster, by=both)
    paid(contract, both, 1_000_000_000)
    with pytest.raises(SelfApproved):
        contracts.approve(contract_id=contract.pk, by=both, now=NOW)
    with pytest.raises(IntegrityError, match="not_self_approved"), transaction.atomic():
        AgentContract.objects.filter(pk=contract.pk).update(approved_by=both, approved_at=NOW, status="APPROVED")


def test_a_contract_that_ends_early_frees_the_days_after_it(cluster: Cluster, officer: User, manager: User) -> None:
    contract = made.contract(cluster, by=officer)
    paid(contract, officer, 1_000_000_000)
    contracts.approve(contract_id=contract.pk, by=manager, now=NOW)
    contracts.end(contract_id=contract.pk, on=day("1404/06/31"), reason="توافق", by=manager, now=NOW)
    made.contract(cluster, by=officer, starts_on=day("1404/07/01"), ends_on=day("1405/06/31"))


def test_a_payment_is_made_once_and_only_of_a_contract_in_force(cluster: Cluster, officer: User, manager: User) -> None:
    contract = made.contract(cluster, by=officer)
    paid(contract, officer, 1_000_000_000)
    payment = contract.payments.get()
    with pytest.raises(WrongState):
        contracts.pay(payment_id=payment.pk, on=TODAY, by=officer, now=NOW)
    contracts.approve(contract_id=contract.pk, by=manager, now=NOW)
    contracts.pay(payment_id=payment.pk, on=TODAY, by=officer, now=NOW)
    with pytest.raises(WrongState):
        contracts.pay(payment_id=payment.pk, on=TODAY, by=officer, now=NOW)


@pytest.mark.parametrize(
    "shares",
    [
        {"share_members": Decimal(99)},
        {"share_members": Decimal(60), "share_banks": Decimal("40.01")},
        {"share_members": Decimal(120), "share_banks": Decimal(-20)},
    ],
)
def test_shares_make_a_hundred(cluster: Cluster, officer: User, shares: dict[str, Decimal]) -> None:
    plan = made.plan(cluster, by=officer)
    with pytest.raises(InvalidInput):
        plans.set_item(plan_id=plan.pk, position=2, values=made.action(**shares), by=officer, now=NOW)
    assert plan.items.count() == 1


def test_the_database_itself_refuses_shares_that_do_not_make_a_hundred(cluster: Cluster, officer: User) -> None:
    made.plan(cluster, by=officer)
    with pytest.raises(IntegrityError, match="shares_make_100"), transaction.atomic():
        ActionItem.objects.update(share_members=Decimal(90))


@pytest.mark.parametrize("values", [{"budget": -1}, {"due_on": "1406/01/01"}, {"due_on": "1403/12/29"}])
def test_an_action_lies_within_its_plan_and_costs_nothing_or_more(
    cluster: Cluster, officer: User, values: dict[str, object]
) -> None:
    plan = made.plan(cluster, by=officer)
    values = {name: day(value) if isinstance(value, str) else value for name, value in values.items()}
    with pytest.raises(InvalidInput):
        plans.set_item(plan_id=plan.pk, position=1, values=made.action(**values), by=officer, now=NOW)


def test_a_plan_is_approved_by_a_manager_who_did_not_make_it(cluster: Cluster, officer: User, manager: User) -> None:
    plan = made.plan(cluster, by=officer)
    with pytest.raises(WrongState):
        plans.approve(plan_id=plan.pk, by=manager, now=NOW)
    plans.submit(plan_id=plan.pk, by=officer, now=NOW)
    with pytest.raises(PermissionRefused):
        plans.approve(plan_id=plan.pk, by=officer, now=NOW)
    assert plans.approve(plan_id=plan.pk, by=manager, now=NOW).status == PlanStatus.APPROVED
    with pytest.raises(PlanFrozen):
        plans.set_item(plan_id=plan.pk, position=1, values={"goal": "دیگر"}, by=officer, now=NOW)


def test_nobody_approves_his_own_plan(cluster: Cluster) -> None:
    both = of_both_roles()
    plan = made.plan(cluster, by=both)
    plans.submit(plan_id=plan.pk, by=both, now=NOW)
    with pytest.raises(SelfApproved):
        plans.approve(plan_id=plan.pk, by=both, now=NOW)


def test_a_new_version_takes_the_place_of_the_one_in_force(cluster: Cluster, officer: User, manager: User) -> None:
    first = made.approved_plan(cluster)
    second = made.plan(cluster, by=officer)
    with pytest.raises(Conflict):
        made.plan(cluster, by=officer)
    plans.submit(plan_id=second.pk, by=officer, now=NOW)
    plans.return_(plan_id=second.pk, note="بودجه را بازنگری کنید", by=manager, now=NOW)
    plans.submit(plan_id=second.pk, by=officer, now=NOW)
    plans.approve(plan_id=second.pk, by=manager, now=NOW)
    first.refresh_from_db()
    assert (first.status, second.version) == (PlanStatus.SUPERSEDED, 2)


def test_an_empty_plan_is_not_submitted(cluster: Cluster, officer: User) -> None:
    with pytest.raises(WrongState):
        plans.submit(plan_id=made.plan(cluster, by=officer, items=0).pk, by=officer, now=NOW)


def test_actions_move_only_in_the_plan_in_force(cluster: Cluster, officer: User) -> None:
    draft = made.plan(cluster, by=officer)
    with pytest.raises(WrongState):
        plans.start_action(item_id=draft.items.get().pk, by=officer, now=NOW)
    item = made.approved_plan(ClusterFactory("shoes")).items.get()
    plans.start_action(item_id=item.pk, by=officer, now=NOW)
    with pytest.raises(InvalidInput):
        plans.finish_action(item_id=item.pk, on=day("1405/12/01"), note="", by=officer, now=NOW)
    assert plans.finish_action(item_id=item.pk, on=TODAY, note="", by=officer, now=NOW).status == ItemStatus.DONE
    with pytest.raises(WrongState):
        plans.drop_action(item_id=item.pk, reason="دیر شد", by=officer, now=NOW)


def test_an_action_beyond_the_list_is_removed_with_it(cluster: Cluster, officer: User) -> None:
    plan = made.plan(cluster, by=officer, items=3)
    plans.set_items(plan_id=plan.pk, rows=[made.action(action="تنها")], by=officer, now=NOW)
    assert list(plan.items.values_list("action", flat=True)) == ["تنها"]
