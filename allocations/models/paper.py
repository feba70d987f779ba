"""Papers handed in with an application."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import PaperStatus
from allocations.models.application import Application
from allocations.models.rules import PaperRequirement
from core.audit import audited
from core.fields.models import PersianCharField


@audited()
class Paper(models.Model):
    """One file for one required paper; a newer one replaces it (`replaced_at`), the old row stays."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="papers")
    requirement = models.ForeignKey(
        PaperRequirement, on_delete=models.PROTECT, related_name="handed_in", verbose_name=_("paper")
    )
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    document = models.ForeignKey(
        "accounts.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("from the vault"),
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"))
    replaced_at = models.DateTimeField(_("replaced or removed"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=8, choices=PaperStatus, default=PaperStatus.PENDING, editable=False
    )
    reason = PersianCharField(_("reason"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        ordering = ["requirement__position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "requirement"], condition=Q(replaced_at__isnull=True), name="paper_one_in_force"
            ),
            models.CheckConstraint(
                name="paper_decision_complete",
                condition=Q(status=PaperStatus.PENDING, decided_at__isnull=True, decided_by__isnull=True)
                | Q(status=PaperStatus.ACCEPTED, decided_at__isnull=False, decided_by__isnull=False)
                | (Q(status=PaperStatus.REFUSED, decided_at__isnull=False, decided_by__isnull=False) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.requirement)
