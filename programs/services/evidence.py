"""Papers and photos that show what readings say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.files import intake
from core.files.models import StoredFile
from programs import permissions
from programs.errors import NotYours
from programs.models import Reading, ReadingEvidence
from programs.services.readings import CHANGEABLE

MOST_PAPERS = 20
"""How many papers one reading may have."""


def attach(
    *, reading_ids: Iterable[int], upload: UploadedFile[Any], by: User, now: datetime, caption: str = ""
) -> list[ReadingEvidence]:
    """Take in one paper and let it stand for these readings, which are the person's own and not handed in.

    Raises PermissionRefused, NotFound, NotYours, InvalidInput, and what the intake raises.
    """
    ids = sorted(set(reading_ids))
    _own(ids, by)
    # Opening a large picture takes a second: before the locks, then asked again under them.
    stored = intake.store(upload, by=by, now=now)
    with transaction.atomic():
        return attach_stored(readings=_own(ids, by, lock=True), stored=stored, caption=caption, by=by, now=now)


def attach_stored(
    *, readings: Sequence[Reading], stored: StoredFile, caption: str, by: User, now: datetime
) -> list[ReadingEvidence]:
    """Let a kept file stand for readings that are locked and may be changed; the same one twice changes nothing. Returns what is new."""
    papers: dict[int, set[Any]] = {reading.pk: set() for reading in readings}
    for reading_id, file_id in ReadingEvidence.objects.filter(reading__in=papers).values_list("reading_id", "file_id"):
        papers[reading_id].add(file_id)
    rows = []
    for reading in readings:
        if stored.pk in papers[reading.pk]:
            continue
        if len(papers[reading.pk]) >= MOST_PAPERS:
            raise InvalidInput(_("There are enough papers for this reading."), field="evidence", code="too_many")
        rows.append(ReadingEvidence.objects.create(reading=reading, file=stored, caption=caption))
        data = {"sha256": stored.sha256}
        record(action="programs.reading.evidence_added", by=by, target=reading, now=now, data=data)
    return rows


@transaction.atomic
def detach(*, evidence_id: int, by: User, now: datetime) -> None:
    """Take a paper away from the sheet it was added to: from all readings of that month the person still has in work.

    Raises PermissionRefused, NotFound, NotYours.
    """
    row = ReadingEvidence.objects.filter(pk=evidence_id).first()
    if row is None:
        raise NotFound()
    (reading,) = _own([row.reading_id], by, lock=True)
    sheet = {"programme": reading.programme_id, "month": reading.month, "author": by, "status__in": CHANGEABLE}
    rows = Reading.objects.select_for_update(of=("self",)).filter(**sheet, evidence__file=row.file_id).order_by("pk")
    for other in rows:
        record(action="programs.reading.evidence_removed", by=by, target=other, now=now)
        other.evidence.filter(file=row.file_id).delete()


def _own(ids: Sequence[int], by: User, *, lock: bool = False) -> list[Reading]:
    rows = Reading.objects.filter(pk__in=ids).order_by("pk")
    found: list[Reading] = list(rows.select_for_update(of=("self",)) if lock else rows)
    if len(found) != len(ids) or not found:
        raise NotFound()
    for reading in found:
        permissions.require(by, permissions.WRITE_READING, reading)
        if reading.status not in CHANGEABLE:
            raise NotYours()
    return found
