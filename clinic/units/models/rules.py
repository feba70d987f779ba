"""What the clinic may tune: where the bands begin, and what each sign of stopping weighs."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.units.choices import WarningCode
from core.audit import audited
from core.fields.models import PersianCharField


@audited()
class BandRule(models.Model):
    """Where one band ends and the next begins, in percent of capacity; each limit belongs to the lower band. One row is
    in force; a change is a new row. Without any row `clinic.units.bands.DEFAULT` holds."""

    closed_up_to = models.DecimalField(_("closed up to (percent)"), max_digits=5, decimal_places=2, default=0)
    idle_up_to = models.DecimalField(_("idle up to (percent)"), max_digits=5, decimal_places=2, default=30)
    semi_active_up_to = models.DecimalField(
        _("semi-active up to (percent)"), max_digits=5, decimal_places=2, default=70
    )
    is_active = models.BooleanField(_("in force"), default=True, editable=False)
    note = PersianCharField(_("basis"), max_length=300)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("made by"),
    )  # fmt: skip
    made_at = models.DateTimeField(_("made at"), editable=False)

    class Meta:
        verbose_name = _("limits of the bands")
        verbose_name_plural = _("limits of the bands")
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["is_active"], name="band_rule_one_in_force", condition=Q(is_active=True)),
            models.CheckConstraint(
                name="band_rule_rises",
                condition=Q(
                    closed_up_to__gte=0,
                    idle_up_to__gt=F("closed_up_to"),
                    semi_active_up_to__gt=F("idle_up_to"),
                    semi_active_up_to__lt=150,
                ),
            ),
            models.CheckConstraint(name="band_rule_has_basis", condition=~Q(note="")),
        ]

    def __str__(self) -> str:
        return f"{self.closed_up_to:g} / {self.idle_up_to:g} / {self.semi_active_up_to:g}"


@audited()
class WarningRule(models.Model):
    """One sign of stopping: from which `threshold` on it counts, and how many points it gives there (`weight`).

    A code without a row is worked with as `clinic.units.warning.DEFAULTS` says.
    """

    code = models.CharField(_("sign"), max_length=24, choices=WarningCode.choices, unique=True)
    label = PersianCharField(_("name"), max_length=120)
    weight = models.PositiveSmallIntegerField(
        _("weight (points)"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    threshold = models.PositiveSmallIntegerField(
        _("threshold"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    is_active = models.BooleanField(_("in use"), default=True)
    updated_at = models.DateTimeField(_("changed"), editable=False)

    class Meta:
        verbose_name = _("rule of early warning")
        verbose_name_plural = _("rules of early warning")
        ordering = ["-weight", "code"]
        constraints = [
            models.CheckConstraint(name="warning_rule_code_known", condition=Q(code__in=WarningCode.values)),
            models.CheckConstraint(name="warning_rule_weight", condition=Q(weight__gte=1, weight__lte=100)),
            models.CheckConstraint(name="warning_rule_threshold", condition=Q(threshold__gte=1, threshold__lte=100)),
        ]

    def __str__(self) -> str:
        return self.label
