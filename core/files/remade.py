"""The same bytes need not be opened twice: what was made of them earlier is copied instead."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from core.files import storage
from core.files.choices import FileKind
from core.files.models import StoredFile

MAIN = {FileKind.IMAGE: "main.jpg", FileKind.PDF: "main.pdf"}


def copy_earlier(*, source_sha256: str, kind: FileKind, room: Path) -> dict[str, Any] | None:
    """Copy what an earlier intake made of exactly these bytes into `room` and return its measures; None when there is none.

    Whose upload the earlier one was makes no difference and is not told: making anew gives the same result for the same bytes.
    """
    earlier = (
        StoredFile.objects.filter(
            source_sha256=source_sha256, kind=kind, thumbnail_of__isnull=True, erased_at__isnull=True
        )
        .select_related("thumbnail")
        .order_by("-created_at")
        .first()
    )
    if earlier is None:
        return None
    try:
        shutil.copyfile(storage.path_of(earlier.path), room / MAIN[kind])
        measures = {"main": _measures(earlier)}
        if earlier.thumbnail is not None:
            shutil.copyfile(storage.path_of(earlier.thumbnail.path), room / "thumbnail.jpg")
            measures["thumbnail"] = _measures(earlier.thumbnail)
    except FileNotFoundError:
        return None
    return measures


def _measures(row: StoredFile) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("width", "height", "pages") if getattr(row, name) is not None}
