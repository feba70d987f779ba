"""The certificate of a course."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianCharField
from core.guards import filled_once
from training.models.guards import only_who_passed
from training.models.registration import Registration

CERTIFICATE_PREFIX = "CT"
"""Codes of certificates look like tracking codes and begin otherwise."""


@audited()
class Certificate(models.Model):
    """What the portal confirms: this person passed this course. The PDF follows by a job; `code` proves it at /verify/.

    Names and hours are kept as they were when it was issued. Revoking is for good.
    """

    registration = models.OneToOneField(
        Registration, on_delete=models.PROTECT, related_name="certificate", verbose_name=_("registration")
    )
    code = models.CharField(_("number"), max_length=15, unique=True)
    holder_name = PersianCharField(_("holder"), max_length=160)
    course_name = PersianCharField(_("course"), max_length=160)
    hours = models.DecimalField(_("hours"), max_digits=6, decimal_places=1)
    issued_at = models.DateTimeField(_("issued"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("issued by")
    )
    pdf = models.ForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("PDF")
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("revoked by")
    )
    revoked_reason = PersianCharField(_("why it was revoked"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="certificate_code_shape", condition=Q(code__regex=r"^CT-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$")
            ),
            models.CheckConstraint(
                name="certificate_revoked_with_reason",
                condition=Q(revoked_at__isnull=True, revoked_reason="", revoked_by__isnull=True)
                | (Q(revoked_at__isnull=False) & ~Q(revoked_reason="")),
            ),
        ]
        triggers = [
            only_who_passed(),
            pgtrigger.ReadOnly(
                name="certificate_facts_stay",
                fields=["registration", "code", "holder_name", "course_name", "hours", "issued_at", "issued_by"],
            ),
            filled_once("pdf_id", "revoked_at"),
            pgtrigger.Protect(name="certificate_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_valid(self) -> bool:
        """Issued and not revoked."""
        return self.revoked_at is None
