"""Where each programme stood at the end of each month, kept ready for the company's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.fields.models import RialField
from programs.dashboards.choices import LightColour, Outlook
from programs.models import Programme

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _points(label: StrOrPromise) -> models.DecimalField:
    return models.DecimalField(label, max_digits=5, decimal_places=2, null=True)


class ProgrammeSnapshot(models.Model):
    """One programme at the end of one Jalali month (`month` is its first day), from the readings approved so far.

    `planned` and `actual` in percent, `deviation` in points, money in rials, `pace` and `needed` in points a month;
    `expected`, `earliest` and `latest` are the months of the end by the trend; `amber` and `red` the rule by which the light
    was given. Every row is worked out anew by `services.snapshots.recompute`, also for months that are over (a correction
    moves them), so it is not audited: what it is made of is. `manage.py verify_programs` compares.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="snapshots", verbose_name=_("programme")
    )
    month = models.DateField(_("month"))
    planned = _points(_("planned (percent)"))
    actual = _points(_("done (percent)"))
    deviation = _points(_("deviation (points)"))
    light = models.CharField(_("light"), max_length=8, choices=LightColour.choices)
    amber = models.DecimalField(_("amber below (points)"), max_digits=5, decimal_places=2)
    red = models.DecimalField(_("red below (points)"), max_digits=5, decimal_places=2)
    bac = RialField(_("planned cost of all the work"))
    pv = RialField(_("planned cost up to now"))
    ev = RialField(_("planned cost of what was done"))
    ac = RialField(_("paid"))
    spi = models.DecimalField(_("done for each rial planned"), max_digits=20, decimal_places=2, null=True)
    cpi = models.DecimalField(_("done for each rial paid"), max_digits=20, decimal_places=2, null=True)
    eac = models.DecimalField(_("cost to be expected"), max_digits=30, decimal_places=0, null=True)
    approved = RialField(_("approved budget"))
    allocated = RialField(_("allocated"))
    trend = models.CharField(_("outlook"), max_length=16, choices=Outlook.choices)
    pace = _points(_("points a month"))
    expected = models.DateField(_("expected end"), null=True)
    earliest = models.DateField(_("earliest end"), null=True)
    latest = models.DateField(_("latest end"), null=True)
    needed = _points(_("needed each month (points)"))
    reported_until = models.DateField(_("reported until"), null=True)
    taken_at = models.DateTimeField(_("worked out at"))

    class Meta:
        verbose_name = _("state of a programme in a month")
        verbose_name_plural = _("states of programmes by month")
        ordering = ["programme", "-month"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "month"], name="programme_snapshot_once"),
            models.CheckConstraint(name="snapshot_light_known", condition=Q(light__in=LightColour.values)),
            models.CheckConstraint(name="snapshot_trend_known", condition=Q(trend__in=Outlook.values)),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.month:%Y-%m-%d}"
