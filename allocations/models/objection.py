"""An applicant's objection and the committee's answer."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import ObjectionStatus, ObjectionSubject
from core.audit import audited
from core.fields.models import PersianTextField


@audited()
class Objection(models.Model):
    """What an applicant holds to be wrong, and how the committee answered it. One open objection per subject."""

    application = models.ForeignKey(
        "allocations.Application", on_delete=models.PROTECT, related_name="objections", verbose_name=_("application")
    )
    subject = models.CharField(_("subject"), max_length=12, choices=ObjectionSubject)
    text = PersianTextField(_("text of the objection"))
    status = models.CharField(
        _("status"), max_length=8, choices=ObjectionStatus, default=ObjectionStatus.OPEN, editable=False
    )
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("filed by")
    )
    filed_at = models.DateTimeField(_("filed at"))
    answer = PersianTextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True)

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        ordering = ["filed_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "subject"],
                condition=Q(status=ObjectionStatus.OPEN),
                name="objection_one_open_per_subject",
            ),
            models.CheckConstraint(
                condition=Q(status=ObjectionStatus.OPEN, answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(status=ObjectionStatus.OPEN) & Q(answered_by__isnull=False, answered_at__isnull=False))
                & ~Q(answer=""),
                name="objection_answer_complete",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="objection_has_text"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="objection_facts_stay", fields=["application", "subject", "text", "filed_by", "filed_at"]
            ),
            pgtrigger.Protect(
                name="objection_answer_stays", operation=pgtrigger.Update, condition=~pgtrigger.Q(old__status="OPEN")
            ),
            pgtrigger.Protect(name="objection_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.application_id}/{self.subject}"
