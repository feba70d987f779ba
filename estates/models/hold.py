"""What holds a plot: the only ground of its status."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from estates.choices import POSSESSION, HoldKind
from estates.models.plot import Plot


@audited()
class PlotHold(models.Model):
    """Somebody or something keeps a plot from `from_at` on; live while `until_at` is empty.

    The holder is a row of a later app (a call, an offer, a contract), named by `holder_type` ("allocations.call") and
    `holder_id`: this app stands below those and cannot point at them.
    """

    plot = models.ForeignKey(Plot, on_delete=models.PROTECT, related_name="holds", verbose_name=_("plot"))
    kind = models.CharField(_("kind"), max_length=20, choices=HoldKind.choices)
    holder_type = models.CharField(_("kind of holder"), max_length=80)
    holder_id = models.CharField(_("holder"), max_length=40)
    from_at = models.DateTimeField(_("from"))
    until_at = models.DateTimeField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("hold on a plot")
        verbose_name_plural = _("holds on plots")
        ordering = ["-from_at", "-id"]
        indexes = [
            models.Index(fields=["kind", "plot"], name="hold_live_by_kind", condition=Q(until_at__isnull=True)),
            models.Index(fields=["holder_type", "holder_id"], name="hold_by_holder"),
            models.Index(fields=["plot", "-from_at"], name="hold_by_plot"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["plot"],
                name="plot_held_by_one_call",
                condition=Q(until_at__isnull=True, kind=HoldKind.IN_CALL),
            ),
            models.UniqueConstraint(
                fields=["plot"],
                name="plot_held_by_one_possessor",
                condition=Q(until_at__isnull=True, kind__in=POSSESSION),
            ),
            models.CheckConstraint(name="hold_kind_known", condition=Q(kind__in=HoldKind.values)),
            models.CheckConstraint(name="hold_has_holder", condition=~Q(holder_type="") & ~Q(holder_id="")),
            models.CheckConstraint(
                name="hold_ends_after_it_began", condition=Q(until_at__isnull=True) | Q(until_at__gte=F("from_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.holder_type}:{self.holder_id}"
