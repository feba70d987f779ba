"""How much each dimension counts in the overall score. No source fixes a formula: the clinic sets it and reports print it."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.choices import Dimension
from clinic.instruments.choices import MOST_WEIGHT
from core.audit import audited
from core.fields.models import PersianCharField
from core.guards import written_once
from core.wording import number_text


@audited()
class WeightSet(models.Model):
    """One set of weights for all dimensions, written once; the one with the highest number counts for new reports."""

    number = models.PositiveSmallIntegerField(_("version"), unique=True)
    reason = PersianCharField(_("why"), max_length=300)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("set by"),
    )
    made_at = models.DateTimeField(_("set at"))

    class Meta:
        verbose_name = _("weights of the dimensions")
        verbose_name_plural = _("weights of the dimensions")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(name="weight_set_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="weight_set_has_reason", condition=~Q(reason="")),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return number_text(self.number)


@audited()
class DimensionWeight(models.Model):
    """The weight of one dimension in a set; 0 leaves it out of the overall score."""

    weight_set = models.ForeignKey(
        WeightSet, on_delete=models.PROTECT, related_name="weights", verbose_name=_("weights of the dimensions")
    )
    dimension = models.CharField(_("dimension"), max_length=30, choices=Dimension.choices)
    weight = models.PositiveSmallIntegerField(_("weight"), validators=[MaxValueValidator(MOST_WEIGHT)])

    class Meta:
        verbose_name = _("weight of a dimension")
        verbose_name_plural = _("weights of dimensions")
        ordering = ["weight_set", "id"]
        constraints = [
            models.UniqueConstraint(fields=["weight_set", "dimension"], name="dimension_weight_once"),
            models.CheckConstraint(name="dimension_weight_known", condition=Q(dimension__in=Dimension.values)),
            models.CheckConstraint(name="dimension_weight_in_range", condition=Q(weight__lte=MOST_WEIGHT)),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.get_dimension_display()}: {number_text(self.weight)}"
