"""Opening, erasing and tidying of stored files. Taking them in is `intake.store`."""

from __future__ import annotations

import logging
import shutil
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from django.db import transaction
from django.db.models import Exists, OuterRef

from core.audit.services import record
from core.files import storage
from core.files.access import references
from core.files.errors import FileGone
from core.files.models import FileAccess, StoredFile

log = logging.getLogger(__name__)

ORPHAN_AGE = timedelta(days=7)
"""An upload to which nothing refers after so long belongs to a form that was never finished."""
LITTER_AGE = timedelta(days=1)
"""Bytes without a row after so long belong to a transaction that was rolled back, or a process that was killed."""
PURPOSE_LENGTH = 80


def open_logged(file: StoredFile, *, by: Any | None, now: datetime, purpose: str) -> BinaryIO:
    """The bytes of `file`, after the look is on record. The caller has asked whether `by` may. Raises FileGone."""
    log_look(file, by=by, now=now, purpose=purpose)
    return open_unlogged(file)


def log_look(file: StoredFile, *, by: Any | None, now: datetime, purpose: str) -> FileAccess:
    """Put on record that `by` (None: not signed in) looks at `file`. Raises FileGone."""
    if file.erased_at is not None:
        raise FileGone
    return FileAccess.objects.create(file=file, by=by, at=now, purpose=purpose[:PURPOSE_LENGTH])


def open_unlogged(file: StoredFile) -> BinaryIO:
    """The bytes of a file of public pages, or for the portal's own work. Raises FileGone."""
    if file.erased_at is not None:
        raise FileGone
    try:
        return storage.open_kept(file.path)
    except FileNotFoundError:
        log.error("the bytes of file %s are missing", file.pk)
        raise FileGone from None


def erase(*, file_id: Any, by: Any | None, now: datetime, reason: str = "") -> StoredFile:
    """Delete the bytes and the name of a file and of its small picture; the row stays, so that the log of looks does.

    The caller has asked whether `by` may (None: a rule of keeping). Erasing twice changes nothing.
    """
    with transaction.atomic():
        file = StoredFile.objects.select_for_update(of=("self",)).select_related("thumbnail").get(pk=file_id)
        if file.erased_at is None:
            for row in filter(None, (file, file.thumbnail)):
                row.erased_at, row.original_name = now, ""
                row.save(update_fields=["erased_at", "original_name"])
                transaction.on_commit(partial(storage.remove, row.path), robust=True)
            record(action="files.file.erased", by=by, target=file, now=now, reason=reason)
    return file


def tidy(*, now: datetime) -> dict[str, int]:
    """Erase uploads nothing refers to, and remove bytes without a row; how many of each."""
    orphans = list(unreferenced().filter(created_at__lt=now - ORPHAN_AGE).values_list("pk", flat=True)[:1000])
    for file_id in orphans:
        erase(file_id=file_id, by=None, now=now, reason="nothing refers to it")
    return {"erased": len(orphans), "litter": _remove_litter(now)}


def unreferenced() -> Any:
    """Kept files to which no row of any app refers."""
    found = StoredFile.objects.filter(erased_at__isnull=True, thumbnail_of__isnull=True)
    for key in references():
        found = found.filter(~Exists(key.model._default_manager.filter(**{key.name: OuterRef("pk")})))
    return found


def _remove_litter(now: datetime) -> int:
    base, removed = storage.root(), 0
    for path in storage.everything():
        relative = path.relative_to(base).as_posix()
        if _is_old(path, now) and not StoredFile.objects.filter(path=relative, erased_at__isnull=True).exists():
            path.unlink(missing_ok=True)
            removed += 1
    for room in storage.workrooms():
        if _is_old(room, now):
            shutil.rmtree(room, ignore_errors=True)
            removed += 1
    return removed


def _is_old(path: Path, now: datetime) -> bool:
    try:
        return path.stat().st_mtime < (now - LITTER_AGE).timestamp()
    except FileNotFoundError:
        return False
