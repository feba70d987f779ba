"""Brands and what is sold abroad."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from programs.clusters.models.cluster import Cluster, ClusterProduct
from programs.clusters.models.member import ClusterMember
from programs.clusters.querysets import CurrentQuerySet


@audited()
class TrademarkRecord(models.Model):
    """A trade mark of the cluster or of one member: applied for, granted, until when. The state follows from the dates."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="trademarks", verbose_name=_("cluster"))
    member = models.ForeignKey(
        ClusterMember, on_delete=models.PROTECT, null=True, blank=True, related_name="trademarks",
        verbose_name=_("member"), help_text=_("Empty for a mark of the whole cluster."),
    )  # fmt: skip
    brand = models.CharField(_("brand"), max_length=120)
    nice_class = models.PositiveSmallIntegerField(_("class (Nice)"))
    applied_on = models.DateField(_("applied on"))
    granted_on = models.DateField(_("granted on"), null=True, blank=True)
    number = models.CharField(_("number of the mark"), max_length=40, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    class Meta:
        verbose_name = _("trade mark")
        verbose_name_plural = _("trade marks")
        ordering = ["cluster", "brand", "id"]
        indexes = [models.Index(fields=["expires_on"], name="cluster_trademark_by_expiry")]
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                name="cluster_trademark_number_once",
                condition=~Q(number=""),
                violation_error_message=_("A trade mark with this number is entered already."),
            ),
            models.CheckConstraint(name="cluster_trademark_class", condition=Q(nice_class__gte=1, nice_class__lte=45)),
            models.CheckConstraint(
                name="cluster_trademark_granted_whole",
                condition=Q(granted_on__isnull=True, number="", expires_on__isnull=True)
                | (Q(granted_on__isnull=False, expires_on__isnull=False) & ~Q(number="")),
            ),
            models.CheckConstraint(
                name="cluster_trademark_in_order",
                condition=Q(granted_on__isnull=True)
                | Q(expires_on__isnull=False, granted_on__gte=F("applied_on"), expires_on__gt=F("granted_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.brand


@audited()
class ExportRecord(models.Model):
    """What one member sold of one product to one country in a Jalali year. It is corrected by a new record only."""

    member = models.ForeignKey(
        ClusterMember, on_delete=models.PROTECT, related_name="exports", verbose_name=_("member")
    )
    product = models.ForeignKey(
        ClusterProduct, on_delete=models.PROTECT, related_name="exports", verbose_name=_("product")
    )
    country = models.CharField(_("country (ISO code)"), max_length=2)
    year = models.PositiveSmallIntegerField(_("Jalali year"))
    value_usd = models.DecimalField(_("value (US dollars)"), max_digits=14, decimal_places=2)
    weight_kg = models.DecimalField(_("weight (kg)"), max_digits=14, decimal_places=2)
    source = models.CharField(_("source"), max_length=300)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name=_("corrects")
    )
    is_superseded = models.BooleanField(_("corrected"), default=False)
    reason = models.CharField(_("reason of the correction"), max_length=300, blank=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("entered by"),
    )  # fmt: skip
    created_at = models.DateTimeField(_("entered"))

    objects = CurrentQuerySet.as_manager()

    class Meta:
        verbose_name = _("export record")
        verbose_name_plural = _("export records")
        ordering = ["-year", "member", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "product", "country", "year"],
                name="cluster_export_once",
                condition=Q(is_superseded=False),
            ),
            models.CheckConstraint(name="cluster_export_country_form", condition=Q(country__regex=r"^[A-Z]{2}$")),
            models.CheckConstraint(name="cluster_export_year_jalali", condition=Q(year__gte=1350, year__lte=1500)),
            models.CheckConstraint(name="cluster_export_not_negative", condition=Q(value_usd__gte=0, weight_kg__gt=0)),
            models.CheckConstraint(name="cluster_export_has_source", condition=~Q(source="")),
            models.CheckConstraint(
                name="cluster_export_correction_has_reason", condition=Q(corrects__isnull=True) | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.country} {self.year}"
