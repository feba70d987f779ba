"""Awards: which application holds which plot now."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import LIVE_AWARDS, AwardStatus
from core.audit import audited
from core.fields.models import PersianTextField
from core.guards import filled_once


@audited()
class Award(models.Model):
    """One plot held by one application, from a run or by promotion from the waiting list of that run.

    `plot` and `call` repeat what `call_plot` says, because the constraint "one live award per plot" must hold across calls; a
    trigger keeps the three together, and to a run that was approved.
    """

    call = models.ForeignKey(
        "allocations.Call", on_delete=models.PROTECT, related_name="awards", verbose_name=_("call")
    )
    call_plot = models.ForeignKey(
        "allocations.CallPlot", on_delete=models.PROTECT, related_name="awards", verbose_name=_("plot of the call")
    )
    plot = models.ForeignKey("estates.Plot", on_delete=models.PROTECT, related_name="awards", verbose_name=_("plot"))
    application = models.ForeignKey(
        "allocations.Application", on_delete=models.PROTECT, related_name="awards", verbose_name=_("application")
    )
    run = models.ForeignKey(
        "allocations.Run", on_delete=models.PROTECT, related_name="awards", verbose_name=_("allocation run")
    )
    status = models.CharField(
        _("status"), max_length=12, choices=AwardStatus, default=AwardStatus.PROVISIONAL, editable=False
    )
    queue_position = models.PositiveIntegerField(_("place in the waiting list it came from"), null=True)
    awarded_at = models.DateTimeField(_("awarded at"))
    awarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("awarded by")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_reason = PersianTextField(_("reason of the end"), blank=True)

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plot"], condition=Q(status__in=LIVE_AWARDS), name="award_one_live_per_plot"
            ),
            models.UniqueConstraint(
                fields=["application"], condition=Q(status__in=LIVE_AWARDS), name="award_one_live_per_application"
            ),
            models.CheckConstraint(
                condition=Q(status__in=LIVE_AWARDS, ended_at__isnull=True)
                | (~Q(status__in=LIVE_AWARDS) & Q(ended_at__isnull=False)),
                name="award_ended_has_time",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="award_facts_stay", fields=["call", "call_plot", "plot", "application", "run", "awarded_at"]
            ),
            filled_once("ended_at", name="award_end_stays"),
            pgtrigger.Protect(name="award_stays", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="award_is_of_its_call",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM allocations_callplot p
                        JOIN allocations_application a ON a.call_id = p.call_id
                        JOIN allocations_run r ON r.call_id = p.call_id AND r.status = 'APPROVED'
                        WHERE r.id = NEW.run_id AND p.id = NEW.call_plot_id AND p.plot_id = NEW.plot_id
                          AND p.call_id = NEW.call_id
                          AND a.id = NEW.application_id
                    ) THEN
                        RAISE EXCEPTION 'plot, application and approved run of an award belong together'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.call_plot_id} → {self.application_id}"
