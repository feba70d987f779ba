"""Who looked at what was measured in a unit. The unit's own people read this table."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.units.choices import LookedAt
from clinic.units.models.unit import IndustrialUnit


class UnitLook(models.Model):
    """One look of one member of staff. Rows are added, never changed."""

    unit = models.ForeignKey(
        IndustrialUnit, on_delete=models.PROTECT, related_name="looks", verbose_name=_("industrial unit")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("looked at by")
    )
    at = models.DateTimeField(_("at"))
    what = models.CharField(_("what was looked at"), max_length=12, choices=LookedAt.choices)

    class Meta:
        verbose_name = _("look at a unit")
        verbose_name_plural = _("looks at units")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["unit", "-at"], name="unit_look_by_unit")]
        constraints = [models.CheckConstraint(name="unit_look_known", condition=Q(what__in=LookedAt.values))]
        triggers = [pgtrigger.Protect(name="look_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.what} {self.at:%Y-%m-%d}"
