"""Indicators: what a programme is measured by besides work done and money spent."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianCharField
from programs.choices import Better, Dimension, IndicatorKind
from programs.models.plan import Activity
from programs.models.programme import Programme


@audited()
class Indicator(models.Model):
    """One measure of a programme, typed: `kind` says how readings are put together.

    `metric` names a live figure of `core.metrics` that is shown beside the readings, or is empty.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="indicators", verbose_name=_("programme")
    )
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators", verbose_name=_("activity")
    )
    code = models.SlugField(_("code"), max_length=60)
    name = PersianCharField(_("name"), max_length=160)
    unit = PersianCharField(_("unit"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=IndicatorKind.choices)
    better = models.CharField(_("direction"), max_length=6, choices=Better.choices, default=Better.UP)
    start_value = models.DecimalField(_("value at the start"), max_digits=18, decimal_places=4, null=True, blank=True)
    target_value = models.DecimalField(_("target"), max_digits=18, decimal_places=4, null=True, blank=True)
    target_on = models.DateField(_("target by"), null=True, blank=True)
    metric = models.CharField(_("live figure"), max_length=80, blank=True)
    dimensions = ArrayField(
        models.CharField(max_length=10, choices=Dimension.choices),
        verbose_name=_("broken down by"),
        default=list,
        blank=True,
    )
    decimals = models.PositiveSmallIntegerField(_("decimal places"), default=0)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["programme", "id"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="indicator_code_once"),
            models.CheckConstraint(name="indicator_kind_known", condition=Q(kind__in=IndicatorKind.values)),
            models.CheckConstraint(name="indicator_better_known", condition=Q(better__in=Better.values)),
            models.CheckConstraint(name="indicator_decimals_0_to_4", condition=Q(decimals__lte=4)),
            models.CheckConstraint(
                name="indicator_dimensions_known", condition=Q(dimensions__contained_by=list(Dimension.values))
            ),
            models.CheckConstraint(
                name="indicator_target_has_day", condition=Q(target_value__isnull=True) | Q(target_on__isnull=False)
            ),
            models.CheckConstraint(name="indicator_has_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
