"""Readings: what was measured in a unit on a day, from which source. A correction is a new reading."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.units.choices import ReadingSource
from clinic.units.models.guards import correction_of_its_unit, keeps_the_latest
from clinic.units.models.unit import IndustrialUnit
from clinic.units.querysets import ReadingQuerySet
from core.audit import audited
from core.fields.models import PersianTextField, RialField

MOST_CAPACITY: Final = Decimal(150)
"""Percent of the nominal capacity; more than one shift can make more than the licence says."""

FIGURES: Final = (
    "actual_capacity_percent", "staff", "insured_staff", "sales_rials", "power_kwh", "arrears_bank", "arrears_tax",
    "arrears_insurance",
)  # fmt: skip
"""Columns of a reading that are figures; all but the first may be unknown."""


@audited()
class UnitReading(models.Model):
    """Figures of one unit as they were on `measured_on`: capacity in use (percent of the nominal one), people, and in one
    month sales (rials) and power (kWh); arrears in rials on that day. The row that is not `superseded` counts."""

    unit = models.ForeignKey(
        IndustrialUnit, on_delete=models.PROTECT, related_name="readings", verbose_name=_("industrial unit")
    )
    measured_on = models.DateField(_("measured on"))
    actual_capacity_percent = models.DecimalField(
        _("capacity in use (percent)"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(MOST_CAPACITY)],
    )
    staff = models.PositiveIntegerField(_("staff at work"), null=True, blank=True)
    insured_staff = models.PositiveIntegerField(_("people on the insurance list"), null=True, blank=True)
    sales_rials = RialField(_("sales in a month (rials)"), null=True, blank=True)
    power_kwh = models.PositiveIntegerField(_("power used in a month (kWh)"), null=True, blank=True)
    arrears_bank = RialField(_("arrears at banks (rials)"), null=True, blank=True)
    arrears_tax = RialField(_("arrears of tax (rials)"), null=True, blank=True)
    arrears_insurance = RialField(_("arrears of insurance (rials)"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=12, choices=ReadingSource.choices)
    note = PersianTextField(_("note"), max_length=1000, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("entered by"),
    )
    entered_at = models.DateTimeField(_("entered"))
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="correction", verbose_name=_("corrects")
    )
    superseded = models.BooleanField(_("replaced by a correction"), default=False, editable=False)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading of a unit")
        verbose_name_plural = _("readings of units")
        ordering = ["-measured_on", "-id"]
        indexes = [models.Index(fields=["measured_on"], name="unit_reading_by_day", condition=Q(superseded=False))]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "measured_on"], name="unit_reading_once_a_day", condition=Q(superseded=False)
            ),
            models.CheckConstraint(
                name="unit_reading_capacity",
                condition=Q(actual_capacity_percent__gte=0, actual_capacity_percent__lte=MOST_CAPACITY),
            ),
            models.CheckConstraint(name="unit_reading_source_known", condition=Q(source__in=ReadingSource.values)),
            models.CheckConstraint(
                name="unit_reading_correction_says_why", condition=Q(corrects__isnull=True) | ~Q(note="")
            ),
            models.CheckConstraint(
                name="unit_reading_not_its_own_correction",
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="reading_stays",
                fields=["unit", "measured_on", *FIGURES, "source", "note", "entered_by", "entered_at", "corrects"],
            ),
            pgtrigger.Protect(name="reading_is_kept", operation=pgtrigger.Delete),
            correction_of_its_unit(),
            keeps_the_latest(),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.measured_on}"

    @property
    def arrears(self) -> int | None:
        """Bank, tax and insurance together, in rials; None when none of them is known."""
        known = [one for one in (self.arrears_bank, self.arrears_tax, self.arrears_insurance) if one is not None]
        return sum(known) if known else None
