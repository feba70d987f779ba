"""Kinds of stored files."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileKind(models.TextChoices):
    """What a file is, found from its bytes."""

    IMAGE = "image", _("photo")
    PDF = "pdf", _("PDF paper")
