"""The work list of early warning: units that may be about to stop, and what was decided about each."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.units.choices import WarningStatus
from clinic.units.models.unit import IndustrialUnit
from clinic.units.querysets import WarningQuerySet
from core.audit import audited
from core.fields.models import PersianCharField

LIVE = ~Q(status=WarningStatus.CLEARED)
"""A warning that still has its signs. There is one of these at most for each unit."""


@audited(exclude=("score", "reasons", "computed_at"))
class WarningEntry(models.Model):
    """A unit with signs of stopping. `reasons` is a list of ``{"code", "points", "params"}``, the heaviest first, `score`
    their sum; both are worked out anew by a job every day."""

    unit = models.ForeignKey(
        IndustrialUnit, on_delete=models.PROTECT, related_name="warnings", verbose_name=_("industrial unit")
    )
    score = models.DecimalField(_("points"), max_digits=6, decimal_places=1)
    reasons = models.JSONField(_("signs"), default=list)
    since = models.DateTimeField(_("warned since"))
    computed_at = models.DateTimeField(_("worked out at"))
    status = models.CharField(
        _("status"), max_length=16, choices=WarningStatus.choices, default=WarningStatus.OPEN, editable=False
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    reason = PersianCharField(_("reason"), max_length=300, blank=True)
    dismissed_until = models.DateField(_("dismissed until"), null=True, blank=True)
    request_number = models.CharField(_("request"), max_length=24, blank=True)

    objects = WarningQuerySet.as_manager()

    class Meta:
        verbose_name = _("early warning")
        verbose_name_plural = _("early warnings")
        ordering = ["-score", "id"]
        indexes = [models.Index(fields=["status", "-score", "id"], name="warning_ranked")]
        constraints = [
            models.UniqueConstraint(fields=["unit"], name="warning_one_of_unit", condition=LIVE),
            models.CheckConstraint(name="warning_status_known", condition=Q(status__in=WarningStatus.values)),
            models.CheckConstraint(name="warning_score_positive", condition=Q(score__gt=0)),
            models.CheckConstraint(
                name="warning_dismissed_whole",
                condition=~Q(status=WarningStatus.DISMISSED) | (Q(dismissed_until__isnull=False) & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="warning_request_named",
                condition=~Q(status=WarningStatus.REQUEST_OPENED) | ~Q(request_number=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.score}"
