"""Clusters, what dated sources say of them, and what they make."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from estates.choices import Precision
from estates.models import County, Trade
from estates.models.naming import Named, search_index
from programs.clusters.choices import FactKey
from programs.clusters.querysets import ClusterQuerySet


@audited(exclude=("search_key", "sort_key"))
class Cluster(Named):
    """Firms of one trade and place that complete each other. Its phase follows from its `PhaseRun` rows alone."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="clusters", verbose_name=_("county"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    trade = models.ForeignKey(
        Trade, on_delete=models.PROTECT, null=True, blank=True, related_name="clusters", verbose_name=_("trade")
    )
    summary = models.TextField(_("in short"), blank=True)
    is_public = models.BooleanField(_("shown to the public"), default=True)
    is_illustrative = models.BooleanField(
        _("illustrative data"),
        default=False,
        help_text=_("Members and figures show how a page looks; they are not real."),
    )
    source = models.CharField(_("source"), max_length=300)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    created_at = models.DateTimeField(_("entered"))
    updated_at = models.DateTimeField(_("changed"))

    objects = ClusterQuerySet.as_manager()

    class Meta:
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")
        ordering = ["sort_key", "id"]
        indexes = [search_index("cluster_search")]
        constraints = [models.CheckConstraint(name="cluster_has_source", condition=~Q(source=""))]

    def searched_texts(self) -> tuple[str, ...]:
        """Names of the cluster, its place and county."""
        return self.name, self.name_en, self.place, self.county.name, self.county.name_en


@audited()
class ClusterFact(models.Model):
    """One thing a source says of a cluster. Sources that contradict each other stand side by side, each with its date."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="facts", verbose_name=_("cluster"))
    key = models.CharField(_("about"), max_length=16, choices=FactKey.choices)
    value = models.TextField(_("what it says"))
    as_of = models.DateField(_("as of"), null=True, blank=True)
    precision = models.CharField(_("exact to the"), max_length=8, choices=Precision.choices, default=Precision.DAY)
    is_approximate = models.BooleanField(_("approximate date"), default=False)
    source = models.CharField(_("source"), max_length=300)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("fact about a cluster")
        verbose_name_plural = _("facts about clusters")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["cluster", "position"], name="cluster_fact_by_cluster")]
        constraints = [
            models.CheckConstraint(name="cluster_fact_has_source", condition=~Q(source="")),
            models.CheckConstraint(name="cluster_fact_says_something", condition=~Q(value="")),
            models.CheckConstraint(name="cluster_fact_key_known", condition=Q(key__in=FactKey.values)),
        ]

    def __str__(self) -> str:
        return f"{self.get_key_display()}: {self.value}"


@audited()
class ClusterProduct(models.Model):
    """Something the cluster makes, with its heading in the Harmonised System (4 to 6 digits, or 8 as customs write it)."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="products", verbose_name=_("cluster"))
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=120, blank=True)
    hs_code = models.CharField(_("HS code"), max_length=8)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("product of a cluster")
        verbose_name_plural = _("products of clusters")
        ordering = ["cluster", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "name"], name="cluster_product_once"),
            models.CheckConstraint(
                name="cluster_product_hs_form", condition=Q(hs_code__regex=r"^([0-9]{4}|[0-9]{6}|[0-9]{8})$")
            ),
        ]

    def __str__(self) -> str:
        return self.name
