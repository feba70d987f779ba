"""The development project of a cluster: its phases, and the agent who is engaged for it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import LegalEntity
from core.audit import audited
from core.fields.models import RialField
from programs.clusters.choices import ContractStatus, Phase, PhaseStatus
from programs.clusters.models.cluster import Cluster


class DateRange(Func):
    """Both days belong to the range."""

    function = "DATERANGE"
    output_field = DateRangeField()


@audited()
class PhaseRun(models.Model):
    """One phase of a cluster: when it was to run, and when it ran."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="phases", verbose_name=_("cluster"))
    phase = models.CharField(_("phase"), max_length=20, choices=Phase.choices)
    status = models.CharField(_("state"), max_length=12, choices=PhaseStatus.choices, default=PhaseStatus.PLANNED)
    planned_starts_on = models.DateField(_("planned start"))
    planned_ends_on = models.DateField(_("planned end"))
    starts_on = models.DateField(_("started on"), null=True, blank=True)
    ends_on = models.DateField(_("ended on"), null=True, blank=True)
    report = models.TextField(_("report"), blank=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    class Meta:
        verbose_name = _("phase of a cluster")
        verbose_name_plural = _("phases of clusters")
        ordering = ["cluster", "planned_starts_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "phase"], name="cluster_phase_once"),
            models.CheckConstraint(name="cluster_phase_known", condition=Q(phase__in=Phase.values)),
            models.CheckConstraint(
                name="cluster_phase_plan_in_order", condition=Q(planned_ends_on__gt=F("planned_starts_on"))
            ),
            models.CheckConstraint(
                name="cluster_phase_dates_of_state",
                condition=Q(status=PhaseStatus.PLANNED, starts_on__isnull=True, ends_on__isnull=True)
                | Q(status=PhaseStatus.RUNNING, starts_on__isnull=False, ends_on__isnull=True)
                | Q(
                    status=PhaseStatus.DONE, starts_on__isnull=False, ends_on__isnull=False, ends_on__gte=F("starts_on")
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.get_phase_display()


@audited()
class AgentContract(models.Model):
    """The contract with a cluster's development agent; a cluster never has two at once."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="contracts", verbose_name=_("cluster"))
    agent_name = models.CharField(_("development agent"), max_length=160)
    agent = models.ForeignKey(
        LegalEntity, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("legal entity")
    )
    number = models.CharField(_("number"), max_length=40, unique=True)
    tendered_on = models.DateField(_("date of the tender"), null=True, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    amount = RialField(_("amount"))
    status = models.CharField(_("state"), max_length=12, choices=ContractStatus.choices, default=ContractStatus.DRAFT)
    end_reason = models.CharField(_("why it ended"), max_length=300, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("approved by"),
    )  # fmt: skip
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    class Meta:
        verbose_name = _("agent's contract")
        verbose_name_plural = _("agents' contracts")
        ordering = ["cluster", "-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(name="cluster_contract_in_order", condition=Q(ends_on__gt=F("starts_on"))),
            models.CheckConstraint(name="cluster_contract_amount", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="cluster_contract_tender_before",
                condition=Q(tendered_on__isnull=True) | Q(tendered_on__lte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="cluster_contract_not_self_approved",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("made_by")),
            ),
            models.CheckConstraint(
                name="cluster_contract_approval_of_state",
                condition=Q(
                    status__in=[ContractStatus.APPROVED, ContractStatus.ENDED],
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                )
                | Q(
                    status__in=[ContractStatus.DRAFT, ContractStatus.CANCELLED],
                    approved_by__isnull=True,
                    approved_at__isnull=True,
                ),
            ),
            ExclusionConstraint(
                name="cluster_contracts_do_not_overlap",
                expressions=[
                    ("cluster", RangeOperators.EQUAL),
                    (
                        DateRange("starts_on", "ends_on", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=~Q(status=ContractStatus.CANCELLED),
            ),
        ]

    def __str__(self) -> str:
        return self.number


@audited()
class ContractPayment(models.Model):
    """A part of a contract's amount, due with a phase."""

    contract = models.ForeignKey(
        AgentContract, on_delete=models.PROTECT, related_name="payments", verbose_name=_("contract")
    )
    phase = models.CharField(_("phase"), max_length=20, choices=Phase.choices)
    amount = RialField(_("amount"))
    due_on = models.DateField(_("due on"))
    paid_on = models.DateField(_("paid on"), null=True, blank=True)

    class Meta:
        verbose_name = _("payment of a contract")
        verbose_name_plural = _("payments of contracts")
        ordering = ["contract", "due_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "phase"], name="cluster_payment_once_per_phase"),
            models.CheckConstraint(name="cluster_payment_phase_known", condition=Q(phase__in=Phase.values)),
            models.CheckConstraint(name="cluster_payment_amount", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.get_phase_display()}"
