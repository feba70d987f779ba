"""What was handed in, word for word, and the receipt for it. Neither is ever changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import VersionCause
from allocations.models.application import Application
from core.audit import audited
from core.guards import filled_once, written_once

RECEIPT_PREFIX = "RS"
"""Codes of receipts look like tracking codes and begin otherwise."""


@audited(exclude=["form_json"])
class SubmissionVersion(models.Model):
    """The form as it was handed in: canonical JSON and its SHA-256, so that it can be proved later."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    cause = models.CharField(_("cause"), max_length=10, choices=VersionCause)
    form_json = models.TextField(_("form"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    idempotency_key = models.CharField(_("key of the request"), max_length=64, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("handed in"))

    class Meta:
        verbose_name = _("version handed in")
        verbose_name_plural = _("versions handed in")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="submissionversion_number_once"),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(cause=VersionCause.SUBMITTED),
                name="submissionversion_one_first_submission",
            ),
            models.UniqueConstraint(
                fields=["application", "idempotency_key"],
                condition=~Q(idempotency_key=""),
                name="submissionversion_request_once",
            ),
            models.CheckConstraint(name="submissionversion_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="submissionversion_hashed", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.application_id}/{self.number}"


@audited()
class Receipt(models.Model):
    """The receipt of one version. The PDF follows by a job; `code` proves it at /verify/."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="receipts")
    version = models.OneToOneField(SubmissionVersion, on_delete=models.PROTECT, related_name="receipt")
    code = models.CharField(_("code"), max_length=15, unique=True)
    issued_at = models.DateTimeField(_("issued"))
    pdf = models.ForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("PDF")
    )

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="receipt_code_shape", condition=Q(code__regex=r"^RS-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$")
            )
        ]
        triggers = [filled_once("application_id", "version_id", "code", "issued_at", "pdf_id", name="receipt_is_fixed")]

    def __str__(self) -> str:
        return self.code
