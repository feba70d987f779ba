"""The action plan of a cluster, in versions, and its actions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import RialField
from programs.clusters.choices import ItemStatus, PlanStatus
from programs.clusters.models.cluster import Cluster


@audited()
class ActionPlan(models.Model):
    """One version of a cluster's action plan. An approved one is never changed: a new version takes its place."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="plans", verbose_name=_("cluster"))
    version = models.PositiveSmallIntegerField(_("version"))
    vision = models.TextField(_("vision"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    status = models.CharField(_("state"), max_length=12, choices=PlanStatus.choices, default=PlanStatus.DRAFT)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made"))
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("approved by"),
    )  # fmt: skip
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    review_note = models.CharField(_("note of the review"), max_length=500, blank=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    class Meta:
        verbose_name = _("action plan")
        verbose_name_plural = _("action plans")
        ordering = ["cluster", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "version"], name="cluster_plan_version_once"),
            models.UniqueConstraint(
                fields=["cluster"], name="cluster_plan_one_approved", condition=Q(status=PlanStatus.APPROVED)
            ),
            models.UniqueConstraint(
                fields=["cluster"],
                name="cluster_plan_one_in_the_making",
                condition=Q(status__in=[PlanStatus.DRAFT, PlanStatus.SUBMITTED]),
            ),
            models.CheckConstraint(name="cluster_plan_in_order", condition=Q(ends_on__gt=F("starts_on"))),
            models.CheckConstraint(
                name="cluster_plan_not_self_approved",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("made_by")),
            ),
            models.CheckConstraint(
                name="cluster_plan_approval_of_state",
                condition=Q(
                    status__in=[PlanStatus.APPROVED, PlanStatus.SUPERSEDED],
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                )
                | Q(
                    status__in=[PlanStatus.DRAFT, PlanStatus.SUBMITTED],
                    approved_by__isnull=True,
                    approved_at__isnull=True,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cluster} {self.version}"


@audited()
class ActionItem(models.Model):
    """One action of a plan: who does it until when, what it costs, and who bears which share (per cent, in all 100)."""

    plan = models.ForeignKey(ActionPlan, on_delete=models.PROTECT, related_name="items", verbose_name=_("action plan"))
    position = models.PositiveSmallIntegerField(_("position"))
    goal = models.CharField(_("goal"), max_length=200)
    action = models.CharField(_("action"), max_length=300)
    owner = models.CharField(_("responsible"), max_length=160)
    due_on = models.DateField(_("due on"))
    budget = RialField(_("budget"))
    share_company = models.DecimalField(_("share of the company (%)"), max_digits=5, decimal_places=2, default=0)
    share_state = models.DecimalField(_("share of public credit (%)"), max_digits=5, decimal_places=2, default=0)
    share_members = models.DecimalField(_("share of the members (%)"), max_digits=5, decimal_places=2, default=0)
    share_banks = models.DecimalField(_("share of banks (%)"), max_digits=5, decimal_places=2, default=0)
    share_others = models.DecimalField(_("share of others (%)"), max_digits=5, decimal_places=2, default=0)
    status = models.CharField(_("state"), max_length=12, choices=ItemStatus.choices, default=ItemStatus.OPEN)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("action of a plan")
        verbose_name_plural = _("actions of plans")
        ordering = ["plan", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="cluster_action_position_once"),
            models.CheckConstraint(name="cluster_action_status_known", condition=Q(status__in=ItemStatus.values)),
            models.CheckConstraint(
                name="cluster_action_shares_not_negative",
                condition=Q(
                    share_company__gte=0,
                    share_state__gte=0,
                    share_members__gte=0,
                    share_banks__gte=0,
                    share_others__gte=0,
                ),
            ),
            models.CheckConstraint(
                name="cluster_action_shares_make_100",
                condition=Q(
                    share_company=100 - F("share_state") - F("share_members") - F("share_banks") - F("share_others")
                ),
            ),
            models.CheckConstraint(
                name="cluster_action_done_has_date",
                condition=Q(status=ItemStatus.DONE, done_on__isnull=False)
                | (~Q(status=ItemStatus.DONE) & Q(done_on__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.action
