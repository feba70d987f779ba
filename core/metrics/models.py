"""What live figures were, month by month."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited


class MetricValue(models.Model):
    """One value of one figure in one month; `key` "" is the whole. The running month's is written anew by each refresh.

    Not audited row by row, because it is worked out from rows that are: `MetricMonth` binds a month that is over.
    `is_illustrative` marks history that was invented for the demo and never measured.
    """

    metric = models.CharField(_("figure"), max_length=80)
    month = models.DateField(_("month"), help_text=_("First day of the Jalali month."))
    key = models.CharField(_("part"), max_length=200, blank=True)
    dimensions = models.JSONField(_("taken apart by"), default=dict, blank=True)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    taken_at = models.DateTimeField(_("read at"))
    is_illustrative = models.BooleanField(_("sample data"), default=False)

    class Meta:
        verbose_name = _("value of a live figure")
        verbose_name_plural = _("values of live figures")
        ordering = ["metric", "-month", "key"]
        constraints = [
            models.UniqueConstraint(fields=["metric", "month", "key"], name="metric_value_once"),
            models.CheckConstraint(
                condition=Q(key="", dimensions={}) | (~Q(key="") & ~Q(dimensions={})), name="metric_key_fits_dimensions"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="month_is_sealed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("touched", "date")],
                func="""
                    FOREACH touched IN ARRAY array_remove(ARRAY[NEW.month, OLD.month], NULL) LOOP
                        IF EXISTS (SELECT 1 FROM metrics_metricmonth m WHERE m.month = touched) THEN
                            RAISE EXCEPTION 'the figures of a month that is over do not change'
                                USING ERRCODE = 'integrity_constraint_violation';
                        END IF;
                    END LOOP;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.metric} {self.month} {self.key}".strip()


@audited()
class MetricMonth(models.Model):
    """A month that is over: how many values it holds, and their digest (`services.digest`)."""

    month = models.DateField(_("month"), unique=True)
    values_count = models.PositiveIntegerField(_("values"))
    sha256 = models.CharField(_("digest"), max_length=64)
    sealed_at = models.DateTimeField(_("sealed"))

    class Meta:
        verbose_name = _("sealed month of live figures")
        verbose_name_plural = _("sealed months of live figures")
        ordering = ["-month"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="metric_month_digest_shape")
        ]

    def __str__(self) -> str:
        return f"{self.month}"
