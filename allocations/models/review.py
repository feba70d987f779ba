"""What the reviewing officer asked for and decided."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import CorrectionOutcome, RefusalReason
from allocations.models.application import Application
from core.audit import audited
from core.fields.models import PersianTextField
from core.guards import written_once


@audited()
class CorrectionRequest(models.Model):
    """Something must be put right until a moment. `items` are step codes, or `paper:<code>` for single papers."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="corrections")
    items = ArrayField(models.CharField(max_length=40), verbose_name=_("what to correct"))
    message = PersianTextField(_("what is wrong and how to put it right"), max_length=1000)
    until = models.DateTimeField(_("until"))
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(_("asked"))
    resolved_at = models.DateTimeField(_("ended"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=CorrectionOutcome, blank=True)

    class Meta:
        verbose_name = _("correction asked for")
        verbose_name_plural = _("corrections asked for")
        ordering = ["requested_at", "id"]
        indexes = [
            models.Index(fields=["until"], name="correction_due", condition=Q(resolved_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(resolved_at__isnull=True), name="correction_one_open"
            ),
            models.CheckConstraint(name="correction_until_later", condition=Q(until__gt=F("requested_at"))),
            models.CheckConstraint(name="correction_names_items", condition=Q(items__len__gt=0)),
            models.CheckConstraint(name="correction_has_message", condition=~Q(message="")),
            models.CheckConstraint(
                name="correction_outcome_complete",
                condition=Q(resolved_at__isnull=True, outcome="") | (Q(resolved_at__isnull=False) & ~Q(outcome="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id}: {', '.join(self.items)}"


@audited()
class EligibilityDecision(models.Model):
    """One decision about eligibility; the newest counts. `by` is None when a lapsed correction decided."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="decisions")
    eligible = models.BooleanField(_("eligible"))
    reason_codes = ArrayField(
        models.CharField(max_length=30, choices=RefusalReason), verbose_name=_("reasons"), default=list, blank=True
    )
    note = PersianTextField(_("note"), max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("decided"))

    class Meta:
        verbose_name = _("decision about eligibility")
        verbose_name_plural = _("decisions about eligibility")
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                name="eligibility_refusal_has_reasons", condition=Q(eligible=True) | Q(reason_codes__len__gt=0)
            ),
            models.CheckConstraint(
                name="eligibility_other_reason_is_told",
                condition=~Q(reason_codes__contains=[RefusalReason.OTHER]) | ~Q(note=""),
            ),
            models.CheckConstraint(
                name="eligibility_accepted_by_a_person", condition=Q(eligible=False) | Q(by__isnull=False)
            ),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.eligible}"
