"""Lists of units that were handed in as Excel sheets."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.units.choices import ImportStatus
from core.audit import audited


@audited(exclude=("rows",))
class UnitImport(models.Model):
    """A sheet somebody handed in: its rows as texts, what the check found, and whether it was brought in.

    `rows` is a list of ``[number, {column: text}]``, empty when the sheet has errors; `errors` of ``[row, column, message]``.
    """

    file_name = models.CharField(_("file"), max_length=120)
    sha256 = models.CharField(_("digest"), max_length=64)
    status = models.CharField(
        _("status"), max_length=8, choices=ImportStatus.choices, default=ImportStatus.CHECKED, editable=False
    )
    rows = models.JSONField(_("rows"), default=list)
    errors = models.JSONField(_("errors"), default=list)
    summary = models.JSONField(_("what changes"), default=dict)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("handed in by")
    )
    uploaded_at = models.DateTimeField(_("handed in"))
    applied_at = models.DateTimeField(_("brought in"), null=True, blank=True)

    class Meta:
        verbose_name = _("list of units")
        verbose_name_plural = _("lists of units")
        ordering = ["-uploaded_at", "-id"]
        constraints = [
            models.CheckConstraint(name="unit_import_status_known", condition=Q(status__in=ImportStatus.values)),
            models.CheckConstraint(
                name="unit_import_applied_has_date",
                condition=Q(status=ImportStatus.APPLIED, applied_at__isnull=False)
                | (~Q(status=ImportStatus.APPLIED) & Q(applied_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="unit_import_refused_has_errors", condition=~Q(status=ImportStatus.REFUSED) | ~Q(errors=[])
            ),
        ]

    def __str__(self) -> str:
        return self.file_name
