"""What was announced about a call after its publication: longer terms, amendments, questions and answers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from allocations.models.call import Call
from core.audit import audited
from core.fields.models import PersianTextField
from core.guards import written_once


@audited()
class CallExtension(models.Model):
    """The term was lengthened; the later dates of the call moved with it by the same span."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="extensions")
    previous_closes_at = models.DateTimeField(_("closed before"))
    closes_at = models.DateTimeField(_("closes now"))
    reason = PersianTextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("announced"))

    class Meta:
        verbose_name = _("extension of the term")
        verbose_name_plural = _("extensions of the term")
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                name="callextension_only_lengthens", condition=Q(closes_at__gt=F("previous_closes_at"))
            ),
            models.CheckConstraint(name="callextension_before_the_end", condition=Q(at__lt=F("previous_closes_at"))),
            models.CheckConstraint(name="callextension_has_reason", condition=~Q(reason="")),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.call_id}: {self.closes_at:%Y-%m-%d %H:%M}"


@audited(exclude=["previous_rules_json", "previous_terms_json", "transaction_number"])
class CallAmendment(models.Model):
    """An announced change of the rules: every difference, and the term that began anew.

    `transaction_number` opens the rules for the transaction that writes this row and for no other.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="amendments")
    version = models.PositiveSmallIntegerField(_("version of the rules"))
    reason = PersianTextField(_("reason"))
    differences = models.JSONField(_("differences"), default=list)
    previous_rules_sha256 = models.CharField(_("SHA-256 of the rules before"), max_length=64)
    previous_terms_sha256 = models.CharField(_("SHA-256 of the terms before"), max_length=64)
    previous_rules_json = models.TextField(_("rules before"))
    previous_terms_json = models.TextField(_("terms before"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("announced"))
    transaction_number = models.BigIntegerField(
        db_default=Func(function="txid_current", output_field=models.BigIntegerField()), editable=False
    )

    class Meta:
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(fields=["call", "version"], name="callamendment_version_once"),
            models.CheckConstraint(name="callamendment_has_reason", condition=~Q(reason="")),
            models.CheckConstraint(name="callamendment_after_first_version", condition=Q(version__gte=2)),
        ]
        triggers = [written_once(own_transaction=True)]

    def __str__(self) -> str:
        return f"{self.call_id}: {self.version}"


@audited()
class CallQuestion(models.Model):
    """A question about a call; published with its answer, without the asker's name."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="questions")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked"))
    question = PersianTextField(_("question"), max_length=1000)
    answer = PersianTextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="callquestion_answer_has_author",
                condition=Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.question[:60]
