"""Photos and papers of a programme, from the file store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from core.audit import record
from core.files import intake
from core.writing import write
from programs import permissions
from programs.models import ProgrammeDocument, ProgrammePhoto
from programs.services.rows import changeable, only, part

PHOTO_FIELDS = frozenset({"stage", "taken_on", "caption", "pair_key", "is_public", "is_illustrative", "position"})
DOCUMENT_FIELDS = frozenset({"title", "dated_on", "is_public", "position"})


def add_photo(
    *, programme_id: int, upload: File, values: Mapping[str, Any], by: Any | None, now: datetime
) -> ProgrammePhoto:
    """Take in a photo (re-encoded, without GPS data); `values` are `PHOTO_FIELDS`. Raises what `intake.store` raises."""
    only(values, PHOTO_FIELDS)
    permissions.require(by, permissions.CHANGE)
    stored = intake.store(upload, by=by, now=now, kinds=("image",))
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        values = {"position": programme.photos.count(), **values}
        return write(ProgrammePhoto(programme=programme, file=stored), values, by=by, now=now, event="programs.photo")


def change_photo(*, photo_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> ProgrammePhoto:
    """Change what is said about a photo, its pair, or whether the public sees it."""
    only(values, PHOTO_FIELDS)
    with transaction.atomic():
        return write(part(ProgrammePhoto, photo_id, by=by, now=now), values, by=by, now=now, event="programs.photo")


def remove_photo(*, photo_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Take a photo off; the file itself stays in the store."""
    with transaction.atomic():
        photo = part(ProgrammePhoto, photo_id, by=by, now=now)
        record(action="programs.photo.removed", by=by, target=photo, now=now, reason=reason)
        photo.delete()


def add_document(
    *, programme_id: int, upload: File, values: Mapping[str, Any], by: Any | None, now: datetime
) -> ProgrammeDocument:
    """Take in a paper (PDF or picture); `values` are `DOCUMENT_FIELDS`."""
    only(values, DOCUMENT_FIELDS)
    permissions.require(by, permissions.CHANGE)
    stored = intake.store(upload, by=by, now=now)
    with transaction.atomic():
        programme = changeable(programme_id, by=by, now=now)
        values = {"position": programme.documents.count(), **values}
        paper = ProgrammeDocument(programme=programme, file=stored)
        return write(paper, values, by=by, now=now, event="programs.document")


def change_document(*, document_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> ProgrammeDocument:
    """Change what is said about a paper, or whether the public sees it."""
    only(values, DOCUMENT_FIELDS)
    with transaction.atomic():
        paper = part(ProgrammeDocument, document_id, by=by, now=now)
        return write(paper, values, by=by, now=now, event="programs.document")


def remove_document(*, document_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Take a paper off; the file itself stays in the store."""
    with transaction.atomic():
        paper = part(ProgrammeDocument, document_id, by=by, now=now)
        record(action="programs.document.removed", by=by, target=paper, now=now, reason=reason)
        paper.delete()
