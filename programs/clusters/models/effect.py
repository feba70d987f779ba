"""What the work brings: figures of each member before and after, and how content people are."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from programs.choices import Better, IndicatorKind
from programs.clusters.choices import GatheringKind, HalfYear
from programs.clusters.models.cluster import Cluster
from programs.clusters.models.member import ClusterMember
from programs.clusters.querysets import CurrentQuerySet


@audited()
class ClusterIndicator(models.Model):
    """Something that is measured at every member. `baseline_month` is the month that stands for "before"."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="indicators", verbose_name=_("cluster"))
    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=120, blank=True)
    unit = models.CharField(_("unit"), max_length=40)
    kind = models.CharField(_("how members are added up"), max_length=8, choices=IndicatorKind.choices)
    better = models.CharField(_("direction"), max_length=4, choices=Better.choices, default=Better.UP)
    decimals = models.PositiveSmallIntegerField(_("decimal places"), default=0)
    baseline_month = models.DateField(_("month before the work"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("indicator of a cluster")
        verbose_name_plural = _("indicators of clusters")
        ordering = ["cluster", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "code"], name="cluster_indicator_once"),
            models.CheckConstraint(name="cluster_indicator_kind_known", condition=Q(kind__in=IndicatorKind.values)),
            models.CheckConstraint(name="cluster_indicator_better_known", condition=Q(better__in=Better.values)),
            models.CheckConstraint(name="cluster_indicator_decimals", condition=Q(decimals__lte=4)),
        ]

    def __str__(self) -> str:
        return self.name


@audited()
class MemberReading(models.Model):
    """The value of an indicator at one member in one Jalali month (`month`: its first day). Corrected by a new reading.

    A ratio has `numerator` and `denominator`, every other kind `value`.
    """

    indicator = models.ForeignKey(
        ClusterIndicator, on_delete=models.PROTECT, related_name="readings", verbose_name=_("indicator")
    )
    member = models.ForeignKey(
        ClusterMember, on_delete=models.PROTECT, related_name="readings", verbose_name=_("member")
    )
    month = models.DateField(_("month"))
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(_("numerator"), max_digits=18, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(_("denominator"), max_digits=18, decimal_places=4, null=True, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name=_("corrects")
    )
    is_superseded = models.BooleanField(_("corrected"), default=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("entered by"),
    )  # fmt: skip
    created_at = models.DateTimeField(_("entered"))

    objects = CurrentQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading of a member")
        verbose_name_plural = _("readings of members")
        ordering = ["indicator", "month", "member", "id"]
        indexes = [models.Index(fields=["member", "month"], name="cluster_reading_by_member")]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "member", "month"], name="cluster_reading_once", condition=Q(is_superseded=False)
            ),
            models.CheckConstraint(
                name="cluster_reading_value_or_ratio",
                condition=Q(value__isnull=False, value__gte=0, numerator__isnull=True, denominator__isnull=True)
                | Q(
                    value__isnull=True,
                    numerator__isnull=False,
                    numerator__gte=0,
                    denominator__isnull=False,
                    denominator__gt=0,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.member} {self.month}"


@audited()
class ClusterGathering(models.Model):
    """A gathering of the cluster: to build trust, to see others' work, to decide together."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="gatherings", verbose_name=_("cluster"))
    kind = models.CharField(_("kind"), max_length=16, choices=GatheringKind.choices)
    title = models.CharField(_("title"), max_length=160)
    place = models.CharField(_("place"), max_length=160, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    report = models.TextField(_("report"), blank=True)
    is_public = models.BooleanField(_("shown to the public"), default=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    class Meta:
        verbose_name = _("event of a cluster")
        verbose_name_plural = _("events of clusters")
        ordering = ["-starts_on", "-id"]
        indexes = [models.Index(fields=["cluster", "-starts_on"], name="cluster_event_by_cluster")]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "title", "starts_on"], name="cluster_event_once"),
            models.CheckConstraint(name="cluster_event_kind_known", condition=Q(kind__in=GatheringKind.values)),
            models.CheckConstraint(name="cluster_event_in_order", condition=Q(ends_on__gte=models.F("starts_on"))),
        ]

    def __str__(self) -> str:
        return self.title


@audited()
class SatisfactionAnswer(models.Model):
    """What one member answered (1 to 5) about an event, or about half a year. Results are shown from five answers up."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="answers", verbose_name=_("cluster"))
    member = models.ForeignKey(
        ClusterMember, on_delete=models.PROTECT, related_name="answers", verbose_name=_("member")
    )
    event = models.ForeignKey(
        ClusterGathering,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("event"),
    )
    year = models.PositiveSmallIntegerField(_("Jalali year"), null=True, blank=True)
    half = models.CharField(_("half of the year"), max_length=8, choices=HalfYear.choices, blank=True)
    score = models.PositiveSmallIntegerField(_("answer (1 to 5)"))
    comment = models.CharField(_("comment"), max_length=500, blank=True)
    answered_on = models.DateField(_("answered on"))

    class Meta:
        verbose_name = _("answer of a survey")
        verbose_name_plural = _("answers of surveys")
        ordering = ["-answered_on", "-id"]
        constraints = [
            models.CheckConstraint(name="cluster_answer_score", condition=Q(score__gte=1, score__lte=5)),
            models.CheckConstraint(
                name="cluster_answer_event_or_half_year",
                condition=Q(event__isnull=False, year__isnull=True, half="")
                | Q(event__isnull=True, year__isnull=False, year__gte=1350, year__lte=1500, half__in=HalfYear.values),
            ),
            models.UniqueConstraint(
                fields=["member", "event"], name="cluster_answer_once_per_event", condition=Q(event__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["member", "year", "half"], name="cluster_answer_once_per_half", condition=Q(event__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cluster} {self.answered_on}"
