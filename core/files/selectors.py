"""Files as screens show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from core.files.models import FileAccess, StoredFile


def accesses_of(files: Iterable[StoredFile | Any], *, without: Any | None = None) -> QuerySet[FileAccess]:
    """Who looked at these files (rows or ids), newest first, with person and file; `without` leaves out the owner's own looks."""
    ids = [getattr(file, "pk", file) for file in files]
    found = FileAccess.objects.filter(file_id__in=ids).select_related("by", "file").order_by("-at", "-id")
    return found.exclude(by=without) if without is not None else found
