"""Papers and photos people handed in, and who looked at them. The bytes lie under MEDIA_ROOT, never below a web address."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.files.choices import FileKind


@audited()
class StoredFile(models.Model):
    """One file as it is kept: re-made from what was handed in, under a random name. The row outlives its bytes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=FileKind.choices)
    path = models.CharField(_("place in the store"), max_length=120, unique=True)
    source_sha256 = models.CharField(_("digest of what was handed in"), max_length=64)
    sha256 = models.CharField(_("digest of what is kept"), max_length=64)
    size = models.PositiveIntegerField(_("bytes"))
    content_type = models.CharField(_("content type"), max_length=40)
    width = models.PositiveIntegerField(_("width in pixels"), null=True, blank=True)
    height = models.PositiveIntegerField(_("height in pixels"), null=True, blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    original_name = models.CharField(_("name"), max_length=120)
    thumbnail = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="thumbnail_of",
        verbose_name=_("small picture"),
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("handed in by"),
    )
    created_at = models.DateTimeField(_("handed in"))
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=FileKind.values), name="files_kind_known"),
            models.CheckConstraint(condition=Q(size__gt=0), name="files_not_empty"),
            models.CheckConstraint(
                condition=Q(
                    kind="image",
                    width__isnull=False,
                    height__isnull=False,
                    width__gt=0,
                    height__gt=0,
                    pages__isnull=True,
                )
                | Q(kind="pdf", pages__isnull=False, pages__gt=0, width__isnull=True, height__isnull=True),
                name="files_measures_fit_the_kind",
            ),
            models.CheckConstraint(
                condition=Q(thumbnail__isnull=True) | Q(kind="image"), name="files_thumbnail_of_images_only"
            ),
        ]
        indexes = [
            models.Index(fields=["uploaded_by", "source_sha256"], name="files_same_again"),
            models.Index(fields=["created_at"], condition=Q(erased_at__isnull=True), name="files_kept"),
        ]

    def __str__(self) -> str:
        return self.original_name

    def get_absolute_url(self) -> str:
        """Address that opens the file after asking who looks."""
        return reverse("files:open", args=[self.pk])

    @property
    def thumbnail_url(self) -> str:
        """Address of the small picture, or an empty text."""
        return reverse("files:thumbnail", args=[self.pk]) if self.thumbnail_id else ""


class FileAccess(models.Model):
    """One look at one file. Only ever added to."""

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="accesses", verbose_name=_("file"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("seen by"),
    )
    at = models.DateTimeField(_("time"))
    purpose = models.CharField(_("purpose"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("look at a file")
        verbose_name_plural = _("looks at files")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["file", "-at"], name="files_access_of_file")]

    def __str__(self) -> str:
        return f"{self.file_id} {self.at:%Y-%m-%d %H:%M}"
