"""The contract with a cluster's development agent: drafted by an officer, approved by a manager."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import transitions
from core.audit import record
from core.errors import WrongState
from core.persian.calendar import tehran_date
from core.writing import write
from programs.clusters import permissions, policies, workflow
from programs.clusters.choices import ContractStatus
from programs.clusters.errors import ContractFrozen, ContractsOverlap
from programs.clusters.models import AgentContract, ContractPayment
from programs.clusters.services.checks import in_order, locked, locked_cluster, not_later, number, refuse


@dataclass(frozen=True, slots=True)
class Payment:
    """A part of the amount, in rials, due with a phase."""

    phase: str
    amount: int
    due_on: date


def draft(
    *,
    cluster_id: int,
    agent_name: str,
    number: str,
    starts_on: date,
    ends_on: date,
    amount: int,
    by: Any,
    now: datetime,
    agent: Any | None = None,
    tendered_on: date | None = None,
    is_illustrative: bool = False,
) -> AgentContract:
    """Begin a contract. Raises InvalidInput for dates out of order, ContractsOverlap when another one runs then."""
    permissions.require(by, permissions.WRITE)
    values = {
        "agent_name": agent_name, "agent": agent, "number": number, "tendered_on": tendered_on, "starts_on": starts_on,
        "ends_on": ends_on, "amount": amount, "is_illustrative": is_illustrative,
    }  # fmt: skip
    with transaction.atomic():
        contract = AgentContract(cluster=locked_cluster(cluster_id), made_by=by, made_at=now)
        _check(contract, values)
        return write(contract, values, by=by, now=now, event="clusters.contract")


def change(*, contract_id: int, values: dict[str, Any], by: Any, now: datetime) -> AgentContract:
    """Change a draft. Raises ContractFrozen for any other."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        contract = _locked_draft(contract_id)
        _check(contract, values)
        return write(contract, values, by=by, now=now, event="clusters.contract")


def set_payments(*, contract_id: int, payments: Iterable[Payment], by: Any, now: datetime) -> AgentContract:
    """Say how the amount of a draft falls due, phase by phase; what stood there before is replaced.

    Their sum is checked when the contract is approved.
    """
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        contract = _locked_draft(contract_id)
        wanted = {row.phase: row for row in payments}
        for old in contract.payments.exclude(phase__in=wanted):
            record(action="clusters.payment.removed", by=by, target=old, now=now)
            old.delete()
        for row in wanted.values():
            _set_payment(contract, row, by=by, now=now)
        return contract


def set_payment(*, contract_id: int, payment: Payment, by: Any, now: datetime) -> ContractPayment:
    """Say how much of a draft's amount falls due with one phase; the same phase again changes it."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        return _set_payment(_locked_draft(contract_id), payment, by=by, now=now)


def approve(*, contract_id: int, by: Any, now: datetime) -> AgentContract:
    """A manager who did not make it puts the contract in force. Raises SelfApproved, InvalidInput (payments), WrongState."""
    permissions.require(by, permissions.APPROVE)
    with transaction.atomic():
        contract = locked(AgentContract, contract_id)
        policies.not_by_maker(contract, by)
        changes = {"approved_by": by, "approved_at": now}
        return transitions.apply(workflow.CONTRACT, contract, "approve", by=by, now=now, changes=changes)


def cancel(*, contract_id: int, reason: str, by: Any, now: datetime) -> AgentContract:
    """A draft is given up; its days are free again."""
    with transaction.atomic():
        contract = locked(AgentContract, contract_id)
        changes = {"end_reason": _reason(reason)}
        return transitions.apply(workflow.CONTRACT, contract, "cancel", by=by, now=now, reason=reason, changes=changes)


def end(*, contract_id: int, on: date, reason: str, by: Any, now: datetime) -> AgentContract:
    """A contract in force ends, on its last day or earlier; an earlier end frees the days after it."""
    with transaction.atomic():
        contract = locked(AgentContract, contract_id)
        not_later(on, tehran_date(now), field="ends_on")
        in_order(contract.starts_on, on)
        if on > contract.ends_on:
            raise refuse("ends_on", _("A contract cannot end after its last day."))
        changes = {"ends_on": on, "end_reason": _reason(reason)}
        return transitions.apply(workflow.CONTRACT, contract, "end", by=by, now=now, reason=reason, changes=changes)


def pay(*, payment_id: int, on: date, by: Any, now: datetime) -> ContractPayment:
    """Write down that a payment was made."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        payment = locked(ContractPayment, payment_id)
        if payment.contract.status not in (ContractStatus.APPROVED, ContractStatus.ENDED):
            raise WrongState(_("Only a contract in force is paid."), code="contract_not_in_force")
        if payment.paid_on is not None:
            raise WrongState(_("This payment has been made already."), code="paid_already")
        not_later(on, tehran_date(now), field="paid_on")
        return write(payment, {"paid_on": on}, by=by, now=now, event="clusters.payment")


def _set_payment(contract: AgentContract, row: Payment, *, by: Any, now: datetime) -> ContractPayment:
    number(row.amount, "amount", above=True)
    if not contract.starts_on <= row.due_on <= contract.ends_on:
        raise refuse("due_on", _("A payment falls due within the days of the contract."))
    kept = contract.payments.filter(phase=row.phase).first() or ContractPayment(contract=contract)
    values = {"phase": row.phase, "amount": row.amount, "due_on": row.due_on}
    return write(kept, values, by=by, now=now, event="clusters.payment")


def _locked_draft(contract_id: int) -> AgentContract:
    contract = locked(AgentContract, contract_id)
    if contract.status != ContractStatus.DRAFT:
        raise ContractFrozen()
    return contract


def _check(contract: AgentContract, values: dict[str, Any]) -> None:
    whole = {
        name: values.get(name, getattr(contract, name)) for name in ("starts_on", "ends_on", "tendered_on", "amount")
    }
    in_order(whole["starts_on"], whole["ends_on"])
    number(whole["amount"], "amount", above=True)
    if whole["tendered_on"] is not None and whole["tendered_on"] > whole["starts_on"]:
        raise refuse("tendered_on", _("The tender comes before the contract."))
    others = AgentContract.objects.filter(cluster_id=contract.cluster_id).exclude(pk=contract.pk)
    others = others.exclude(status=ContractStatus.CANCELLED)
    if others.filter(starts_on__lte=whole["ends_on"], ends_on__gte=whole["starts_on"]).exists():
        raise ContractsOverlap(field="starts_on")


def _reason(reason: str) -> str:
    if not reason.strip():
        raise refuse("reason", _("Give a reason."))
    return reason.strip()
