"""Phases and contracts with agents."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from programs.clusters import permissions
from programs.clusters.admin.base import (
    Act,
    OnDay,
    OnDayWithText,
    OnlyShown,
    ServiceAdmin,
    ServiceForm,
    WithReason,
    in_state,
)
from programs.clusters.choices import ContractStatus, PhaseStatus
from programs.clusters.models import AgentContract, ContractPayment, PhaseRun
from programs.clusters.services import contracts, phases


class PhaseForm(ServiceForm):
    """When a phase is to run."""

    class Meta:
        model = PhaseRun
        fields = ["cluster", "phase", "planned_starts_on", "planned_ends_on", "is_illustrative"]

    def _post_clean(self) -> None:
        """The service checks the row: the same phase again moves it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> PhaseRun:
        cluster = values.pop("cluster", None) or self.instance.cluster
        phase = values.pop("phase", None) or self.instance.phase
        return phases.plan(cluster_id=cluster.pk, phase=phase, by=by, now=now, **values)


@admin.register(PhaseRun)
class PhaseRunAdmin(ServiceAdmin):
    """Phases: planned by the form, begun and ended by steps."""

    form = PhaseForm
    list_display = ("cluster", "phase", "status", "planned_starts_on", "planned_ends_on", "starts_on", "ends_on")
    list_filter = ("cluster", "phase", "status")
    list_select_related = ("cluster",)
    acts = (
        Act(
            name="start",
            label=_("The phase begins"),
            text=_("A phase begins when the one before it has ended; trust building runs beside the others."),
            run=lambda row, values, by, now: phases.start(phase_id=row.pk, on=values["on"], by=by, now=now),
            possible=in_state(PhaseStatus.PLANNED),
            form=OnDay,
        ),
        Act(
            name="finish",
            label=_("The phase ends"),
            text=_("Write in a few sentences what it brought."),
            run=lambda row, values, by, now: phases.finish(
                phase_id=row.pk, on=values["on"], report=values["text"], by=by, now=now
            ),
            possible=in_state(PhaseStatus.RUNNING),
            form=OnDayWithText,
        ),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The plan moves until the phase begins."""
        return (obj is None or obj.status == PhaseStatus.PLANNED) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Known by cluster and phase."""
        return [*super().get_readonly_fields(request, obj), *(["cluster", "phase"] if obj else [])]


class ContractForm(ServiceForm):
    """A draft contract."""

    class Meta:
        model = AgentContract
        fields = [
            "cluster", "agent_name", "agent", "number", "tendered_on", "starts_on", "ends_on", "amount",
            "is_illustrative",
        ]  # fmt: skip

    def _post_clean(self) -> None:
        """The service checks the row, with the one who made it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> AgentContract:
        cluster = values.pop("cluster", None)
        if self.instance.pk is None:
            return contracts.draft(cluster_id=cluster.pk, by=by, now=now, **values)
        return contracts.change(contract_id=self.instance.pk, values=values, by=by, now=now)


@admin.register(AgentContract)
class AgentContractAdmin(ServiceAdmin):
    """Contracts: drafted by officers, approved by a manager."""

    form = ContractForm
    list_display = ("number", "cluster", "agent_name", "starts_on", "ends_on", "amount", "status", "approved_by")
    list_filter = ("cluster", "status")
    list_select_related = ("cluster", "approved_by")
    raw_id_fields = ("agent",)
    acts = (
        Act(
            name="approve",
            label=_("Approve the contract"),
            text=_("The contract comes into force. Nobody approves what he made himself."),
            run=lambda row, values, by, now: contracts.approve(contract_id=row.pk, by=by, now=now),
            possible=in_state(ContractStatus.DRAFT),
            permission=permissions.APPROVE,
        ),
        Act(
            name="cancel",
            label=_("Cancel the draft"),
            text=_("The draft is given up; its days are free for another contract."),
            run=lambda row, values, by, now: contracts.cancel(
                contract_id=row.pk, reason=values["reason"], by=by, now=now
            ),
            possible=in_state(ContractStatus.DRAFT),
            form=WithReason,
            is_danger=True,
        ),
        Act(
            name="end",
            label=_("End the contract"),
            text=_("On its last day or earlier; an earlier end frees the days after it."),
            run=lambda row, values, by, now: contracts.end(
                contract_id=row.pk, on=values["on"], reason=values["text"], by=by, now=now
            ),
            possible=in_state(ContractStatus.APPROVED),
            form=OnDayWithText,
            permission=permissions.APPROVE,
            is_danger=True,
        ),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only of a draft."""
        return (obj is None or obj.status == ContractStatus.DRAFT) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A contract stays with its cluster."""
        return [*super().get_readonly_fields(request, obj), *(["cluster"] if obj else [])]


class PaymentForm(ServiceForm):
    """A payment of a draft."""

    class Meta:
        model = ContractPayment
        fields = ["contract", "phase", "amount", "due_on"]

    def _post_clean(self) -> None:
        """The service checks the row: the same phase again changes it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ContractPayment:
        contract = values.pop("contract")
        return contracts.set_payment(contract_id=contract.pk, payment=contracts.Payment(**values), by=by, now=now)


@admin.register(ContractPayment)
class ContractPaymentAdmin(OnlyShown):
    """Payments by phase; in all they make the amount of the contract."""

    form = PaymentForm
    list_display = ("contract", "phase", "amount", "due_on", "paid_on")
    list_filter = ("contract__cluster", "phase")
    list_select_related = ("contract__cluster",)
    acts = (
        Act(
            name="pay",
            label=_("Paid"),
            text=_("Write down that the payment was made."),
            run=lambda row, values, by, now: contracts.pay(payment_id=row.pk, on=values["on"], by=by, now=now),
            possible=lambda row: (
                row.paid_on is None and row.contract.status in (ContractStatus.APPROVED, ContractStatus.ENDED)
            ),
            form=OnDay,
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Of a draft; the same phase again changes its payment."""
        return bool(request.user.has_perm(self.permission))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "contract":
            options["queryset"] = AgentContract.objects.filter(status=ContractStatus.DRAFT)
        return super().formfield_for_foreignkey(db_field, request, **options)
