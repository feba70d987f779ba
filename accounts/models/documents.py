"""The vault: papers an applicant keeps once and shows to many calls."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.choices import DocumentKind, DocumentStatus
from accounts.models.parties import Applicant, GroupClaim
from accounts.querysets import DocumentQuerySet
from core.audit import audited
from core.fields.models import PersianCharField

EXPIRY_WARNING = timedelta(days=60)
"""How long before its last day a paper is said to expire soon."""


@audited()
class Document(models.Model):
    """One paper of an applicant with its days of validity. The file never changes; a newer paper replaces it."""

    owner = models.ForeignKey(Applicant, on_delete=models.PROTECT, related_name="documents", verbose_name=_("owner"))
    kind = models.CharField(_("kind of paper"), max_length=32, choices=DocumentKind.choices)
    title = PersianCharField(_("title"), max_length=120, blank=True)
    number = PersianCharField(_("number of the paper"), max_length=40, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    status = models.CharField(
        _("state"), max_length=12, choices=DocumentStatus.choices, default=DocumentStatus.ACTIVE, editable=False
    )
    replaces = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("replaces"),
    )
    claim = models.ForeignKey(
        GroupClaim,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("special group"),
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    created_at = models.DateTimeField(_("added at"))

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner", "status"], name="document_owner_status")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(issued_on=None) | Q(valid_until__gte=F("issued_on")),
                name="document_dates_in_order",
            ),
            models.CheckConstraint(condition=Q(status__in=DocumentStatus.values), name="document_status_known"),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaces=F("id")), name="document_does_not_replace_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.display_title

    @property
    def display_title(self) -> str:
        """What the owner called it, or the name of its kind."""
        return self.title or self.get_kind_display()

    def has_expired(self, day: date) -> bool:
        """Whether the last day of validity lies before `day`; a paper without one never expires."""
        return self.valid_until is not None and self.valid_until < day

    def expires_soon(self, day: date) -> bool:
        """Whether it is still valid on `day`, but not for long any more."""
        return self.valid_until is not None and day <= self.valid_until <= day + EXPIRY_WARNING
