"""When a light changes: reference data, one row for each group of programmes."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from programs.choices import ProgrammeGroup
from programs.forecast import DEFAULT_RULE, Rule


@audited()
class LightRule(models.Model):
    """Points behind the plan at which the light of a group's programmes turns amber and red; both 0 or below.

    A group without a row goes by `programs.forecast.DEFAULT_RULE`.
    """

    group = models.CharField(_("group"), max_length=20, choices=ProgrammeGroup.choices, unique=True)
    amber = models.DecimalField(
        _("amber below (points)"),
        max_digits=5,
        decimal_places=2,
        default=DEFAULT_RULE.amber,
        help_text=_("Done less planned, in points: -5 means five points behind the plan."),
    )
    red = models.DecimalField(_("red below (points)"), max_digits=5, decimal_places=2, default=DEFAULT_RULE.red)
    updated_at = models.DateTimeField(_("changed"))

    class Meta:
        verbose_name = _("rule of the lights")
        verbose_name_plural = _("rules of the lights")
        ordering = ["group"]
        constraints = [
            models.CheckConstraint(name="light_rule_group_known", condition=Q(group__in=ProgrammeGroup.values)),
            models.CheckConstraint(
                name="light_rule_in_order",
                condition=Q(red__lte=F("amber"), amber__lte=0, red__gte=Decimal(-100)),
                violation_error_message=_("Red must lie below amber, amber not above 0, and red not below -100."),
            ),
        ]

    def __str__(self) -> str:
        return str(ProgrammeGroup(self.group).label)

    @property
    def rule(self) -> Rule:
        """As the forecast takes it."""
        return Rule(amber=self.amber, red=self.red)
