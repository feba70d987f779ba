"""When a consultant can be met: hours of every week, less the days he is away."""

from __future__ import annotations

from datetime import time

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.consultants.choices import Weekday
from clinic.consultants.models.consultant import Consultant
from clinic.consultants.models.guards import DateRange, HoursRange, OnOneDay
from core.audit import audited
from core.fields.models import PersianCharField

EARLIEST, LATEST = time(6), time(22)


@audited()
class Availability(models.Model):
    """Hours of every week in which units may book an appointment; times of Tehran, the end not included."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="availability", verbose_name=_("consultant")
    )
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday.choices)
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("until"))

    class Meta:
        verbose_name = _("weekly hours")
        verbose_name_plural = _("weekly hours")
        ordering = ["consultant", "weekday", "starts_at"]
        constraints = [
            models.CheckConstraint(name="availability_weekday_known", condition=Q(weekday__in=Weekday.values)),
            models.CheckConstraint(name="availability_in_order", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="availability_within_the_day", condition=Q(starts_at__gte=EARLIEST, ends_at__lte=LATEST)
            ),
            ExclusionConstraint(
                name="availability_does_not_overlap",
                expressions=[
                    ("consultant", RangeOperators.EQUAL),
                    ("weekday", RangeOperators.EQUAL),
                    (HoursRange(OnOneDay("starts_at"), OnOneDay("ends_at")), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts_at:%H:%M}–{self.ends_at:%H:%M}"


@audited()
class Absence(models.Model):
    """Days on which a consultant cannot be met, both ends included."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="absences", verbose_name=_("consultant")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    note = PersianCharField(_("note"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["consultant", "starts_on"]
        constraints = [
            models.CheckConstraint(name="absence_in_order", condition=Q(ends_on__gte=F("starts_on"))),
            ExclusionConstraint(
                name="absence_does_not_overlap",
                expressions=[
                    ("consultant", RangeOperators.EQUAL),
                    (
                        DateRange("starts_on", "ends_on", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on}–{self.ends_on}"
