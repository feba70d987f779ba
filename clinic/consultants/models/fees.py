"""What the work of consultants costs, and how much of it the unit bears."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.consultants.choices import FeeBasis, Level
from clinic.consultants.models.guards import DateRange
from clinic.consultants.querysets import FeeRuleQuerySet
from core.audit import audited
from core.fields.models import PersianCharField, RialField


@audited()
class FeeRule(models.Model):
    """The fee in rials for one hour, visit or part of a report by a consultant of this level; the unit bears `unit_share`
    percent of it, the clinic the rest. At most one rule for each holds on a day."""

    basis = models.CharField(_("counted by"), max_length=8, choices=FeeBasis.choices)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    amount = RialField(_("fee (rials)"))
    unit_share = models.PositiveSmallIntegerField(
        _("borne by the unit (%)"), default=0, validators=[MaxValueValidator(100)]
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True)
    source = PersianCharField(_("set by"), max_length=200)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    objects = FeeRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("fee rule")
        verbose_name_plural = _("fee rules")
        ordering = ["basis", "level", "-valid_from"]
        constraints = [
            models.CheckConstraint(name="fee_basis_known", condition=Q(basis__in=FeeBasis.values)),
            models.CheckConstraint(name="fee_level_known", condition=Q(level__in=Level.values)),
            models.CheckConstraint(name="fee_share_percent", condition=Q(unit_share__lte=100)),
            models.CheckConstraint(
                name="fee_in_order", condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from"))
            ),
            ExclusionConstraint(
                name="fee_one_rule_a_day",
                expressions=[
                    ("basis", RangeOperators.EQUAL),
                    ("level", RangeOperators.EQUAL),
                    (
                        DateRange("valid_from", "valid_to", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_basis_display()} – {self.get_level_display()}"
