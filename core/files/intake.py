"""Taking a file in: measure, look, open in the child, store, write the row (trust.md §3, uploads)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.db import connection, transaction
from django.db.models import Sum

from core.files import limits, sandbox, sniffing, storage
from core.files.choices import FileKind
from core.files.errors import FileRefused, FileTooLarge, QuotaExceeded
from core.files.models import StoredFile
from core.files.names import clean_name
from core.files.remade import copy_earlier

MADE = {FileKind.IMAGE: ("main.jpg", "image/jpeg", ".jpg"), FileKind.PDF: ("main.pdf", "application/pdf", ".pdf")}
LOCK_SPACE = 0x66696C65
"""First half of the advisory lock that lets one owner's files be counted one after the other."""


@dataclass(frozen=True, slots=True)
class _Received:
    path: Path
    sha256: str
    kind: FileKind


def store(upload: File, *, by: Any | None, now: datetime, kinds: Iterable[str] = ("image", "pdf")) -> StoredFile:
    """Check `upload`, make it anew and keep it for `by` (None: the portal itself).

    `kinds`: what is wanted here. The same bytes by the same person again give the row that is there already. Call it
    before taking locks: opening a large picture takes a second. Raises FileRefused, FileTooLarge (413), QuotaExceeded,
    StorageFull (503); then nothing is kept.
    """
    wanted = frozenset(kinds)
    with storage.workroom() as room:
        received = _receive(upload, room / "source", wanted)
        known = _same_again(received, by)
        if known is not None:
            return known
        _check_quota(by, 0)
        measures = copy_earlier(source_sha256=received.sha256, kind=received.kind, room=room) or sandbox.process(
            received.kind, received.path, room
        )
        name = clean_name(upload.name or "", MADE[received.kind][2])
        return _write(received, room, measures, name=name, by=by, now=now)


def _receive(upload: File, target: Path, wanted: frozenset[str]) -> _Received:
    """Copy to disk while counting: what the sender says about size and type is not believed."""
    digest, size, head = hashlib.sha256(), 0, b""
    with open(target, "wb") as stream:
        for chunk in upload.chunks():
            size += len(chunk)
            if size > limits.FILE_BYTES:
                raise FileTooLarge("too_large", megabytes=limits.FILE_BYTES // limits.MEGABYTE)
            if len(head) < sniffing.HEAD_BYTES:
                head += chunk[: sniffing.HEAD_BYTES]
            digest.update(chunk)
            stream.write(chunk)
    if not size:
        raise FileRefused("empty")
    return _Received(target, digest.hexdigest(), _kind(head, wanted))


def _kind(head: bytes, wanted: frozenset[str]) -> FileKind:
    found = sniffing.kind_of(head)
    if found in sniffing.IMAGES:
        kind = FileKind.IMAGE
    elif found == sniffing.PDF:
        kind = FileKind.PDF
    else:
        raise FileRefused(found)
    if kind not in wanted:
        raise FileRefused("not_a_pdf" if kind == FileKind.IMAGE else "not_an_image")
    return kind


def _same_again(received: _Received, by: Any | None) -> StoredFile | None:
    if by is None:
        return None
    kept = StoredFile.objects.filter(uploaded_by=by, source_sha256=received.sha256, erased_at__isnull=True)
    found: StoredFile | None = kept.filter(thumbnail_of__isnull=True, kind=received.kind).first()
    return found


def _check_quota(by: Any | None, more: int) -> None:
    if by is None:
        return
    kept = StoredFile.objects.filter(uploaded_by=by, erased_at__isnull=True).aggregate(sum=Sum("size"))["sum"] or 0
    if kept + more > limits.OWNER_BYTES:
        raise QuotaExceeded(QuotaExceeded.default_message, field="file")


def _write(
    received: _Received, room: Path, measures: dict[str, Any], *, name: str, by: Any | None, now: datetime
) -> StoredFile:
    made = room / MADE[received.kind][0]
    small = room / "thumbnail.jpg"
    kept: list[str] = []
    try:
        with transaction.atomic():
            _count_one_at_a_time(by)
            known = _same_again(received, by)
            if known is not None:
                return known
            _check_quota(by, made.stat().st_size + (small.stat().st_size if small.exists() else 0))
            common = {"source_sha256": received.sha256, "original_name": name, "uploaded_by": by, "created_at": now}
            thumbnail = None
            if small.exists():
                thumbnail = _row(FileKind.IMAGE, small, measures["thumbnail"], kept, common)
            return _row(received.kind, made, measures["main"], kept, {**common, "thumbnail": thumbnail})
    except BaseException:
        for path in kept:
            storage.remove(path)
        raise


def _row(kind: FileKind, made: Path, measures: dict[str, int], kept: list[str], fields: dict[str, Any]) -> StoredFile:
    with open(made, "rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    size = made.stat().st_size
    path = storage.keep(made)
    kept.append(path)
    return StoredFile.objects.create(
        kind=kind, path=path, sha256=sha256, size=size, content_type=MADE[kind][1], **measures, **fields
    )


def _count_one_at_a_time(by: Any | None) -> None:
    """Two uploads of one person at once must not both fit into the last free megabyte."""
    if by is not None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK_SPACE, by.pk % 2**31])
